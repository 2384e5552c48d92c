package org.tickwright.command;

import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "delete", mixinStandardHelpOptions = true, description = "Removes a series with all its versions.")
final class DataDeleteCommand extends Subcommand {
    @Mixin
    private SeriesArgument series = new SeriesArgument();

    DataDeleteCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws StoreException {
        Workbench workbench = console.writable();
        SeriesInfo info = series.find(workbench);
        if (!workbench.series().delete(info.key())) {
            throw new CommandFailure(info.key() + " is not stored but " + info.source() + "; delete that instead.");
        }
        console.note("Removed " + info.key() + " (" + info.bars() + " bars). Runs made with it are kept.");
        return 0;
    }
}
