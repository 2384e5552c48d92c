package org.tickwright.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.SimulatedAccount.Member;
import org.tickwright.engine.SimulatedAccount.Span;
import org.tickwright.execution.BarVenue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.portfolio.Ledger;
import org.tickwright.risk.AccountEvents;
import org.tickwright.strategy.Evaluation;

/// Plays the history of one instrument into a [SimulatedAccount], bar after bar.
///
/// [#everyBar] is the reference: one full step per bar. [#activeBars] leaves out the bars on which neither
/// venue nor loop can have anything to do and marks equity there in one pass; it gives the same bits. Where
/// the account itself has events (carrying costs, margin, corporate actions) every bar is stepped.
/// [HistoryMerge] plays several instruments into the same parts.
final class HistoryRun {
    private static final int BARS_BETWEEN_REPORTS = 1 << 16;
    /// Bars whose columns fit in the processor's nearer memory together.
    private static final int BLOCK = 4096;

    private final Bars bars;
    private final int first;
    private final int end;
    private final SimulatedAccount account;
    private final TradingLoop loop;
    private final BarVenue venue;
    private final InstrumentDesk desk;
    private final @Nullable AccountEvents events;
    private final RunLog log;
    private final RunProgress progress;
    private final Evaluation strategy;
    private int prepared;
    /// Kept so that nobody finds the reading needless.
    @SuppressWarnings("UnusedVariable")
    private double fetched;

    /// A run over the bars `first` (inclusive) to `end` (exclusive) of a series.
    HistoryRun(
            Evaluation strategy,
            Backtest.Data data,
            int first,
            int end,
            RunSettings settings,
            Ledger.EntryLog audit,
            Progress progress) {
        this.strategy = strategy;
        strategy.reserve(end);
        bars = data.bars();
        this.first = first;
        this.end = end;
        Span span = new Span(data.bars(), first, end);
        Member member = new Member(
                data.key().symbol(),
                data.bars(),
                data.intrabar(),
                settings.costs().actions(),
                strategy);
        account = new SimulatedAccount(List.of(member), span, settings, data.reading(), audit);
        TradedInstrument only = account.instruments().getFirst();
        loop = only.loop();
        venue = only.venue();
        desk = only.desk();
        events = only.events();
        log = account.log();
        this.progress = new RunProgress(progress, span, BARS_BETWEEN_REPORTS);
    }

    /// One full step per bar.
    RunLog everyBar() {
        for (int bar = first; bar < end; bar++) {
            progress.at(bar);
            prepare(bar);
            step(bar);
            markStepped(bar);
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
            progress.at(bar);
            if (prepare(bar)) {
                fetch(bar);
            }
            int until = Math.min(prepared, last);
            int active = venue.nextActiveBar(bar, loop.nextActiveBar(bar, until));
            if (active > bar) {
                mark(bar, active);
            }
            if (active < prepared) {
                step(active);
                mark(active, active + 1);
                active++;
            }
            bar = active;
        }
        settle();
        return log;
    }

    /// Has the strategy ready for a bar and the block behind it, whose columns are then near while it is
    /// played.
    private boolean prepare(int bar) {
        if (bar < prepared) {
            return false;
        }
        prepared = Math.min(end, (bar / BLOCK + 1) * BLOCK);
        strategy.prepare(prepared);
        return true;
    }

    /// Reads what orders of the block will need of columns that nothing else runs through: many reads at once
    /// wait for memory once, those in the midst of a step each for themselves.
    private void fetch(int bar) {
        double[] opens = bars.column(Bars.Field.OPEN);
        long[] times = bars.times();
        double read = 0;
        for (int at = strategy.nextActiveBar(bar, prepared);
                at < prepared;
                at = strategy.nextActiveBar(at + 1, prepared)) {
            int next = Math.min(at + 1, end - 1);
            read += opens[next] + times[next];
        }
        fetched = read;
    }

    private void step(int bar) {
        try {
            if (events != null) {
                events.carries(bar);
                account.chargeInterest(bars.time(bar));
                events.acts(bar);
            }
            venue.open(bar);
            venue.range(bar);
            closed(bar);
            if (bar == end - 1) {
                loop.finish(bar);
            }
            venue.close(bar);
        } catch (ArithmeticException e) {
            settle();
            throw progress.stopped(bar, e);
        }
    }

    private void closed(int bar) {
        if (events == null) {
            desk.closed(bar);
            loop.closed(bar);
            return;
        }
        events.closes(bar);
        desk.closed(bar);
        loop.closed(bar);
        account.checkMargin(bar);
    }

    private void markStepped(int bar) {
        try {
            log.mark(bar);
        } catch (ArithmeticException e) {
            throw progress.stopped(bar, e);
        }
    }

    private void mark(int from, int to) {
        try {
            log.mark(from, to);
        } catch (ArithmeticException e) {
            throw progress.stopped(log.unmarked(), e);
        }
    }

    /// What waits to be marked is; where that fails, it did so before anything that failed later.
    private void settle() {
        try {
            log.settle();
        } catch (ArithmeticException e) {
            throw progress.stopped(log.unmarked(), e);
        }
    }

    SimulatedAccount account() {
        return account;
    }

    Ledger ledger() {
        return account.ledger();
    }
}
