package org.tickwright.strategy;

import java.util.SplittableRandom;
import org.tickwright.market.Bars;
import org.tickwright.market.Bars.Field;

/// What stands in place of bars that cannot be known yet.
enum Poison {
    /// No value at all.
    MISSING(true) {
        @Override
        double of(Bars truth, Field field, int bar, int other) {
            return Double.NaN;
        }
    },
    /// The bars that were there, in another order.
    SHUFFLED(true) {
        @Override
        double of(Bars truth, Field field, int bar, int other) {
            return truth.column(field)[other];
        }
    },
    /// Far above anything.
    HUGE(false) {
        @Override
        double of(Bars truth, Field field, int bar, int other) {
            return 1e300;
        }
    },
    /// Far below anything.
    ABYSMAL(false) {
        @Override
        double of(Bars truth, Field field, int bar, int other) {
            return -1e300;
        }
    },
    /// Worthless.
    ZERO(false) {
        @Override
        double of(Bars truth, Field field, int bar, int other) {
            return 0;
        }
    },
    /// The truth with the other sign.
    NEGATIVE(false) {
        @Override
        double of(Bars truth, Field field, int bar, int other) {
            return -truth.column(field)[bar];
        }
    };

    private final boolean computed;

    Poison(boolean computed) {
        this.computed = computed;
    }

    /// True if kernels may be asked to compute rows of it, false if it only lies behind the rows they compute: a
    /// sound kernel need not cope with a price of 1e300.
    boolean computed() {
        return computed;
    }

    /// The value of a field at a bar; `other` is a bar drawn from those that come later.
    abstract double of(Bars truth, Field field, int bar, int other);

    /// The bars below `cut` with poison behind them up to their full number. With `leap` the later bars have
    /// other opening times too.
    Bars behind(Bars truth, int cut, boolean leap, SplittableRandom random) {
        int size = truth.size();
        Bars bars = truth.slice(0, cut);
        int skipped = leap ? Math.min(25, Math.max(1, size / 8)) : 0;
        long step = size < 2 ? 1 : truth.time(size - 1) - truth.time(size - 2);
        for (int bar = cut; bar < size; bar++) {
            int later = bar + skipped;
            long time = later < size ? truth.time(later) : truth.time(size - 1) + (later - size + 1) * step;
            int other = cut + random.nextInt(size - cut);
            bars.append(
                    time,
                    of(truth, Field.OPEN, bar, other),
                    of(truth, Field.HIGH, bar, other),
                    of(truth, Field.LOW, bar, other),
                    of(truth, Field.CLOSE, bar, other),
                    of(truth, Field.VOLUME, bar, other));
        }
        return bars;
    }

    /// Fills the room behind the bars of a series with poison.
    void inRoomOf(Bars bars, Bars truth, SplittableRandom random) {
        int size = truth.size();
        for (Field field : Field.values()) {
            double[] room = bars.column(field);
            for (int bar = bars.size(); bar < Math.min(room.length, size); bar++) {
                room[bar] = of(truth, field, bar, random.nextInt(size));
            }
        }
    }
}
