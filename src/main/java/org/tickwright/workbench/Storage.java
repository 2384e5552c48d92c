package org.tickwright.workbench;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Progress;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickStore;

/// What a home's store offers besides series of bars: its upkeep and backups, the ticks, and questions in SQL. The
/// ticks
/// and the questions are null where there is no store on disk.
public record Storage(
        Path home,
        StoreUpkeep upkeep,
        @Nullable TickStore ticks,
        @Nullable SqlQueries queries) {

    /// For a workbench without a store on disk.
    public Storage(Path home) {
        this(home, StoreUpkeep.NONE, null, null);
    }

    /// Writes a backup of the home, which may be in use; see [HomeBackup].
    public HomeBackup.Report backup(Path file, Progress progress) throws IOException, StoreException {
        return HomeBackup.write(home, upkeep, file, progress);
    }
}
