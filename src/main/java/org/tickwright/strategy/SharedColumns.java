package org.tickwright.strategy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tickwright.indicator.InputColumns;
import org.tickwright.market.Bars;
import org.tickwright.market.Frame;

/// The columns that evaluations over one series share: the same indicator with the same arguments over the
/// same inputs is computed once, within a strategy and between runs.
///
/// Holds what depends on data alone, never what depends on a position. One thread.
public final class SharedColumns {
    private final Bars bars;
    private final InputColumns inputs;
    private final Map<ColumnKey, Object> columns = new HashMap<>();

    /// No columns yet, over a series that may grow.
    public SharedColumns(Bars bars) {
        this.bars = bars;
        inputs = new InputColumns(Frame.of(bars));
    }

    /// The series.
    public Bars bars() {
        return bars;
    }

    /// The number of columns.
    public int size() {
        return columns.size();
    }

    InputColumns inputs() {
        return inputs;
    }

    /// What is kept under a key, made when first asked for.
    <T> T get(Class<T> kind, ColumnKey key, Supplier<T> maker) {
        @Nullable Object known = columns.get(key);
        if (known == null) {
            known = maker.get();
            columns.put(key, known);
        }
        return kind.cast(known);
    }
}
