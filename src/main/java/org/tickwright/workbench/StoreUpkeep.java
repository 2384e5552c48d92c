package org.tickwright.workbench;

import java.nio.file.Path;
import java.util.List;
import org.tickwright.kernel.Progress;
import org.tickwright.market.StoreException;

/// The upkeep of a store while it is in use: a copy of it, a look over all that it holds, and its room given back.
public interface StoreUpkeep {

    /// Something that is not as it was saved: which series, file or run, and what is wrong and how to mend it, in
    /// words.
    record Damage(String part, String problem) {}

    /// What a look over the store found, and how many versions, series of ticks, files, runs, and symbols with splits
    /// or dividends it looked at.
    record Verdict(int versions, int ticks, int files, int runs, int actions, List<Damage> damage) {
        /// Of a store without splits and dividends.
        public Verdict(int versions, int ticks, int files, int runs, List<Damage> damage) {
            this(versions, ticks, files, runs, 0, damage);
        }

        /// True if everything is as it was saved.
        public boolean sound() {
            return damage.isEmpty();
        }
    }

    /// What a compaction gave: the bytes of the store before and after, and how many files and derived series that
    /// nothing needs any more went.
    record Compaction(long bytesBefore, long bytesAfter, int files, int derived) {}

    /// For a workbench without a store on disk: finds nothing, and copies nothing.
    StoreUpkeep NONE = new StoreUpkeep() {
        @Override
        public Verdict check(Progress progress) {
            return new Verdict(0, 0, 0, 0, List.of());
        }

        @Override
        public Compaction compact(Progress progress) {
            return new Compaction(0, 0, 0, 0);
        }

        @Override
        public Verdict copy(Path file, Progress progress) throws StoreException {
            throw new StoreException("There is no store on disk to be copied.", false);
        }
    };

    /// Reads everything that is stored and holds it against its checksums and hashes.
    Verdict check(Progress progress) throws StoreException;

    /// Takes out what nothing needs, and writes the store anew without its holes. Others wait meanwhile. A process that
    /// dies during it leaves the store as it was before or as it is after.
    Compaction compact(Progress progress) throws StoreException;

    /// Writes a copy of the store as it is at this moment to a file that is not there yet, and looks it over. Others
    /// go on reading and writing.
    Verdict copy(Path file, Progress progress) throws StoreException;
}
