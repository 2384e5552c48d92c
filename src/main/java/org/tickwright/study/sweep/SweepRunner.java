package org.tickwright.study.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.tickwright.engine.SummaryRuns;
import org.tickwright.kernel.Progress;
import org.tickwright.market.StoreException;

/// Runs a sweep on an executor that it is given, by so many workers as the executor should be kept busy with.
///
/// Rows are handed out group by group as they are made, so memory grows neither with the number of runs nor with bars
/// times runs; a row has the same bits whatever the number of workers. A sweep that is stopped (by its [Progress]) has
/// handed out every row that it finished, and goes on from there when it is run again with these left out: that is
/// pause and resume, also after a restart.
public final class SweepRunner {
    private final Executor executor;
    private final int workers;

    /// Where rows go. Called by one worker at a time, with rows whose numbers rise, groups in any order.
    @FunctionalInterface
    public interface Sink {
        /// Takes rows.
        void add(List<SweepRow> rows) throws StoreException;
    }

    /// A runner with so many workers, at least one.
    public SweepRunner(Executor executor, int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("A sweep needs at least one worker, was " + workers);
        }
        this.executor = executor;
        this.workers = workers;
    }

    /// Runs every combination that is not `finished` and waits until all are done or the sweep was stopped; true when
    /// all are done. Settings and data that do not fit are an [IllegalArgumentException]; a combination that is not
    /// possible is a row that says so.
    public boolean run(Sweep sweep, BitSet finished, Sink sink, Progress progress) throws StoreException {
        return new Job(sweep, finished, sink, progress).run();
    }

    /// One sweep under way.
    private final class Job {
        private final Sweep sweep;
        private final BitSet finished;
        private final Sink sink;
        private final Progress progress;
        private final SweepGroups groups;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicBoolean failed = new AtomicBoolean();
        private int done;

        Job(Sweep sweep, BitSet finished, Sink sink, Progress progress) {
            this.sweep = sweep;
            this.finished = finished;
            this.sink = sink;
            this.progress = progress;
            groups = SweepGroups.of(sweep);
            done = finished.cardinality();
        }

        boolean run() throws StoreException {
            // What fits no run is said once, before anything is started.
            new SummaryRuns(sweep.program(), sweep.data(), sweep.settings());
            List<CompletableFuture<Void>> working = new ArrayList<>();
            for (int i = 0; i < Math.min(workers, groups.count()); i++) {
                working.add(CompletableFuture.runAsync(this::work, executor));
            }
            try {
                CompletableFuture.allOf(working.toArray(CompletableFuture[]::new))
                        .join();
            } catch (CompletionException e) {
                throw failure(e);
            }
            return done == sweep.plan().size();
        }

        private RuntimeException failure(CompletionException failed) throws StoreException {
            Throwable cause = failed.getCause();
            if (cause instanceof Unwritten unwritten) {
                throw unwritten.cause;
            }
            if (cause instanceof RuntimeException fault) {
                return fault;
            }
            return cause instanceof Error error ? throwing(error) : failed;
        }

        private static RuntimeException throwing(Error error) {
            throw error;
        }

        private void work() {
            boolean well = false;
            try {
                SummaryRuns runs = new SummaryRuns(sweep.program(), sweep.data(), sweep.settings());
                for (int group = next.getAndIncrement();
                        group < groups.count() && !stopped();
                        group = next.getAndIncrement()) {
                    hand(rows(runs, groups.points(group, finished)));
                }
                well = true;
            } finally {
                if (!well) {
                    failed.set(true);
                }
            }
        }

        private boolean stopped() {
            return failed.get() || progress.cancelled();
        }

        private List<SweepRow> rows(SummaryRuns runs, int[] points) {
            List<Map<String, Double>> parameters =
                    Arrays.stream(points).mapToObj(sweep.plan()::parameters).toList();
            List<SummaryRuns.Outcome> outcomes = runs.run(parameters, this::stopped);
            List<SweepRow> rows = new ArrayList<>(outcomes.size());
            for (int i = 0; i < outcomes.size(); i++) {
                SummaryRuns.Outcome outcome = outcomes.get(i);
                rows.add(new SweepRow(points[i], parameters.get(i), outcome.summary(), outcome.fault()));
            }
            return rows;
        }

        private synchronized void hand(List<SweepRow> rows) {
            if (rows.isEmpty()) {
                return;
            }
            try {
                sink.add(rows);
            } catch (StoreException e) {
                throw new Unwritten(e);
            }
            done += rows.size();
            int all = sweep.plan().size();
            progress.report((double) done / all, String.format(Locale.ROOT, "%,d of %,d combinations", done, all));
        }
    }

    /// Rows that could not be handed on.
    private static final class Unwritten extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient StoreException cause;

        Unwritten(StoreException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
