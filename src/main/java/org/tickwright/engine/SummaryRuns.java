package org.tickwright.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.kernel.Progress;
import org.tickwright.market.MarketData;
import org.tickwright.strategy.NodeFault;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.SharedColumns;
import org.tickwright.strategy.Transitions;

/// Runs of one program over the same data under the same settings with other parameters, of which the summary alone is
/// wanted: what [Backtest#run(Program, MarketData, RunSettings, Progress)] gives for these parameters, bit for bit.
///
/// Runs of a group share their columns, which are let go with the group: whoever groups runs that differ in few
/// parameters has each column computed once and holds those of one group at a time. Strategies that only enter and
/// leave
/// by data alone, under plain fills and proportional costs, are played from transition to transition, all runs of a
/// group side by side through blocks of bars ([TransitionRun]); any other takes the steps of a single run and leaves
/// out
/// its records. One thread.
public final class SummaryRuns {
    private final Program program;
    private final MarketData data;
    private final RunSettings settings;
    private final TransitionRun.@Nullable Ground ground;
    private final SummaryFigures figures;
    private int played;

    /// Runs of a program with all figures. Data and settings that do not fit are an [IllegalArgumentException].
    public SummaryRuns(Program program, MarketData data, RunSettings settings) {
        this(program, data, settings, SummaryFigures.ALL);
    }

    /// Runs of a program with such figures; those that are not wanted are absent from every summary.
    public SummaryRuns(Program program, MarketData data, RunSettings settings, SummaryFigures figures) {
        this.figures = figures;
        this.program = program;
        this.data = data;
        this.settings = settings;
        SimulatedAccount.Span span = Backtest.acceptable(program, data, settings);
        TransitionRun.Ground all =
                TransitionRun.summable(settings) && !program.tradesSeveral() ? TransitionRun.Ground.shared(span) : null;
        ground = all == null ? null : all.with(figures);
    }

    /// The summary of a run, or why it was not possible.
    public record Outcome(
            @Nullable Summary summary, @Nullable String fault) {
        private static Outcome of(Summary summary) {
            return new Outcome(summary, null);
        }

        private static Outcome impossible(RuntimeException why) {
            return new Outcome(
                    null,
                    why instanceof ArithmeticException beyond
                            ? FixedPoint.words(beyond)
                            : String.valueOf(why.getMessage()));
        }
    }

    /// A run of a group while it goes.
    private static final class Member {
        final RunSettings settings;

        @Nullable
        TransitionRun run;

        @Nullable
        Outcome outcome;

        /// True where columns may be left half made.
        boolean afresh;

        Member(RunSettings settings) {
            this.settings = settings;
        }
    }

    /// The runs with each of these parameters over those of the settings, in their order. Where `stopped` turns true
    /// only the first of them are done, maybe none.
    public List<Outcome> run(List<Map<String, Double>> parameters, BooleanSupplier stopped) {
        SharedColumns columns = new SharedColumns(data);
        List<Member> members = new ArrayList<>(parameters.size());
        for (Map<String, Double> each : parameters) {
            Member member = new Member(settings.overriding(each));
            bind(member, columns);
            members.add(member);
        }
        play(members, stopped);
        List<Outcome> outcomes = new ArrayList<>(members.size());
        for (Member member : members) {
            if (stopped.getAsBoolean()) {
                break;
            }
            outcomes.add(member.outcome == null ? stepped(member, columns) : member.outcome);
        }
        return outcomes;
    }

    /// How many runs were played from transition to transition.
    int played() {
        return played;
    }

    private void bind(Member member, SharedColumns columns) {
        TransitionRun.Ground over = ground;
        if (over == null) {
            return;
        }
        try {
            boolean shorts = settings.shorts();
            Transitions signals = Transitions.of(program, columns, member.settings.parameters(), shorts);
            if (signals != null) {
                TransitionRun run = new TransitionRun(signals, over, member.settings);
                if (run.possible()) {
                    signals.reserve(over.end());
                    member.run = run;
                }
            }
        } catch (IllegalArgumentException | NodeFault e) {
            member.outcome = Outcome.impossible(e);
        }
    }

    /// Plays what can be played from transition to transition, block by block.
    private void play(List<Member> members, BooleanSupplier stopped) {
        TransitionRun.Ground over = ground;
        if (over == null || members.stream().noneMatch(member -> member.run != null)) {
            return;
        }
        for (int from = 0; from < over.end() && !stopped.getAsBoolean(); from += Transitions.BLOCK) {
            int to = Math.min(over.end(), from + Transitions.BLOCK);
            for (Member member : members) {
                advance(member, to);
            }
        }
        for (Member member : members) {
            TransitionRun run = member.run;
            if (run != null && !stopped.getAsBoolean()) {
                finish(member, run);
            }
        }
    }

    /// What goes wrong here goes wrong in the steps too, and is told from there.
    private static void advance(Member member, int to) {
        TransitionRun run = member.run;
        if (run != null) {
            try {
                run.advance(to);
            } catch (ArithmeticException | NodeFault e) {
                member.run = null;
                member.afresh = true;
            }
        }
    }

    private void finish(Member member, TransitionRun run) {
        try {
            Summary summary = run.summary();
            if (summary != null) {
                member.outcome = Outcome.of(summary);
                played++;
            }
        } catch (ArithmeticException e) {
            member.run = null;
        }
    }

    private Outcome stepped(Member member, SharedColumns columns) {
        try {
            SharedColumns own = member.afresh ? new SharedColumns(data) : columns;
            return Outcome.of(figures.of(Backtest.summary(program, data, own, member.settings)));
        } catch (IllegalArgumentException | ArithmeticException | NodeFault e) {
            return Outcome.impossible(e);
        }
    }
}
