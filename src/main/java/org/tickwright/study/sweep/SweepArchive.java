package org.tickwright.study.sweep;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tickwright.market.StoreException;

/// Where sweeps and their rows are kept, so that a sweep that was stopped goes on where it was.
///
/// Safe for several threads; a sweep is written to by one at a time.
public interface SweepArchive {

    /// What a sweep is. `identity` is the same for the same strategy, data, settings and plan; `settings` is their
    /// document, `plan` the plan in one line, `inputs` what was said of the data beside its base series.
    record Head(
            String identity,
            String strategyName,
            String strategyJson,
            String series,
            String settings,
            String plan,
            int points,
            SweepInputs inputs) {

        /// Without more to say of the data.
        public Head(
                String identity,
                String strategyName,
                String strategyJson,
                String series,
                String settings,
                String plan,
                int points) {
            this(identity, strategyName, strategyJson, series, settings, plan, points, SweepInputs.NONE);
        }
    }

    /// A sweep as the list shows it. `created` is the wall clock when it was begun, nanoseconds UTC; `finished` counts
    /// the combinations that have a row.
    record Entry(String id, long created, Head head, int finished) {
        /// Whether every combination has a row.
        public boolean complete() {
            return finished == head.points();
        }
    }

    /// The sweep of that identity, begun now if there is none.
    Entry open(Head head) throws StoreException;

    /// The combinations that have a row.
    BitSet finished(String id) throws StoreException;

    /// Keeps rows, all of them or none; on disk when this returns. A combination that has a row keeps it.
    void add(String id, List<SweepRow> rows) throws StoreException;

    /// Gives every row in the order of the plan.
    void rows(String id, Consumer<SweepRow> receiver) throws StoreException;

    /// All sweeps, newest first.
    List<Entry> list() throws StoreException;

    /// A sweep by id.
    Optional<Entry> find(String id) throws StoreException;

    /// Removes a sweep with its rows; false if there was none.
    boolean delete(String id) throws StoreException;
}
