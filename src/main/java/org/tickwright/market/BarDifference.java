package org.tickwright.market;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars.Field;

/// What is different between two versions of a series, bar by bar as they open: how many bars are in the later one
/// alone, in the earlier one alone, and in both with other values, and the first of each.
public record BarDifference(int from, int to, int added, int removed, int changed, int same, List<Row> first) {
    /// So many rows of each kind are shown.
    public static final int SHOWN = 5;

    /// What became of a bar.
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED;

        @Override
        public String toString() {
            return switch (this) {
                case ADDED -> "added";
                case REMOVED -> "removed";
                case CHANGED -> "changed";
            };
        }
    }

    /// A bar that differs: when it opens, and its values (open, high, low, close, volume) before and after; null where
    /// it was not there.
    public record Row(Kind kind, long time, double @Nullable [] before, double @Nullable [] after) {
        /// The columns that differ, of a bar that is in both.
        public List<Field> fields() {
            List<Field> fields = new ArrayList<>();
            double[] was = before;
            double[] is = after;
            Field[] all = Field.values();
            for (int i = 0; was != null && is != null && i < all.length; i++) {
                if (differ(was[i], is[i])) {
                    fields.add(all[i]);
                }
            }
            return fields;
        }
    }

    /// Compares the bars of version `from` with those of version `to`.
    public static BarDifference of(int from, Bars before, int to, Bars after) {
        Tally tally = new Tally(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean gone = j == after.size() || (i < before.size() && before.time(i) < after.time(j));
            boolean fresh = !gone && (i == before.size() || after.time(j) < before.time(i));
            if (gone) {
                tally.count(Kind.REMOVED, i++, -1);
            } else if (fresh) {
                tally.count(Kind.ADDED, -1, j++);
            } else if (same(before, i, after, j)) {
                i++;
                j++;
            } else {
                tally.count(Kind.CHANGED, i++, j++);
            }
        }
        int removed = tally.of(Kind.REMOVED);
        int changed = tally.of(Kind.CHANGED);
        return new BarDifference(
                from,
                to,
                tally.of(Kind.ADDED),
                removed,
                changed,
                before.size() - removed - changed,
                List.copyOf(tally.first));
    }

    /// True if the bars are the same.
    public boolean none() {
        return added + removed + changed == 0;
    }

    private static boolean same(Bars before, int i, Bars after, int j) {
        return !differ(before.open(i), after.open(j))
                && !differ(before.high(i), after.high(j))
                && !differ(before.low(i), after.low(j))
                && !differ(before.close(i), after.close(j))
                && !differ(before.volume(i), after.volume(j));
    }

    private static boolean differ(double a, double b) {
        return Double.doubleToLongBits(a) != Double.doubleToLongBits(b);
    }

    private static final class Tally {
        private final Bars before;
        private final Bars after;
        private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        private final List<Row> first = new ArrayList<>();

        Tally(Bars before, Bars after) {
            this.before = before;
            this.after = after;
        }

        int of(Kind kind) {
            return counts.getOrDefault(kind, 0);
        }

        void count(Kind kind, int i, int j) {
            if (counts.merge(kind, 1, Integer::sum) <= SHOWN) {
                first.add(new Row(
                        kind,
                        i < 0 ? after.time(j) : before.time(i),
                        i < 0 ? null : values(before, i),
                        j < 0 ? null : values(after, j)));
            }
        }

        private static double[] values(Bars bars, int i) {
            return new double[] {bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i)};
        }
    }
}
