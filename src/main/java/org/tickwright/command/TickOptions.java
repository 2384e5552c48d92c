package org.tickwright.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickBars;
import org.tickwright.market.TickInfo;
import org.tickwright.market.TickKey;
import org.tickwright.market.TickOrigin;
import org.tickwright.market.TickSeries;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.text.TickFile;
import org.tickwright.workbench.EventLibrary;
import org.tickwright.workbench.SeriesFiles;
import picocli.CommandLine.Option;

/// `--ticks`: files of trades that tell what happened inside bars, and of which the bars can be made.
final class TickOptions {
    /// Stands for the trades of the base symbol in the store.
    private static final String STORE = "store";

    @Option(
            names = "--ticks",
            paramLabel = "[SYMBOL=]FILE",
            description = "realistic: a file of trades (time, price and size, or a dump of Binance), a symbol whose"
                    + " trades are in the store, or 'store' for those of --data, that tells what happened inside each"
                    + " bar; several, comma separated, where several instruments are traded."
                    + " Without --data the bars of --timeframe are made of it: 5m, 1d, 100t (trades), 5000v (units),"
                    + " 100000n (money)")
    private List<String> ticks = List.of();

    /// The base bars of a run and the trades that were read; `made` where the bars are made of them.
    record Told(DataSource.Loaded base, List<TickSeries> trades, boolean made) {
        /// The trades that tell what happened inside bars.
        List<TickSeries> inside(boolean realistic) {
            if (!realistic && !trades.isEmpty() && !made) {
                throw new DataSource.BadArgument("--ticks tells what happened inside bars under --fills realistic, and"
                        + " the profile is plain. Leave --data out to have the bars made of the trades.");
            }
            return realistic ? trades : List.of();
        }
    }

    /// Reads the files, and the base bars where `--data` names some.
    Told read(Console console, DataSource data) throws StoreException, ImportException {
        List<String> names = NameList.of(ticks);
        if (names.isEmpty() || data.given()) {
            DataSource.Loaded base = data.load(console);
            List<TickSeries> trades = new ArrayList<>();
            for (String name : names) {
                String symbol =
                        names.size() == 1 || name.equals(STORE) ? base.key().symbol() : DataSource.symbolOf(file(name));
                Trades read = read(console, name, base.key().symbol(), data);
                trades.add(TickSeries.of(
                        symbolOr(name, symbol), read.simulated(), read.file().ticks()));
            }
            return new Told(base, trades, false);
        }
        if (names.size() > 1) {
            throw new DataSource.BadArgument("Without --data the bars are made of one file of trades; --ticks names "
                    + names.size() + ". Name the base series with --data.");
        }
        return made(console, names.getFirst(), data);
    }

    private static Told made(Console console, String name, DataSource data) throws StoreException, ImportException {
        Timeframe timeframe = data.stated();
        if (timeframe == null) {
            throw new DataSource.BadArgument("--ticks without --data needs --timeframe: how long the bars shall be"
                    + " (5m, 1h, 1d), or how much is traded in each (100t, 5000v, 100000n)");
        }
        Trades read = read(console, name, "", data);
        TickFile file = read.file();
        Bars bars = TickBars.of(file.ticks(), timeframe, file.zone());
        if (bars.size() == 0) {
            throw new CommandFailure("The " + file.ticks().size() + " trades of " + file.file()
                    + " do not fill one bar of " + timeframe + ". Choose shorter bars.");
        }
        SeriesKey key = new SeriesKey(symbolOr(name, DataSource.symbolOf(file(name))), timeframe);
        return new Told(
                new DataSource.Loaded(key, read.simulated(), bars),
                List.of(TickSeries.of(key.symbol(), read.simulated(), file.ticks())),
                true);
    }

    private record Trades(TickFile file, boolean simulated) {}

    /// The trades of a file, or those of the store; `base` is the symbol that `store` stands for.
    private static Trades read(Console console, String name, String base, DataSource data)
            throws StoreException, ImportException {
        Path file = file(name);
        if (Files.isRegularFile(file)) {
            return new Trades(SeriesFiles.ticks(file, data.options(file)), false);
        }
        String said = file.toString();
        String symbol = said.equalsIgnoreCase(STORE) ? base : said;
        EventLibrary events = console.readable().series().events();
        List<TickInfo> there = events == null ? List.of() : events.ticks().list();
        for (TickInfo info : there) {
            if (events != null
                    && info.key().equals(TickKey.trades(info.key().symbol()))
                    && info.key().symbol().equalsIgnoreCase(symbol)) {
                TradeTicks trades = events.ticks()
                        .trades(info.key().symbol())
                        .orElseThrow(() -> new CommandFailure("The " + info.key() + " have gone from the store."));
                TickOrigin origin = info.origin();
                return new Trades(
                        new TickFile(info.key().toString(), origin.source(), origin.zone(), trades),
                        origin.simulated());
            }
        }
        throw new CommandFailure("There is no file " + file + " and the store has no trades of "
                + (symbol.isEmpty() ? "a symbol" : symbol) + " (--ticks " + name
                + "). 'tickwright import FILE --symbol S' stores the trades of a file.");
    }

    private static Path file(String name) {
        return Path.of(Files.exists(Path.of(name)) ? name : name.substring(name.indexOf('=') + 1));
    }

    private static String symbolOr(String name, String otherwise) {
        int equals = Files.exists(Path.of(name)) ? -1 : name.indexOf('=');
        String symbol = equals < 0 ? otherwise : name.substring(0, equals);
        try {
            SeriesKey.checkSymbol(symbol);
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument("--ticks " + name + ": " + e.getMessage());
        }
        return symbol;
    }
}
