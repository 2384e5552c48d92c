package org.tickwright.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.FillTerms;
import org.tickwright.engine.FillTerms.Resolution;
import org.tickwright.engine.RunSettings;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickSeries;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Option;

/// `--fills` with what belongs to it.
final class FillOptions {
    @Option(
            names = "--fills",
            defaultValue = RunSettings.PLAIN,
            description = "fill profile: plain (the reference rules) or realistic (volume, gaps, every order type)")
    private String fills = RunSettings.PLAIN;

    @Option(
            names = "--participation",
            paramLabel = "F",
            description = "realistic: the most of a bar's volume that orders may take (default 0.1)")
    private @Nullable Double participation;

    @Option(
            names = "--intrabar",
            paramLabel = "X",
            description = "realistic: a file, or a symbol in the store, with finer bars that tell what happened"
                    + " inside each bar; several, comma separated, where several instruments are traded")
    private List<String> intrabar = List.of();

    @Option(
            names = "--intrabar-timeframe",
            paramLabel = "TF",
            description = "timeframe of --intrabar, where the store has several")
    private @Nullable String timeframe;

    @Option(
            names = "--resolution",
            paramLabel = "HOW",
            description = "realistic: what bars cannot tell is read pessimistic (default), optimistic or seeded")
    private @Nullable String resolution;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "the seed of --resolution seeded, and of what a sweep draws (default 0)")
    private @Nullable Long seed;

    @Option(
            names = "--no-band",
            description = "realistic: leave out the runs that tell how far the result can be from the truth")
    private boolean noBand;

    /// The seed, 0 where none is given.
    long seed() {
        return seed == null ? 0 : seed;
    }

    /// Whether the profile is the realistic one.
    boolean realistic() {
        return fills.equals(RunSettings.REALISTIC);
    }

    /// The settings with this profile; `finer` names what tells the inside of bars. With `seeding` the seed may be
    /// somebody else's.
    RunSettings apply(RunSettings settings, List<SeriesKey> finer, boolean seeding) {
        boolean seeded = seed != null && !seeding;
        boolean terms = participation != null || !intrabar.isEmpty() || resolution != null || seeded;
        if (terms && !fills.equals(RunSettings.REALISTIC)) {
            throw new DataSource.BadArgument("--participation, --intrabar, --resolution and --seed belong to"
                    + " --fills realistic; the profile is " + fills);
        }
        FillTerms none = FillTerms.DEFAULTS;
        return settings.filling(
                fills,
                new FillTerms(
                        participation == null ? none.participation() : participation,
                        finer.isEmpty()
                                ? null
                                : String.join(
                                        ", ",
                                        finer.stream().map(SeriesKey::toString).toList()),
                        resolution == null ? none.resolution() : resolution(resolution),
                        fills.equals(RunSettings.REALISTIC) ? seed() : none.seed(),
                        !noBand));
    }

    private static Resolution resolution(String text) {
        for (Resolution each : Resolution.values()) {
            if (each.toString().equals(text.toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new DataSource.BadArgument("--resolution must be pessimistic, optimistic or seeded, was '" + text + "'");
    }

    /// Which series tell the inside of bars.
    static List<SeriesKey> keys(List<MarketSeries> finer, List<TickSeries> trades) {
        return Stream.concat(
                        finer.stream().map(MarketSeries::key), trades.stream().map(TickSeries::key))
                .toList();
    }

    /// What a run reads, with the finer series where they are not among it already, and with trades.
    static MarketData under(MarketData market, List<MarketSeries> finer, List<TickSeries> trades) {
        MarketData all = market;
        for (MarketSeries each : finer) {
            boolean there = all.all().stream().anyMatch(series -> series.key().equals(each.key()));
            all = there ? all : all.with(each);
        }
        for (TickSeries each : trades) {
            all = all.telling(each);
        }
        return all;
    }

    /// Loads the finer series that are named. Files are read like the one of `--data`.
    List<MarketSeries> load(Console console, DataSource data, Bars base) throws StoreException, ImportException {
        List<MarketSeries> finer = new ArrayList<>();
        for (String name : NameList.of(intrabar)) {
            finer.add(load(name, console, data, base));
        }
        return finer;
    }

    private MarketSeries load(String name, Console console, DataSource data, Bars base)
            throws StoreException, ImportException {
        Path file = Path.of(name);
        if (Files.isRegularFile(file)) {
            Bars bars = console.files().read(file, data.options(file)).bars();
            SeriesKey key = new SeriesKey(DataSource.symbolOf(file), bars.timeframe());
            return finer(new MarketSeries(key, false, bars, bars.contentHash()), base);
        }
        Workbench workbench = console.readable();
        SeriesInfo info = find(workbench, name, base);
        Bars bars = workbench
                .series()
                .load(info.key())
                .orElseThrow(() -> new CommandFailure("The series " + info.key() + " has gone from the store."));
        return finer(new MarketSeries(info.key(), info.simulated(), bars, info.contentHash()), base);
    }

    private static MarketSeries finer(MarketSeries series, Bars base) {
        if (series.key().timeframe().compareTo(base.timeframe()) >= 0) {
            throw new DataSource.BadArgument("--intrabar needs bars that are finer than " + base.timeframe() + ", and "
                    + series.key() + " is not");
        }
        return series;
    }

    /// Of several series of that symbol the only one that is finer.
    private SeriesInfo find(Workbench workbench, String symbol, Bars base) throws StoreException {
        List<SeriesInfo> finer = timeframe != null
                ? List.of()
                : workbench.series().list().stream()
                        .filter(info -> info.key().symbol().equalsIgnoreCase(symbol))
                        .filter(info -> info.key().timeframe().compareTo(base.timeframe()) < 0)
                        .toList();
        return finer.size() == 1 ? finer.getFirst() : DataSource.find(workbench, symbol, timeframe);
    }
}
