package org.tickwright.study;

import java.util.List;
import java.util.Optional;
import org.tickwright.kernel.ContentHash;
import org.tickwright.market.StoreException;

/// Where every trial is written down for good: rows are added and never changed or taken away.
///
/// Rows are numbered from 1 without gaps and each is sealed with a hash over itself and the seal before, so that a
/// row that was changed, moved or taken out shows.
public interface TrialLedger {

    /// The seal before the first row.
    Seal BEGINNING = new Seal(0, "0".repeat(64));

    /// How a row is bound to those before it.
    record Seal(long number, String hash) {
        /// The seal of the next row.
        public Seal next(long recorded, Trial trial) {
            ContentHash content = new ContentHash().add(hash).add(number + 1).add(recorded);
            List<String> lineages = trial.lineage().all();
            content.add(lineages.size());
            lineages.forEach(content::add);
            content.add(trial.dataSet())
                    .add(trial.dataHash())
                    .add(trial.configuration())
                    .add(trial.strategyHash())
                    .add(trial.strategyName())
                    .add(trial.settings())
                    .add(trial.kind().word())
                    .add(trial.sharpe() == null ? "" : Double.toString(trial.sharpe()))
                    .add(trial.bars())
                    .add(trial.engineVersion());
            return new Seal(number + 1, content.hex());
        }
    }

    /// A row. `recorded` is the wall clock when it was written, nanoseconds UTC.
    record Entry(long recorded, Trial trial, Seal seal) {}

    /// What checking all seals gave: the rows read, and what is wrong, in words, if anything is.
    record Check(long rows, Optional<String> fault) {}

    /// False where this ledger can only be looked at.
    boolean writable();

    /// Writes trials in their order; they are on disk when this returns. Gives the seal of the last.
    Seal record(List<Trial> trials) throws StoreException;

    /// The rows of some lineages, oldest first.
    List<Entry> of(List<String> lineages) throws StoreException;

    /// All rows, oldest first.
    List<Entry> all() throws StoreException;

    /// The seal of a row; empty if there is no such row.
    Optional<Seal> seal(long number) throws StoreException;

    /// Computes every seal again.
    default Check check() throws StoreException {
        Seal last = BEGINNING;
        for (Entry entry : all()) {
            Seal expected = last.next(entry.recorded(), entry.trial());
            if (entry.seal().number() != expected.number()) {
                return new Check(
                        last.number(),
                        Optional.of(
                                "Row " + expected.number() + " is missing from the ledger of trials; the next one is "
                                        + entry.seal().number() + "."));
            }
            if (!entry.seal().equals(expected)) {
                return new Check(
                        last.number(),
                        Optional.of("Row " + expected.number()
                                + " of the ledger of trials, or the one before it, is not what was written:"
                                + " its seal does not fit. Rows up to " + last.number() + " are as they were."));
            }
            last = expected;
        }
        return new Check(last.number(), Optional.empty());
    }
}
