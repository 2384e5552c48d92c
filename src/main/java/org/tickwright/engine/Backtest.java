package org.tickwright.engine;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.SimulatedAccount.Span;
import org.tickwright.execution.FinerPrices;
import org.tickwright.execution.IntrabarPolicy;
import org.tickwright.kernel.ContentHash;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.TradeTicks;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;
import org.tickwright.strategy.Evaluation;
import org.tickwright.strategy.NodeFault;
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

    /// The series a run reads: which it is, whether a generator made it, its bars, the content hash of all
    /// that is read, finer prices of the same instrument that tell what happened inside the bars, and a policy
    /// for what is still open where it is not the settings' own.
    public record Data(
            SeriesKey key,
            boolean simulated,
            Bars bars,
            String hash,
            @Nullable FinerPrices intrabar,
            @Nullable IntrabarPolicy reading) {

        /// Without finer bars.
        public Data(SeriesKey key, boolean simulated, Bars bars, String hash) {
            this(key, simulated, bars, hash, null, null);
        }

        /// The same, read by a policy.
        Data read(IntrabarPolicy policy) {
            return new Data(key, simulated, bars, hash, intrabar, policy);
        }

        /// The same with finer bars, whose hash is in the hash already. Bars that are not finer, or that hold
        /// a price that is no number, are an [IllegalArgumentException].
        public Data telling(Bars finer) {
            Intrabar.checked(new MarketSeries(key, simulated, finer, ""), bars);
            return telling(new FinerPrices.OfBars(finer));
        }

        /// The same with trades that the bars are made of or lie among, whose hash is in the hash already.
        public Data telling(TradeTicks ticks) {
            return telling(new FinerPrices.OfTrades(ticks));
        }

        Data telling(FinerPrices finer) {
            return new Data(key, simulated, bars, hash, finer, reading);
        }

        /// Checks that every price is a number and computes the hash. That takes longer than many a run:
        /// whoever runs often keeps the result. A price that is none is an [IllegalArgumentException].
        public static Data of(SeriesKey key, boolean simulated, Bars bars) {
            Intrabar.checkPrices(key.toString(), bars);
            return new Data(key, simulated, bars, bars.contentHash());
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
        MarketData market = MarketData.of(new MarketSeries(data.key(), data.simulated(), data.bars(), data.hash()));
        SharedColumns columns = new SharedColumns(market);
        return program.tradesSeveral()
                ? several(program, columns, settings, progress)
                : alone(program, columns, data, settings, progress);
    }

    private static Identity identity(Program program, RunSettings settings) {
        return new Identity(
                program.document().name(), strategyHash(StrategyCodec.hash(program.document()), settings.parameters()));
    }

    /// One instrument: from transition to transition where that gives all there is, else by its active bars.
    private static RunResult alone(
            Program program, SharedColumns columns, Data data, RunSettings settings, Progress progress) {
        SharedColumns stepped = columns;
        if (RecordedTransitions.possible(program, settings)) {
            try {
                RunResult result = recorded(program, columns, data, settings, progress);
                if (result != null) {
                    return result;
                }
            } catch (IllegalArgumentException | NodeFault e) {
                // The steps tell it in their words, over columns that were not left half made.
                stepped = new SharedColumns(columns.data());
            }
        }
        Evaluation strategy = program.bindForRun(stepped, settings.parameters(), settings.shorts());
        return run(strategy, identity(program, settings), data, settings, progress);
    }

    private static @Nullable RunResult recorded(
            Program program, SharedColumns columns, Data data, RunSettings settings, Progress progress) {
        Span span = span(data.key(), data.bars(), settings);
        accept(program.orderNodes(), false, data.intrabar() != null, settings);
        RecordedTransitions.Recorded recorded = RecordedTransitions.of(program, columns, span, settings, progress);
        if (recorded == null) {
            return null;
        }
        RunResult result = result(identity(program, settings), data, settings, span, recorded);
        progress.report(1, "Done");
        return result;
    }

    /// Runs over a base series and others that the strategy reads. A series that it reads and that is not
    /// among them is an [IllegalArgumentException] too.
    public static RunResult run(Program program, MarketData data, RunSettings settings, Progress progress) {
        return run(program, new SharedColumns(data), settings, progress);
    }

    /// Like [#run(Program, MarketData, RunSettings, Progress)] over the series of some columns, of which those that are
    /// there already are not computed again: edits of one strategy pay for what lies downstream of the edit.
    public static RunResult run(Program program, SharedColumns columns, RunSettings settings, Progress progress) {
        MarketData data = columns.data();
        if (program.tradesSeveral()) {
            return several(program, columns, settings, progress);
        }
        MarketSeries base = data.base();
        Data named = Intrabar.into(new Data(base.key(), base.simulated(), base.bars(), data.hash()), data, settings);
        return alone(program, columns, named, settings, progress).reading(RunSeries.of(data));
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
        Span span = span(data.key(), data.bars(), settings);
        accept(strategy, false, data.intrabar() != null, settings);
        HistoryRun run =
                new HistoryRun(strategy, data, span.first(), span.end(), settings, Ledger.EntryLog.NONE, progress);
        RunRecords records = recording(run.account(), false, true);
        RunLog log = everyBar ? run.everyBar() : run.activeBars();
        records.done();
        Summary summary = Summaries.of(
                settings,
                data.bars(),
                span.first(),
                records.sums(),
                log.figures(),
                run.account().costSummary());
        RunResult result = result(
                        identity,
                        data,
                        settings,
                        span,
                        new RecordedTransitions.Recorded(
                                summary,
                                records.trades(),
                                records.orders(),
                                span.times(),
                                log.equity(),
                                log.position(0)))
                .with(run.account().ambiguity(false));
        progress.report(1, "Done");
        return result;
    }

    private static RunResult result(
            Identity identity, Data data, RunSettings settings, Span span, RecordedTransitions.Recorded run) {
        return new RunResult(
                data.key(),
                data.simulated(),
                identity.name(),
                run.summary(),
                run.trades(),
                run.orders(),
                span.first(),
                run.times(),
                run.equity(),
                run.position(),
                data.hash(),
                identity.hash(),
                EngineVersion.CURRENT,
                settings,
                data.bars().zone());
    }

    /// The records of a run that is over.
    static RunRecords records(SimulatedAccount account, boolean named) {
        return recording(account, named, true).done();
    }

    /// The records of a run, told of what happens from now on; where nobody will read them, without reasons.
    private static RunRecords recording(SimulatedAccount account, boolean named, boolean read) {
        RunRecords records = new RunRecords(
                account.log(),
                account.instruments().stream()
                        .map(each -> traded(account.ledger(), each, named))
                        .toList(),
                read);
        account.log().tell(records);
        return records;
    }

    private static RunRecords.Traded traded(Ledger ledger, TradedInstrument each, boolean named) {
        Scales scales = ledger.holding(each.listing().instrument()).scales();
        return new RunRecords.Traded(named ? each.symbol() : null, scales, each.strategy(), each.bars());
    }

    /// What no run of a program under these settings over these data could do is an [IllegalArgumentException].
    static Span acceptable(Program program, MarketData data, RunSettings settings) {
        Span span = span(data.base().key(), data.base().bars(), settings);
        boolean intrabar = settings.fillTerms().intrabar() != null;
        accept(program.orderNodes(), program.tradesSeveral(), intrabar, settings);
        return span;
    }

    /// The summary of a run over shared columns, without its records.
    static Summary summary(Program program, MarketData data, SharedColumns columns, RunSettings settings) {
        if (program.tradesSeveral()) {
            return run(program, data, settings, Progress.NONE).summary();
        }
        MarketSeries base = data.base();
        Data named = Intrabar.into(new Data(base.key(), base.simulated(), base.bars(), data.hash()), data, settings);
        Span span = span(base.key(), base.bars(), settings);
        Evaluation strategy = program.bindForRun(columns, settings.parameters(), settings.shorts());
        accept(strategy, false, named.intrabar() != null, settings);
        HistoryRun run = new HistoryRun(
                strategy, named, span.first(), span.end(), settings, Ledger.EntryLog.NONE, Progress.NONE);
        RunRecords records = recording(run.account(), false, false);
        RunLog log = run.activeBars();
        return Summaries.of(
                settings,
                base.bars(),
                span.first(),
                records.sums(),
                log.figures(),
                run.account().costSummary());
    }

    /// The bars that the settings ask for.
    private static Span span(SeriesKey key, Bars bars, RunSettings settings) {
        int first = settings.from() == null ? 0 : bars.indexAtOrAfter(settings.from());
        int end = settings.to() == null ? bars.size() : bars.indexAtOrAfter(after(settings.to()));
        if (first >= end) {
            throw noBars(key, bars);
        }
        return new Span(bars, first, end);
    }

    /// What the profile cannot do is refused before anything is computed.
    static void accept(Evaluation strategy, boolean several, boolean intrabar, RunSettings settings) {
        accept(strategy.orderNodes(), several, intrabar, settings);
    }

    private static void accept(List<String> orderNodes, boolean several, boolean intrabar, RunSettings settings) {
        if (!settings.realistic() && !orderNodes.isEmpty()) {
            throw new IllegalArgumentException("The strategy sends orders of its own ("
                    + String.join(", ", orderNodes)
                    + "), and the fill profile plain knows market orders for the next opening alone."
                    + " Run it with the fill profile realistic, or disconnect them.");
        }
        if (!several && !settings.costs().actionsOf().isEmpty()) {
            throw new IllegalArgumentException("There are splits and dividends of "
                    + String.join(", ", settings.costs().actionsOf().keySet())
                    + ", and the strategy trades the base instrument alone. Give those of that one, without a symbol.");
        }
        if (!settings.realistic() && intrabar) {
            throw new IllegalArgumentException("The fill profile plain reads no intrabar series."
                    + " Run with the fill profile realistic, or without one.");
        }
    }

    /// The run again with the bars read otherwise that did not tell what happened inside them: how far the
    /// result can be from the truth. For the `realistic` profile. Takes many times as long as the run.
    public static Band band(Program program, MarketData data, RunSettings settings, Progress progress) {
        SharedColumns columns = new SharedColumns(data);
        MarketSeries base = data.base();
        Span span = span(base.key(), base.bars(), settings);
        Function<IntrabarPolicy, Band.End> runner = new BandReadings(program, columns, span, settings).runner();
        int bars = span.end() - span.first();
        int traded = program.tradesSeveral() ? program.traded(data).size() : 1;
        return new BandSearch(runner, Math.multiplyExact(bars, traded), progress).search();
    }

    static SortedMap<String, Evaluation> evaluations(
            Program program, SharedColumns columns, Span span, RunSettings settings) {
        SortedMap<String, Evaluation> evaluations = program.bindEach(columns, settings.parameters());
        evaluations.values().forEach(evaluation -> {
            accept(evaluation, true, settings.fillTerms().intrabar() != null, settings);
            evaluation.prepare(span.end());
        });
        return evaluations;
    }

    /// One account over the instruments that the strategy trades.
    private static RunResult several(Program program, SharedColumns columns, RunSettings settings, Progress progress) {
        Identity identity = identity(program, settings);
        MarketData data = columns.data();
        MarketSeries base = data.base();
        Span span = span(base.key(), base.bars(), settings);
        SortedMap<String, Evaluation> evaluations = evaluations(program, columns, span, settings);
        HistoryMerge.Given given = new HistoryMerge.Given(evaluations, data, span, settings, null);
        HistoryMerge run = new HistoryMerge(given, Ledger.EntryLog.NONE, progress);
        RunRecords records = recording(run.account(), true, true);
        run.play();
        records.done();
        RunResult result = new RunResult(
                        base.key(),
                        base.simulated(),
                        identity.name(),
                        Summaries.of(
                                settings,
                                base.bars(),
                                span.first(),
                                records.sums(),
                                new EquityFigures(settings.capital(), run.equity(), run.held())
                                        .add(run.equity().length)
                                        .figures(),
                                run.account().costSummary()),
                        records.trades(),
                        records.orders(),
                        span.first(),
                        span.times(),
                        run.equity(),
                        run.units(base.key().symbol()),
                        data.hash(),
                        identity.hash(),
                        EngineVersion.CURRENT,
                        settings,
                        base.bars().zone())
                .reading(RunSeries.of(data))
                .holding(run.holdings())
                .with(run.account().ambiguity(true));
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
    public static String strategyHash(String documentHash, Map<String, Double> overrides) {
        if (overrides.isEmpty()) {
            return documentHash;
        }
        ContentHash hash = new ContentHash().add(documentHash);
        overrides.forEach((name, value) -> hash.add(name).add(value.doubleValue()));
        return hash.hex();
    }
}
