package org.tickwright.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ActionStore;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickInfo;
import org.tickwright.market.TickKey;
import org.tickwright.workbench.EventLibrary;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `SYMBOL [--timeframe TF]`: a series of the store, or a file where the command reads files too.
final class SeriesArgument {
    @Parameters(index = "0", paramLabel = "SYMBOL|FILE", description = "symbol in the store, or a file")
    private String symbol = "";

    @Option(names = "--timeframe", paramLabel = "TF", description = "where the store has several: 1d, 5m, 1h")
    private @Nullable String timeframe;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "bars, trades, quotes or actions (splits and dividends), where the store has several kinds of"
                    + " a symbol (default: bars where there are any)")
    private @Nullable Kind kind;

    /// What is meant of a symbol.
    enum Kind {
        BARS,
        TRADES,
        QUOTES,
        ACTIONS
    }

    /// The file that is named, null where it is a symbol.
    @Nullable
    Path file() {
        Path path = Path.of(symbol);
        return Files.isRegularFile(path) ? path : null;
    }

    /// How to read the file.
    ImportOptions options(Path file) {
        return new ImportOptions(
                DataSource.symbolOf(file),
                timeframe == null ? null : DataSource.timeframe(timeframe),
                null,
                "auto",
                Map.of(),
                null,
                Set.of());
    }

    /// What was named.
    String named() {
        return timeframe == null ? symbol : symbol + " " + timeframe;
    }

    SeriesInfo find(Workbench workbench) throws StoreException {
        return DataSource.find(workbench, symbol, timeframe);
    }

    /// Which kind is meant: the one that is stated, else bars where there are any, else what there is.
    Kind kind(Workbench workbench) throws StoreException {
        if (kind != null) {
            return kind;
        }
        boolean bars = workbench.series().list().stream()
                .anyMatch(info -> info.key().symbol().equalsIgnoreCase(symbol));
        EventLibrary events = workbench.series().events();
        if (bars || timeframe != null || events == null) {
            return Kind.BARS;
        }
        for (TickInfo info : events.ticks().list()) {
            if (info.key().symbol().equalsIgnoreCase(symbol)) {
                return info.key().kind() == TickKey.Kind.TRADES ? Kind.TRADES : Kind.QUOTES;
            }
        }
        return events.actions().list().stream().anyMatch(info -> info.symbol().equalsIgnoreCase(symbol))
                ? Kind.ACTIONS
                : Kind.BARS;
    }

    /// The trades or quotes of the symbol.
    TickInfo ticks(Workbench workbench, Kind of) throws StoreException {
        TickKey.Kind wanted = of == Kind.TRADES ? TickKey.Kind.TRADES : TickKey.Kind.QUOTES;
        return events(workbench).ticks().list().stream()
                .filter(info ->
                        info.key().kind() == wanted && info.key().symbol().equalsIgnoreCase(symbol))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("The store has no " + wanted + " of " + symbol
                        + "; 'tickwright data list' shows what it has."));
    }

    /// The newest splits and dividends of the symbol.
    ActionStore.Info actions(Workbench workbench) throws StoreException {
        EventLibrary events = events(workbench);
        List<ActionStore.Info> all = events.actions().versions(actionSymbol(events, symbol));
        if (all.isEmpty()) {
            throw new CommandFailure("The store has no splits and dividends of " + symbol + ".");
        }
        return all.getLast();
    }

    /// The symbol as the store writes it.
    static String actionSymbol(EventLibrary events, String symbol) throws StoreException {
        return events.actions().list().stream()
                .map(ActionStore.Info::symbol)
                .filter(symbol::equalsIgnoreCase)
                .findFirst()
                .orElse(symbol);
    }

    /// What keeps trades, quotes, splits and dividends.
    static EventLibrary events(Workbench workbench) {
        EventLibrary events = workbench.series().events();
        if (events == null) {
            throw new CommandFailure("There is no store here that keeps trades, quotes, splits and dividends.");
        }
        return events;
    }
}
