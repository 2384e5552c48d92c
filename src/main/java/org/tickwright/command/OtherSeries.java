package org.tickwright.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SessionClose;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Option;

/// `--with` and `--session-close`: the series that a strategy reads beside its base series.
final class OtherSeries {
    @Option(
            names = "--with",
            paramLabel = "SYMBOL[=FILE]",
            description = "a further series that the strategy reads: SPY=spy.csv, or SPY for those of the store;"
                    + " may be given several times. What is not named is looked up in the store.")
    private List<String> with = new ArrayList<>();

    @Option(
            names = "--session-close",
            paramLabel = "[SYMBOL=]HH:MM[@ZONE]",
            description = "when daily and longer bars are known for joins: 16:00, 16:00@America/New_York or"
                    + " SPY=16:00; without it at the next midnight in the zone of the series")
    private List<String> closes = new ArrayList<>();

    @Option(
            names = "--universe",
            split = ",",
            paramLabel = "SYMBOL",
            description = "the instruments that `each` stands for, by which a strategy ranks and selects: A,B,C")
    private List<String> universe = new ArrayList<>();

    /// The base series with the further ones.
    MarketData load(Console console, DataSource source, DataSource.Loaded base) throws StoreException, ImportException {
        MarketData data = MarketData.of(hashed(base.key(), base.simulated(), base.bars()));
        for (String each : with) {
            int equals = each.indexOf('=');
            data = equals < 0 ? stored(console, each, data) : file(console, source, each, equals, data);
        }
        return universe.isEmpty() ? data : data.among(checked());
    }

    private List<String> checked() {
        try {
            universe.forEach(SeriesKey::checkSymbol);
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument("--universe: " + e.getMessage());
        }
        return universe;
    }

    private static MarketSeries hashed(SeriesKey key, boolean simulated, Bars bars) {
        return new MarketSeries(key, simulated, bars, bars.contentHash());
    }

    private static MarketData file(Console console, DataSource source, String each, int equals, MarketData data)
            throws ImportException {
        Path path = Path.of(each.substring(equals + 1));
        if (!Files.isRegularFile(path)) {
            throw new CommandFailure("There is no file " + path + " (--with " + each + ").");
        }
        Bars bars = console.files().read(path, source.options(path)).bars();
        try {
            SeriesKey key = new SeriesKey(each.substring(0, equals), bars.timeframe());
            return data.with(hashed(key, false, bars));
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument("--with " + each + ": " + e.getMessage());
        }
    }

    private static MarketData stored(Console console, String symbol, MarketData data) throws StoreException {
        Workbench workbench = console.readable();
        MarketData found = data;
        for (SeriesInfo info : workbench.series().list()) {
            if (info.key().symbol().equals(symbol)
                    && !info.key().equals(data.base().key())) {
                Bars bars = workbench
                        .series()
                        .load(info.key())
                        .orElseThrow(() -> new CommandFailure("The series " + info.key() + " has gone."));
                found = found.with(hashed(info.key(), info.simulated(), bars));
            }
        }
        if (found.equals(data)) {
            throw new CommandFailure("The store has no series of " + symbol + " (--with " + symbol
                    + "). Name a file: --with " + symbol + "=FILE.");
        }
        return found;
    }

    /// The closes of sessions that were given.
    SessionClose.Given closes() {
        try {
            return SessionClose.Given.ofTexts(closes);
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument(String.valueOf(e.getMessage()));
        }
    }
}
