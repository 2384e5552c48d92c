package org.tickwright.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.RunSettings.Direction;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.risk.CostTerms;
import org.tickwright.risk.SizeRule;
import org.tickwright.workbench.EventLibrary;
import org.tickwright.workbench.StoredTerms;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The range, money, costs, sizes and fills of a run.
final class RunOptions {
    private static final long NANOS = 1_000_000_000L;

    @Option(
            names = "--from",
            paramLabel = "T",
            description = "first bar to trade: a date, or a time (UTC without zone)")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "T", description = "last bar to trade, inclusive")
    private @Nullable String to;

    @Option(names = "--capital", defaultValue = "100000", description = "cash at the start (default ${DEFAULT-VALUE})")
    private double capital;

    @Option(
            names = "--commission-bps",
            defaultValue = "0",
            description = "commission on each side, basis points of the value")
    private double commissionBps;

    @Option(
            names = "--slippage-bps",
            defaultValue = "0",
            description = "slippage of market orders and stops, basis points")
    private double slippageBps;

    @Mixin
    private CostOptions costs = new CostOptions();

    @Option(
            names = "--size",
            paramLabel = "RULE",
            description = {
                "units:10, cash:5000, fraction:0.95, risk:0.02,",
                "volatility:0.15/20 (a volatility of 15 %% a year, by the last 20 bars) or",
                "kelly:0.5/0.25/30/0.1 (half of the Kelly fraction, at most a quarter of the cash; a tenth until 30"
                        + " trades are closed)"
            })
    private @Nullable String size;

    @Option(
            names = "--whole-units",
            arity = "0",
            negatable = true,
            fallbackValue = "true",
            description = "trade whole units only (default: parts of units, unless 'data instrument' says that the"
                    + " instrument's lot is 1)")
    private @Nullable Boolean wholeUnits;

    @Option(names = "--direction", defaultValue = "LONG", description = "long or both (default long)")
    private Direction direction = Direction.LONG;

    @Option(names = "--stop-loss", paramLabel = "F", description = "stop as a fraction of the entry fill")
    private @Nullable Double stopLoss;

    @Option(names = "--take-profit", paramLabel = "F", description = "target as a fraction of the entry fill")
    private @Nullable Double takeProfit;

    @Mixin
    private FillOptions fills = new FillOptions();

    @Option(names = "--periods-per-year", defaultValue = "252", description = "for annual figures (default 252)")
    private int periodsPerYear;

    /// The finer series that fills are told by.
    List<MarketSeries> finer(Console console, DataSource data, Bars base) throws StoreException, ImportException {
        return fills.load(console, data, base);
    }

    /// Whether fills are realistic.
    boolean realistic() {
        return fills.realistic();
    }

    /// The seed of chance, 0 where none is given.
    long seed() {
        return fills.seed();
    }

    /// The settings of a run with these parameters; `finer` are the series that fills are told
    /// by. With `seeding` the seed is also
    /// somebody else's, so that it may be given without realistic fills.
    RunSettings settings(Map<String, Double> parameters, ZoneId zone, List<SeriesKey> finer, boolean seeding)
            throws ImportException {
        Long first = from == null ? null : (Long) instant(from, zone, false);
        Long last = to == null ? null : (Long) instant(to, zone, true);
        if (first != null && last != null && first > last) {
            throw new DataSource.BadArgument("The range ends before it begins: --from " + from + " --to " + to);
        }
        CostTerms terms = costs.terms();
        try {
            RunSettings settings = new RunSettings(
                    capital,
                    commissionBps,
                    slippageBps,
                    size == null ? null : SizeRule.parse(size),
                    wholeUnits != null && wholeUnits,
                    direction,
                    stopLoss,
                    takeProfit,
                    RunSettings.PLAIN,
                    periodsPerYear,
                    first,
                    last,
                    new TreeMap<>(parameters));
            return fills.apply(settings.with(terms), finer, seeding);
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument(String.valueOf(e.getMessage()));
        }
    }

    /// The settings with what the store knows of the base instrument and nobody stated; says what was taken.
    RunSettings stored(Console console, DataSource data, DataSource.Loaded base, RunSettings settings)
            throws StoreException {
        boolean series = data.given() && !data.isFile();
        String symbol = base.key().symbol();
        StoredTerms terms = StoredTerms.of(settings);
        if (costs.stored(series)) {
            EventLibrary events = console.readable().series().events();
            terms = events == null ? terms : terms.acting(events, symbol, base.bars(), costs.knownOn());
        }
        if (series) {
            terms = terms.trading(console.readable().series().instruments(), symbol, wholeUnits != null);
        }
        terms.said().forEach(console::note);
        return terms.settings();
    }

    /// Nanoseconds UTC of a time; a date is its first or last instant in the series' zone, a time without zone is UTC.
    static long instant(String text, ZoneId zone, boolean end) {
        try {
            if (text.length() == 10) {
                LocalDate date = LocalDate.parse(text);
                ZonedDateTime start = (end ? date.plusDays(1) : date).atStartOfDay(zone);
                return start.toEpochSecond() * NANOS - (end ? 1 : 0);
            }
            try {
                return nanos(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException e) {
                return nanos(LocalDateTime.parse(text).atOffset(ZoneOffset.UTC).toInstant());
            }
        } catch (DateTimeParseException e) {
            throw new DataSource.BadArgument("A time is like 2013-01-31 or 2013-01-31T15:30:00Z, was '" + text + "'");
        }
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * NANOS + time.getNano();
    }
}
