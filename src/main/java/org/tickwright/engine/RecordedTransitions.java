package org.tickwright.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.SimulatedAccount.Span;
import org.tickwright.kernel.Progress;
import org.tickwright.strategy.Evaluator;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.SharedColumns;
import org.tickwright.strategy.Transitions;

/// Plays a single run from transition to transition where that can be done, and records all that a result holds: the
/// bits and words of a [HistoryRun], in a fraction of its time.
final class RecordedTransitions {
    private static final int BARS_BETWEEN_REPORTS = 1 << 16;

    private final Span span;
    private final RunSettings settings;
    private final Transitions signals;
    private final EquityBlocks.Columns columns;
    private final TransitionLog log;
    private final TransitionRun run;

    /// What came of a run, by whichever way.
    record Recorded(
            Summary summary,
            List<Trade> trades,
            List<OrderRecord> orders,
            long[] times,
            double[] equity,
            double[] position) {}

    private RecordedTransitions(Transitions signals, Span span, RunSettings settings) {
        this.signals = signals;
        this.span = span;
        this.settings = settings;
        columns = EquityBlocks.Columns.of(span.end() - span.first());
        log = new TransitionLog(signals);
        run = new TransitionRun(
                signals, TransitionRun.Ground.alone(span), settings, new TransitionRun.Recording(log, columns));
    }

    /// Plays a program over the bars of a span; null where it must be stepped, which includes numbers that are not told
    /// exactly here. A fault of a node may leave columns half made.
    static @Nullable Recorded of(
            Program program, SharedColumns shared, Span span, RunSettings settings, Progress progress) {
        boolean shorts = settings.shorts();
        Transitions signals = Transitions.of(program, shared, settings.parameters(), shorts);
        if (signals == null) {
            return null;
        }
        RecordedTransitions transitions = new RecordedTransitions(signals, span, settings);
        return transitions.run.possible() ? transitions.play(progress) : null;
    }

    /// Whether runs of a program under settings may be made this way; whoever chose how it is computed wants its rows.
    static boolean possible(Program program, RunSettings settings) {
        return program.evaluator() == Evaluator.AUTOMATIC && TransitionRun.possible(settings);
    }

    private @Nullable Recorded play(Progress told) {
        try {
            return played(told);
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private @Nullable Recorded played(Progress told) {
        RunProgress progress = new RunProgress(told, span, BARS_BETWEEN_REPORTS);
        signals.reserve(span.end());
        for (int from = 0; from < span.end(); from += Transitions.BLOCK) {
            int to = Math.min(span.end(), from + Transitions.BLOCK);
            if (to > span.first()) {
                progress.at(Math.max(from, span.first()));
            }
            run.advance(to);
        }
        Summary summary = run.summary();
        if (summary == null) {
            return null;
        }
        long[] times = span.times();
        TransitionRecords records = log.records(
                new TransitionRecords.Terms(times, span.first(), run.scales(), settings.wholeUnits(), run.sizes()));
        return new Recorded(summary, records.trades(), records.orders(), times, columns.equity(), columns.position());
    }
}
