package org.tickwright.strategy;

import java.util.Collection;
import java.util.List;

/// The place of one instrument's number among those of a universe: 1 and one more for each that lies before it. Of
/// equal numbers the one earlier in the universe comes first; where the number is undefined, so is its rank, and
/// undefined numbers of others do not count.
final class RankColumn extends NumberColumn {
    private final Column[] needed;
    private final NumberColumn[] rivals;
    private final int own;
    private final int sign;

    /// `needed` are columns that the rivals' read, each after its inputs. An instrument that is not in the universe,
    /// with `own` -1, has no rank.
    RankColumn(Collection<Column> needed, List<NumberColumn> rivals, int own, boolean largestFirst) {
        super(false);
        this.needed = needed.stream().filter(column -> !column.stepwise()).toArray(Column[]::new);
        this.rivals = rivals.toArray(NumberColumn[]::new);
        this.own = own;
        sign = largestFirst ? 1 : -1;
    }

    /// Rivals come with what they need; without a universe there is the own number alone.
    @Override
    List<Column> inputs() {
        return needed.length == 0 ? List.of(rivals) : List.of();
    }

    @Override
    void fill(int from, int to) {
        for (Column column : needed) {
            column.advance(to);
        }
        for (int row = from; row < to; row++) {
            values[row] = own < 0 || Double.isNaN(rivals[own].values[row]) ? Double.NaN : 1 + ahead(row);
        }
    }

    private int ahead(int row) {
        double mine = sign * rivals[own].values[row];
        int ahead = 0;
        for (int i = 0; i < rivals.length; i++) {
            double theirs = sign * rivals[i].values[row];
            if (theirs > mine || (theirs == mine && i < own)) {
                ahead++;
            }
        }
        return ahead;
    }
}
