package org.tickwright.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "raw",
        description = "Writes the file that a version of a series was imported from, byte for byte as it came.")
final class DataRawCommand extends Subcommand {
    @Mixin
    private SeriesArgument series = new SeriesArgument();

    @Option(names = "--version", paramLabel = "N", description = "number of the version (default: the one in use)")
    private @Nullable Integer version;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "file to write")
    private Path out = Path.of("");

    /// The standard options without `--version`, which names a version here.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    @SuppressWarnings("unused") // picocli looks at it
    private boolean help;

    DataRawCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws IOException, StoreException {
        Workbench workbench = console.readable();
        SeriesInfo info = series.find(workbench);
        Integer number = version;
        int wanted = number == null ? info.version() : number;
        try {
            if (!workbench.series().versions().writeRaw(info.key(), wanted, out)) {
                throw new CommandFailure("No file was kept for version " + wanted + " of " + info.key()
                        + ": it was made or stored by an older Tickwright. 'data export' writes its bars.");
            }
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage() + ". 'tickwright data versions' lists them.", e);
        }
        console.note("Wrote the file behind version " + wanted + " of " + info.key() + " to " + out);
        return 0;
    }
}
