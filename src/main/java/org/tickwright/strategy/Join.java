package org.tickwright.strategy;

import java.util.Collection;
import org.tickwright.market.BarClock;

/// Which bar of another series is the last one closed and known at the close of each base bar. A bar that becomes
/// known at the same instant counts.
final class Join {
    private final BarClock base;
    private final BarClock other;
    private final Column[] needed;

    /// `needed` are columns over the other series, each after its inputs, made before their values are joined.
    Join(BarClock base, BarClock other, Collection<Column> needed) {
        this.base = base;
        this.other = other;
        this.needed = needed.toArray(Column[]::new);
    }

    /// Makes all rows of the needed columns that are known at base bar `to - 1`.
    void advance(int to) {
        int rows = rows(to - 1);
        for (Column column : needed) {
            column.advance(rows);
        }
    }

    /// How many bars of the other series are known at a base bar.
    int rows(int bar) {
        return other.rowsKnownAt(base.knownAt(bar));
    }

    /// How many are known at a base bar, given how many were at one before.
    int rows(int bar, int before) {
        long now = base.knownAt(bar);
        other.passed(now);
        int rows = before;
        while (rows < other.size() && other.knownAt(rows) <= now) {
            rows++;
        }
        return rows;
    }

    /// Numbers of another series at each base bar: the last known one.
    static final class Numbers extends NumberColumn {
        private final Join join;
        private final NumberColumn input;

        Numbers(Join join, NumberColumn input) {
            super(false);
            this.join = join;
            this.input = input;
        }

        @Override
        void fill(int from, int to) {
            join.advance(to);
            int rows = from == 0 ? 0 : join.rows(from - 1);
            for (int bar = from; bar < to; bar++) {
                rows = join.rows(bar, rows);
                values[bar] = rows == 0 ? Double.NaN : input.values[rows - 1];
            }
        }
    }

    /// Conditions of another series at each base bar: the last known one.
    static final class Conditions extends ConditionColumn {
        private final Join join;
        private final ConditionColumn input;

        Conditions(Join join, ConditionColumn input) {
            super(false);
            this.join = join;
            this.input = input;
        }

        @Override
        void fill(int from, int to) {
            join.advance(to);
            int rows = from == 0 ? 0 : join.rows(from - 1);
            for (int bar = from; bar < to; bar++) {
                rows = join.rows(bar, rows);
                values[bar] = rows == 0 ? UNDEFINED : input.values[rows - 1];
            }
        }
    }

    /// How long ago, at each base bar, the last known bar of a series became known; undefined before the first.
    static final class Age extends NumberColumn {
        private static final double[] NANOS = {1, 60e9, 3600e9, 86_400e9};

        private final Join join;
        private final int unit;

        /// `unit` is an index of [StandardNodes#AGE_UNITS].
        Age(Join join, int unit) {
            super(false);
            this.join = join;
            this.unit = unit;
        }

        @Override
        void fill(int from, int to) {
            int rows = from == 0 ? 0 : join.rows(from - 1);
            for (int bar = from; bar < to; bar++) {
                int before = rows;
                rows = join.rows(bar, before);
                values[bar] = rows == 0 ? Double.NaN : unit == 0 ? bars(bar, rows > before) : time(bar, rows);
            }
        }

        private double bars(int bar, boolean fresh) {
            return fresh ? 0 : values[bar - 1] + 1;
        }

        private double time(int bar, int rows) {
            return (join.base.knownAt(bar) - join.other.knownAt(rows - 1)) / NANOS[unit];
        }
    }
}
