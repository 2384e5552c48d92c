package org.tickwright.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.engine.RunResult;
import org.tickwright.market.BarStore;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.study.Trial;
import org.tickwright.study.TrialCount;
import org.tickwright.study.TrialLedger;
import org.tickwright.study.sweep.Sweep;
import org.tickwright.study.sweep.SweepRow;

/// Counts what is evaluated.
///
/// A run is on disk in the ledger when [#ran] returns. A preview is only noted by [#previewed], which costs the caller
/// a hash, and written in the background at once, together with all others that came meanwhile; one that was written
/// since the program started is not written again. What could not be written is kept and tried again with the next.
/// Safe for several threads.
public final class TrialRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(TrialRecorder.class);

    private final TrialLedger ledger;
    private final BarStore store;
    private final Executor background;
    private final Object writing = new Object();
    private final Set<String> seen = new HashSet<>();
    private List<Noted> noted = new ArrayList<>();
    private boolean scheduled;

    private record Noted(StrategyDocument document, RunResult run) {}

    /// Writes to a ledger; previews on `background`.
    public TrialRecorder(TrialLedger ledger, BarStore store, Executor background) {
        this.ledger = ledger;
        this.store = store;
        this.background = background;
    }

    /// The ledger.
    public TrialLedger ledger() {
        return ledger;
    }

    /// Notes that a preview showed a result.
    void previewed(StrategyDocument document, RunResult run) {
        if (!ledger.writable()) {
            return;
        }
        String identity = String.join(
                " ",
                document.lineage().id(),
                run.series().toString(),
                run.baseHash(),
                Trials.configuration(document, run.settings()));
        synchronized (seen) {
            if (!seen.add(identity)) {
                return;
            }
            noted.add(new Noted(document, run));
            if (scheduled) {
                return;
            }
            scheduled = true;
        }
        background.execute(this::writeNoted);
    }

    private void writeNoted() {
        synchronized (seen) {
            scheduled = false;
        }
        try {
            flush();
        } catch (StoreException e) {
            LOG.warn("Previews could not be counted yet; they are tried again with the next", e);
        }
    }

    /// Writes what is noted; on disk when this returns.
    public void flush() throws StoreException {
        synchronized (writing) {
            List<Noted> taken = take();
            boolean written = false;
            try {
                if (!taken.isEmpty()) {
                    List<Trial> trials = new ArrayList<>(taken.size());
                    for (Noted each : taken) {
                        trials.add(Trials.of(each.document(), each.run(), dataSet(each.run()), Trial.Kind.PREVIEW));
                    }
                    ledger.record(trials);
                }
                written = true;
            } finally {
                if (!written) {
                    giveBack(taken);
                }
            }
        }
    }

    private List<Noted> take() {
        synchronized (seen) {
            List<Noted> taken = noted;
            noted = new ArrayList<>();
            return taken;
        }
    }

    private void giveBack(List<Noted> taken) {
        synchronized (seen) {
            taken.addAll(noted);
            noted = taken;
        }
    }

    /// Records a run and tells how often its idea has been tried on its data, this time included; null where the
    /// ledger can only be looked at.
    @Nullable
    TrialCount ran(StrategyDocument document, RunResult run) throws StoreException {
        if (!ledger.writable()) {
            return null;
        }
        flush();
        Trial trial = Trials.of(document, run, dataSet(run), Trial.Kind.RUN);
        ledger.record(List.of(trial));
        return TrialCount.of(
                ledger.of(document.lineage().all()), document.lineage().id(), trial.dataSet(), trial.dataHash());
    }

    /// How often the idea of a strategy has been tried on a data set by now.
    int count(StrategyDocument document, String dataSet, String dataHash) throws StoreException {
        return TrialCount.of(
                        ledger.of(document.lineage().all()), document.lineage().id(), dataSet, dataHash)
                .count();
    }

    /// A series of the store is one data set however much it grows; a file is one by its content.
    private String dataSet(RunResult run) throws StoreException {
        return dataSet(run.series(), run.baseHash());
    }

    private String dataSet(SeriesKey series, String hash) throws StoreException {
        Optional<SeriesInfo> stored = store.find(series);
        return stored.filter(info -> info.contentHash().equals(hash)).isPresent()
                ? series.toString()
                : Trials.fileSet(series, hash);
    }

    /// Records the combinations of a sweep that could be run.
    void swept(StrategyDocument document, Sweep sweep, List<SweepRow> rows) throws StoreException {
        if (!ledger.writable()) {
            return;
        }
        String dataSet = dataSet(sweep.data().base().key(), sweep.data().base().hash());
        List<Trial> made = new ArrayList<>(rows.size());
        for (SweepRow row : rows) {
            if (row.summary() != null) {
                made.add(Trials.of(document, sweep, row, row.summary(), dataSet));
            }
        }
        if (!made.isEmpty()) {
            ledger.record(made);
        }
    }

    /// How often the idea of a sweep has been tried on its data; null where the ledger can only be looked at, or where
    /// it was never tried.
    @Nullable
    TrialCount count(StrategyDocument document, Sweep sweep) throws StoreException {
        if (!ledger.writable()) {
            return null;
        }
        String hash = sweep.data().base().hash();
        String lineage = document.lineage().id();
        TrialCount count = TrialCount.of(
                ledger.of(document.lineage().all()),
                lineage,
                dataSet(sweep.data().base().key(), hash),
                hash);
        return count.count() == 0 ? null : count;
    }
}
