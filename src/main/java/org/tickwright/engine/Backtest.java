package org.tickwright.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tickwright.execution.IntrabarPolicy;
import org.tickwright.kernel.ContentHash;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.portfolio.Ledger;
import org.tickwright.strategy.Evaluation;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.SharedColumns;
import org.tickwright.strategy.StrategyCodec;

/// One run of a strategy over a series by the one trading loop and the simulated venue.
///
/// With a range in the settings, indicators see every bar from the first of the series on, but decisions
/// are made only at closes inside the range: the account starts flat at its first bar, so the earliest fill
/// is at the opening of the second, and what is open at its last bar is closed at that close. Indices count
/// from the first bar of the series.
public final class Backtest {
    private Backtest() {}

    /// The series a run reads: which it is, whether a generator made it, its bars, the content hash of all that
    /// is read, finer bars of the same instrument that tell what happened inside the bars, and a policy for
    /// what is still open where it is not the settings' own.
    public record Data(
            SeriesKey key,
            boolean simulated,
            Bars bars,
            String hash,
            @Nullable Bars intrabar,
            @Nullable IntrabarPolicy reading) {

        /// Without finer bars.
        public Data(SeriesKey key, boolean simulated, Bars bars, String hash) {
            this(key, simulated, bars, hash, null, null);
        }

        /// The same, read by a policy.
        Data read(IntrabarPolicy policy) {
            return new Data(key, simulated, bars, hash, intrabar, policy);
        }

        /// The same with finer bars, whose hash is in the hash already. Bars that are not finer, or that hold a
        /// price that is no number, are an [IllegalArgumentException].
        public Data telling(Bars finer) {
            if (finer.timeframe().compareTo(bars.timeframe()) >= 0) {
                throw new IllegalArgumentException("The intrabar series must be finer than " + bars.timeframe()
                        + ", was " + finer.timeframe() + ". Name a series of shorter bars.");
            }
            check(key, finer);
            return new Data(key, simulated, bars, hash, finer, reading);
        }

        /// Checks that every price is a number and computes the hash. That takes longer than many a run:
        /// whoever runs often keeps the result. A price that is none is an [IllegalArgumentException].
        public static Data of(SeriesKey key, boolean simulated, Bars bars) {
            check(key, bars);
            return new Data(key, simulated, bars, bars.contentHash());
        }

        private static void check(SeriesKey key, Bars bars) {
            for (Bars.Field field : List.of(Bars.Field.OPEN, Bars.Field.HIGH, Bars.Field.LOW, Bars.Field.CLOSE)) {
                double[] column = bars.column(field);
                for (int bar = 0; bar < bars.size(); bar++) {
                    if (!Double.isFinite(column[bar])) {
                        throw new IllegalArgumentException(key + " cannot be tested: the "
                                + field.name().toLowerCase(Locale.ROOT) + " of " + HistoryRun.place(bars, bar) + " is "
                                + column[bar] + ". Mend the series and run again.");
                    }
                }
            }
        }
    }

    /// Who decided: a name for people and the hash that stands in the result.
    public record Identity(String name, String hash) {}

    /// Runs to the end of the data. Deterministic: the same arguments give the same result, bit for bit.
    /// Throws [java.util.concurrent.CancellationException] when `progress` cancels, and
    /// [IllegalArgumentException] when settings and data do not fit: no bars in the range, unknown
    /// parameters, prices that are not numbers.
    public static RunResult run(
            Program program, SeriesKey series, boolean simulated, Bars bars, RunSettings settings, Progress progress) {
        return run(program, Data.of(series, simulated, bars), settings, progress);
    }

    /// Like [#run(Program, SeriesKey, boolean, Bars, RunSettings, Progress)] with a hash that is known
    /// already.
    public static RunResult run(Program program, Data data, RunSettings settings, Progress progress) {
        Identity identity = new Identity(
                program.document().name(), strategyHash(StrategyCodec.hash(program.document()), settings.parameters()));
        MarketData market = MarketData.of(new MarketSeries(data.key(), data.simulated(), data.bars(), data.hash()));
        if (program.tradesSeveral()) {
            return several(program, identity, market, settings, progress);
        }
        return run(program.bind(market, settings.parameters()), identity, data, settings, progress);
    }

    /// Runs over a base series and others that the strategy reads. A series that it reads and that is not among
    /// them is an [IllegalArgumentException] too.
    public static RunResult run(Program program, MarketData data, RunSettings settings, Progress progress) {
        Identity identity = new Identity(
                program.document().name(), strategyHash(StrategyCodec.hash(program.document()), settings.parameters()));
        if (program.tradesSeveral()) {
            return several(program, identity, data, settings, progress);
        }
        MarketSeries base = data.base();
        Data named = withIntrabar(new Data(base.key(), base.simulated(), base.bars(), data.hash()), data, settings);
        return run(program.bind(data, settings.parameters()), identity, named, settings, progress)
                .reading(RunSeries.of(data));
    }

    private static Data withIntrabar(Data named, MarketData data, RunSettings settings) {
        String intrabar = settings.fillTerms().intrabar();
        return intrabar == null
                ? named
                : named.telling(data.others().stream()
                        .filter(series -> series.key().toString().equals(intrabar))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("The intrabar series " + intrabar
                                + " is not among what the run was given. Give it, or name none."))
                        .bars());
    }

    /// Runs anything that can evaluate bars, with the same promises.
    public static RunResult run(
            Evaluation strategy, Identity identity, Data data, RunSettings settings, Progress progress) {
        return run(strategy, identity, data, settings, progress, false);
    }

    /// Like [#run(Evaluation, Identity, Data, RunSettings, Progress)], and with `everyBar` by the reference
    /// path.
    static RunResult run(
            Evaluation strategy,
            Identity identity,
            Data data,
            RunSettings settings,
            Progress progress,
            boolean everyBar) {
        Bars bars = data.bars();
        int first = settings.from() == null ? 0 : bars.indexAtOrAfter(settings.from());
        int end = settings.to() == null ? bars.size() : bars.indexAtOrAfter(after(settings.to()));
        if (first >= end) {
            throw noBars(data.key(), bars);
        }
        accept(strategy, data, settings);
        strategy.prepare(end);
        HistoryRun run = new HistoryRun(strategy, data, first, end, settings, Ledger.EntryLog.NONE, progress);
        RunLog log = everyBar ? run.everyBar() : run.activeBars();
        Reasons reasons = new Reasons(strategy, bars, run.ledger().scales());
        RunRecords records = new RunRecords(log, bars, run.ledger().scales(), reasons);
        List<Trade> trades = records.trades();
        RunResult result = new RunResult(
                        data.key(),
                        data.simulated(),
                        identity.name(),
                        Summaries.of(settings, bars, first, trades, log.equity(), log.position(), run.costSummary()),
                        trades,
                        records.orders(),
                        first,
                        records.times(first, end),
                        log.equity(),
                        log.position(),
                        data.hash(),
                        identity.hash(),
                        EngineVersion.CURRENT,
                        settings,
                        bars.zone())
                .with(run.ambiguity());
        progress.report(1, "Done");
        return result;
    }

    /// What the profile cannot do is refused before anything is computed.
    private static void accept(Evaluation strategy, Data data, RunSettings settings) {
        if (!settings.realistic() && !strategy.orderNodes().isEmpty()) {
            throw new IllegalArgumentException("The strategy sends orders of its own ("
                    + String.join(", ", strategy.orderNodes())
                    + "), and the fill profile plain knows market orders for the next opening alone."
                    + " Run it with the fill profile realistic, or disconnect them.");
        }
        if (!settings.realistic() && data.intrabar() != null) {
            throw new IllegalArgumentException("The fill profile plain reads no intrabar series."
                    + " Run with the fill profile realistic, or without one.");
        }
    }

    /// The run again with the bars read otherwise that did not tell what happened inside them: how far the
    /// result can be from the truth. For the `realistic` profile and one traded instrument. Takes many times
    /// as long as the run.
    public static Band band(Program program, MarketData data, RunSettings settings, Progress progress) {
        MarketSeries base = data.base();
        Data named = withIntrabar(new Data(base.key(), base.simulated(), base.bars(), data.hash()), data, settings);
        SharedColumns columns = new SharedColumns(data);
        Bars bars = base.bars();
        int first = settings.from() == null ? 0 : bars.indexAtOrAfter(settings.from());
        int end = settings.to() == null ? bars.size() : bars.indexAtOrAfter(after(settings.to()));
        return new BandSearch(
                        policy -> {
                            Evaluation strategy = program.bind(columns, settings.parameters());
                            accept(strategy, named, settings);
                            strategy.prepare(end);
                            return end(strategy, named.read(policy), first, end, settings);
                        },
                        end - first,
                        progress)
                .search();
    }

    private static Band.End end(Evaluation strategy, Data data, int first, int end, RunSettings settings) {
        HistoryRun run = new HistoryRun(strategy, data, first, end, settings, Ledger.EntryLog.NONE, Progress.NONE);
        RunLog log = run.activeBars();
        double[] equity = log.equity();
        double last = equity[equity.length - 1];
        return new Band.End(
                last / settings.capital() - 1,
                last,
                Summaries.drawdown(settings.capital(), equity),
                log.trips().size(),
                equity);
    }

    /// One account over the instruments that the strategy trades.
    private static RunResult several(
            Program program, Identity identity, MarketData data, RunSettings settings, Progress progress) {
        MarketSeries base = data.base();
        Bars bars = base.bars();
        int first = settings.from() == null ? 0 : bars.indexAtOrAfter(settings.from());
        int end = settings.to() == null ? bars.size() : bars.indexAtOrAfter(after(settings.to()));
        if (first >= end) {
            throw noBars(base.key(), bars);
        }
        SortedMap<String, Evaluation> evaluations = program.bindEach(data, settings.parameters());
        evaluations.values().forEach(evaluation -> {
            accept(evaluation, new Data(base.key(), base.simulated(), bars, base.hash()), settings);
            evaluation.prepare(end);
        });
        AccountRun run = new AccountRun(evaluations, data, first, end, settings, progress).play();
        List<Trade> trades = run.log().trades();
        RunResult result = new RunResult(
                        base.key(),
                        base.simulated(),
                        identity.name(),
                        Summaries.of(settings, bars, first, trades, run.equity(), run.held(), run.costs(settings)),
                        trades,
                        run.log().orders(),
                        first,
                        Arrays.copyOfRange(bars.times(), first, end),
                        run.equity(),
                        run.units(base.key().symbol()),
                        data.hash(),
                        identity.hash(),
                        EngineVersion.CURRENT,
                        settings,
                        bars.zone())
                .reading(RunSeries.of(data))
                .holding(run.holdings());
        progress.report(1, "Done");
        return result;
    }

    private static IllegalArgumentException noBars(SeriesKey key, Bars bars) {
        return new IllegalArgumentException(
                bars.size() == 0
                        ? "The series " + key + " has no bars."
                        : "The series " + key + " has no bars in the range that was asked for.");
    }

    private static long after(long nanos) {
        return nanos == Long.MAX_VALUE ? nanos : nanos + 1;
    }

    /// The hash of a strategy as it ran: the document's own, or where parameters were overridden, one over
    /// that hash and the overriding names and values.
    static String strategyHash(String documentHash, Map<String, Double> overrides) {
        if (overrides.isEmpty()) {
            return documentHash;
        }
        ContentHash hash = new ContentHash().add(documentHash);
        overrides.forEach((name, value) -> hash.add(name).add(value.doubleValue()));
        return hash.hex();
    }
}
