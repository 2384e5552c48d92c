package org.tickwright.command;

import java.io.IOException;
import java.nio.file.Path;
import org.tickwright.market.ActionStore;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickInfo;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes a series of bars, trades or quotes, or the splits and dividends of a symbol, as CSV.")
final class DataExportCommand extends Subcommand {
    @Mixin
    private SeriesArgument series = new SeriesArgument();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "file to write")
    private Path out = Path.of("");

    DataExportCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws IOException, StoreException, ImportException {
        Path file = series.file();
        if (file != null) {
            Bars bars = console.files().read(file, series.options(file)).bars();
            SeriesLibrary.export(bars, out);
            console.note("Wrote " + bars.size() + " bars of " + file + " to " + out);
            return 0;
        }
        Workbench workbench = console.readable();
        SeriesArgument.Kind kind = series.kind(workbench);
        if (kind == SeriesArgument.Kind.TRADES || kind == SeriesArgument.Kind.QUOTES) {
            TickInfo ticks = series.ticks(workbench, kind);
            SeriesArgument.events(workbench).export(ticks, out);
            console.note("Wrote " + ticks.ticks() + " " + ticks.key() + " to " + out);
            return 0;
        }
        if (kind == SeriesArgument.Kind.ACTIONS) {
            ActionStore.Info actions = series.actions(workbench);
            SeriesArgument.events(workbench).export(actions.symbol(), out);
            console.note("Wrote " + actions.splits() + " splits and " + actions.dividends() + " dividends of "
                    + actions.symbol() + " to " + out);
            return 0;
        }
        SeriesInfo info = series.find(workbench);
        workbench.series().export(info.key(), out);
        console.note("Wrote " + info.bars() + " bars of " + info.key() + " to " + out);
        return 0;
    }
}
