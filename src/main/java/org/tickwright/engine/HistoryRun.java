package org.tickwright.engine;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.tickwright.execution.BarVenue;
import org.tickwright.execution.Client;
import org.tickwright.execution.FillProfile;
import org.tickwright.execution.FillRules;
import org.tickwright.execution.IntrabarPolicy;
import org.tickwright.execution.RealisticVenue;
import org.tickwright.execution.SimulatedVenue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.order.OrderIntent;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;
import org.tickwright.risk.AccountEvents;
import org.tickwright.risk.CostContext;
import org.tickwright.risk.CostModel;
import org.tickwright.risk.Costs;
import org.tickwright.risk.MonthlyVolume;
import org.tickwright.risk.RiskGate;
import org.tickwright.strategy.Evaluation;

/// The backtest's wiring: plays history into the simulated venue and the [TradingLoop], bar after bar.
///
/// [#everyBar] is the reference: one full step per bar. [#activeBars] leaves out the bars on which neither
/// venue nor loop can have anything to do and marks equity there in one pass; it gives the same bits. Where
/// the account itself has events (carrying costs, margin, corporate actions) every bar is stepped.
final class HistoryRun {
    private static final int BARS_BETWEEN_REPORTS = 1 << 16;

    private final Bars bars;
    private final int first;
    private final int end;
    private final Ledger ledger;
    private final TradingLoop loop;
    private final BarVenue venue;
    private final InstrumentDesk desk;
    private final CostModel costs;
    private final @Nullable AccountEvents events;
    private final RunLog log;
    private final Progress progress;
    private int nextReport;

    /// A run over the bars `first` (inclusive) to `end` (exclusive) of a series.
    HistoryRun(
            Evaluation strategy,
            Backtest.Data data,
            int first,
            int end,
            RunSettings settings,
            Ledger.EntryLog audit,
            Progress progress) {
        bars = data.bars();
        this.first = first;
        this.end = end;
        this.progress = progress;
        Scales scales = Scales.forFirstPrice(bars.close(0));
        ledger = new Ledger(scales, Scales.moneyUnits(settings.capital()), audit);
        log = new RunLog(scales, bars, first, end);
        costs = CostModel.of(
                new Costs(settings.commissionBps(), settings.slippageBps()),
                settings.costs(),
                new CostContext(bars, ledger.holding(0), new MonthlyVolume()));
        RiskGate gate = new RiskGate(
                ledger,
                0,
                costs,
                settings.costs().margin(),
                settings.wholeUnits(),
                intent -> waits(intent) && intent.signalIndex() >= end - 1
                        ? "The data end here: there is no later opening to fill at."
                        : "");
        boolean realistic = settings.realistic();
        desk = new InstrumentDesk(0, bars, new OrderPath(gate, log, realistic), ledger, costs, log);
        Client client = new Client(gate, ledger.holding(0), desk);
        venue = realistic
                ? new RealisticVenue(bars, rules(data, settings, scales), costs, client)
                : new SimulatedVenue(bars, scales, FillProfile.named(settings.fills()), costs, gate, desk);
        desk.connect(venue);
        loop = new TradingLoop(strategy, EntryRules.of(settings), desk);
        events = AccountEvents.of(settings.costs(), ledger, 0, bars, first, settings.wholeUnits(), desk::split);
        nextReport = first;
    }

    /// Whether an intent is for a bar after the one at which it was decided.
    private static boolean waits(OrderIntent intent) {
        return intent.timeInForce() != TimeInForce.AT_CLOSE
                && (intent.action().entry() || intent.type() == OrderType.MARKET);
    }

    private static FillRules rules(Backtest.Data data, RunSettings settings, Scales scales) {
        FillTerms terms = settings.fillTerms();
        long lot = settings.wholeUnits() ? scales.wholeUnit() : 1;
        IntrabarPolicy stated = data.reading();
        return new FillRules(terms.participation(), lot, stated == null ? terms.policy() : stated, data.intrabar());
    }

    /// What the bars could not tell.
    Ambiguity ambiguity() {
        return venue instanceof RealisticVenue realistic
                ? new Ambiguity(
                        realistic.volumeKnown(),
                        realistic.finerUse().told(),
                        realistic.finerUse().untold(),
                        realistic.ambiguous())
                : Ambiguity.NONE;
    }

    /// One full step per bar.
    RunLog everyBar() {
        for (int bar = first; bar < end; bar++) {
            report(bar);
            step(bar);
        }
        return log;
    }

    /// Steps only where something can happen.
    RunLog activeBars() {
        if (events != null) {
            return everyBar();
        }
        int last = end - 1;
        int bar = first;
        while (bar <= last) {
            report(bar);
            int active = venue.nextActiveBar(bar, loop.nextActiveBar(bar, last));
            mark(bar, active);
            step(active);
            bar = active + 1;
        }
        return log;
    }

    private void step(int bar) {
        try {
            if (events != null) {
                events.opens(bar);
            }
            venue.open(bar);
            venue.range(bar);
            closed(bar);
            if (bar == end - 1) {
                loop.finish(bar);
            }
            venue.close(bar);
        } catch (ArithmeticException e) {
            throw stopped(bar, e);
        }
        mark(bar, bar + 1);
    }

    private void closed(int bar) {
        if (events == null) {
            loop.closed(bar);
            return;
        }
        events.closes(bar);
        loop.closed(bar);
        String call = events.marginCall();
        if (!call.isEmpty()) {
            desk.liquidate(bar, call);
        }
    }

    private void mark(int from, int to) {
        try {
            log.mark(from, to, ledger);
        } catch (ArithmeticException e) {
            throw stopped(from, e);
        }
    }

    /// A number left the range that the ledger can hold.
    private IllegalArgumentException stopped(int bar, ArithmeticException cause) {
        return new IllegalArgumentException(
                "The run stopped at " + place(bars, bar) + ": " + cause.getMessage()
                        + ". The account's numbers do not fit these prices; nothing was kept.",
                cause);
    }

    /// A bar in words: its index and time.
    static String place(Bars bars, int bar) {
        return "bar " + bar + " (" + new RunTimes(bars.timeframe(), bars.zone()).instant(bars.time(bar)) + ")";
    }

    private void report(int bar) {
        if (bar >= nextReport) {
            nextReport = bar + BARS_BETWEEN_REPORTS;
            if (progress.cancelled()) {
                throw new CancellationException("The backtest was cancelled");
            }
            progress.report((double) (bar - first) / (end - first), "Bar " + (bar - first) + " of " + (end - first));
        }
    }

    /// What was paid, once the run is over.
    CostSummary costSummary() {
        return CostSummary.of(ledger, costs.book(), events == null ? 0 : events.marginCalls());
    }

    Ledger ledger() {
        return ledger;
    }
}
