package org.tickwright.command;

import org.tickwright.market.ActionStore;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickInfo;
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
        SeriesArgument.Kind kind = series.kind(workbench);
        if (kind == SeriesArgument.Kind.TRADES || kind == SeriesArgument.Kind.QUOTES) {
            TickInfo ticks = series.ticks(workbench, kind);
            SeriesArgument.events(workbench).delete(ticks.key());
            console.note("Removed " + ticks.ticks() + " " + ticks.key() + ". Runs made with them are kept.");
            return 0;
        }
        if (kind == SeriesArgument.Kind.ACTIONS) {
            ActionStore.Info actions = series.actions(workbench);
            SeriesArgument.events(workbench).actions().delete(actions.symbol());
            console.note("Removed the splits and dividends of " + actions.symbol() + ". Runs made with them are kept.");
            return 0;
        }
        SeriesInfo info = series.find(workbench);
        if (!workbench.series().delete(info.key())) {
            throw new CommandFailure(info.key() + " is not stored but " + info.source() + "; delete that instead.");
        }
        console.note("Removed " + info.key() + " (" + info.bars() + " bars). Runs made with it are kept.");
        return 0;
    }
}
