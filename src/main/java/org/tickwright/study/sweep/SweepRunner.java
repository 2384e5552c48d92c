package org.tickwright.study.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.tickwright.engine.SummaryRuns;
import org.tickwright.kernel.Progress;
import org.tickwright.market.StoreException;

/// Runs a sweep on an executor that it is given, by so many workers as the executor should be kept busy with.
///
/// Rows are handed out group by group as they are made, so memory grows neither with the number of runs nor with bars
/// times runs; a row has the same bits whatever the number of workers. A sweep that is stopped (by its [Progress]) has
/// handed out every row that it finished, and goes on from there when it is run again with these left out: that is
/// pause and resume, also after a restart. What a guided search proposes together runs side by side.
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

    /// A combination to run: its number in the plan and its values by name.
    record Try(int point, Map<String, Double> parameters) {}

    /// Runs every combination that is not `finished` and waits until all are done or the sweep was stopped; true when
    /// all are done. Settings and data that do not fit are an [IllegalArgumentException]; a combination that is not
    /// possible is a row that says so.
    public boolean run(Sweep sweep, BitSet finished, Sink sink, Progress progress) throws StoreException {
        SweepGroups groups = SweepGroups.of(sweep, workers);
        SweepPlan plan = sweep.plan();
        Job job = new Job(sweep, finished.cardinality(), sink, progress);
        job.run(
                groups.count(),
                group -> Arrays.stream(groups.points(group, finished))
                        .mapToObj(point -> new Try(point, plan.parameters(point)))
                        .toList());
        return job.done == plan.size();
    }

    /// Lets a guided search choose until its plan is used up, or it was stopped; true when all is done. Proposals that
    /// the history has are told to the search without being run, all of a proposal are run before it is told.
    public boolean run(Sweep sweep, GuidedSearch search, SearchHistory history, Sink sink, Progress progress)
            throws StoreException {
        int size = sweep.plan().size();
        if (history.has(0, size)) {
            return true;
        }
        Sink noting = rows -> {
            sink.add(rows);
            rows.forEach(history::add);
        };
        Job job = new Job(sweep, history.size(), noting, progress);
        int together = SweepGroups.of(sweep, workers).together();
        int from = 0;
        while (from < size && !progress.cancelled()) {
            List<double[]> asked = search.ask(size - from);
            List<Try> open = history.open(from, asked);
            int side = Math.clamp(Math.ceilDiv(open.size(), workers), 1, together);
            job.run(
                    Math.ceilDiv(open.size(), side),
                    group -> open.subList(group * side, Math.min(open.size(), (group + 1) * side)));
            if (!history.has(from, asked.size())) {
                return false;
            }
            search.tell(history.scores(from, asked.size()));
            from += asked.size();
        }
        return from == size;
    }

    /// One sweep under way.
    private final class Job {
        private final Sweep sweep;
        private final Sink sink;
        private final Progress progress;
        private final Queue<SummaryRuns> idle = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean failed = new AtomicBoolean();
        private int done;

        Job(Sweep sweep, int done, Sink sink, Progress progress) {
            this.sweep = sweep;
            this.done = done;
            this.sink = sink;
            this.progress = progress;
            // What fits no run is said once, before anything is started.
            idle.add(sweep.runs());
        }

        /// Runs groups of combinations until all are done, or it was stopped.
        void run(int groups, IntFunction<List<Try>> group) throws StoreException {
            AtomicInteger next = new AtomicInteger();
            List<CompletableFuture<Void>> working = new ArrayList<>();
            for (int i = 0; i < Math.min(workers, groups); i++) {
                working.add(CompletableFuture.runAsync(() -> work(next, groups, group), executor));
            }
            try {
                CompletableFuture.allOf(working.toArray(CompletableFuture[]::new))
                        .join();
            } catch (CompletionException e) {
                throw failure(e);
            }
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

        private void work(AtomicInteger next, int groups, IntFunction<List<Try>> group) {
            boolean well = false;
            try {
                SummaryRuns waiting = idle.poll();
                SummaryRuns runs = waiting == null ? sweep.runs() : waiting;
                for (int each = next.getAndIncrement(); each < groups && !stopped(); each = next.getAndIncrement()) {
                    hand(rows(runs, group.apply(each)));
                }
                idle.add(runs);
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

        private List<SweepRow> rows(SummaryRuns runs, List<Try> tries) {
            List<SummaryRuns.Outcome> outcomes =
                    runs.run(tries.stream().map(Try::parameters).toList(), this::stopped);
            List<SweepRow> rows = new ArrayList<>(outcomes.size());
            for (int i = 0; i < outcomes.size(); i++) {
                SummaryRuns.Outcome outcome = outcomes.get(i);
                Try tried = tries.get(i);
                rows.add(new SweepRow(tried.point(), tried.parameters(), outcome.summary(), outcome.fault()));
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
