package org.tickwright.workbench;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.MarketData;
import org.tickwright.strategy.SharedColumns;

/// The columns of the last preview, so that the next one computes only what lies downstream of the edit.
///
/// One run at a time has them; a run beside it starts from none. Kept is what the last run read, no more: a slider
/// that passes a hundred values leaves one of them. Columns go where the data change, and where a run failed in the
/// middle of one. Safe for several threads.
final class PreviewColumns {
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    /// Columns and how many bars of each series they were made of.
    private record Kept(SharedColumns columns, int[] bars) {}

    /// Runs over columns of these series, those of the run before where they are of the same bars.
    <T> T with(MarketData data, Function<SharedColumns, T> run) {
        Kept before = kept.getAndSet(null);
        SharedColumns columns = before != null && fits(before, data) ? before.columns() : new SharedColumns(data);
        try {
            T result = run.apply(columns);
            keep(columns);
            return result;
        } catch (CancellationException e) {
            // Given up between two blocks of rows: what was computed is whole.
            keep(columns);
            throw e;
        }
    }

    private void keep(SharedColumns columns) {
        columns.forgetUnasked();
        kept.set(new Kept(columns, sizes(columns.data())));
    }

    private static int[] sizes(MarketData data) {
        return data.all().stream().mapToInt(series -> series.bars().size()).toArray();
    }

    private static boolean fits(Kept before, MarketData data) {
        MarketData then = before.columns().data();
        return then.equals(data) && Arrays.equals(before.bars(), sizes(data));
    }
}
