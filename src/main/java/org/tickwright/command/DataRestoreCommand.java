package org.tickwright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Puts a backup in the place of what the home holds.")
final class DataRestoreCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "a file that 'data backup' wrote")
    private Path file = Path.of("");

    @Option(names = "--force", description = "also into a home that is not empty; what is there is put aside in it")
    private boolean force;

    DataRestoreCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws IOException, StoreException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("There is no file " + file + ". Nothing was changed.");
        }
        Workbench restored = console.restored(file, force);
        console.note("Restored " + file + ": " + restored.series().list().size() + " series, "
                + restored.backtests().list().size() + " runs.");
        return 0;
    }
}
