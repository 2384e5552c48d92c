package org.tickwright.market;

import java.util.List;

/// Who traded how much at which price within each of some bars: the sellers' and the buyers' volume of every
/// row.
///
/// A bar takes the trades from its start up to, and without, its end. Rows are those of [VolumeProfile], of
/// the same height in every bar, so that those of neighbours lie side by side. Unchangeable.
public final class Footprint {
    private final List<VolumeProfile> bars;
    private final boolean sided;

    private Footprint(List<VolumeProfile> bars, boolean sided) {
        this.bars = bars;
        this.sided = sided;
    }

    /// Who pressed in a row: those who bought at once, against those who sold one row lower, or the other way
    /// round.
    public enum Imbalance {
        NONE,
        BUYERS,
        SELLERS
    }

    /// Of the trades that fall into bars, which rise in time and do not overlap; bar `i` goes from
    /// `starts[i]` to
    /// `ends[i]`, nanoseconds UTC. Trades outside of every bar count nowhere.
    public static Footprint of(TradeTicks ticks, long[] starts, long[] ends, double height) {
        if (starts.length != ends.length) {
            throw new IllegalArgumentException(starts.length + " starts with " + ends.length + " ends");
        }
        VolumeProfile[] bars = new VolumeProfile[starts.length];
        int at = 0;
        for (int i = 0; i < bars.length; i++) {
            if (ends[i] < starts[i] || (i > 0 && starts[i] < ends[i - 1])) {
                throw new IllegalArgumentException(
                        "Bars of a footprint rise in time and do not overlap; bar " + i + " does not");
            }
            int from = ticks.indexAtOrAfter(at, starts[i]);
            at = ticks.indexAtOrAfter(from, ends[i]);
            bars[i] = VolumeProfile.of(ticks, from, at, height);
        }
        return new Footprint(List.of(bars), ticks.sided());
    }

    /// How many bars there are.
    public int size() {
        return bars.size();
    }

    /// The rows of a bar; none where nothing was traded in it.
    public VolumeProfile bar(int i) {
        return bars.get(i);
    }

    /// What was bought at once less what was sold at once in a bar; 0 unless [#sided()].
    public double delta(int i) {
        VolumeProfile bar = bars.get(i);
        double sum = 0;
        for (int row = 0; row < bar.rows(); row++) {
            sum += bar.bought(row) - bar.sold(row);
        }
        return sum;
    }

    /// Whether the aggressor of every trade is known; else there is volume alone.
    public boolean sided() {
        return sided;
    }

    /// Who pressed in a row of a bar: its buyers took at least `ratio` times what the sellers of the row
    /// below did, or its sellers as much of what the buyers of the row above did. The market's two sides meet
    /// across rows: who buys pays the ask, who sells gets the bid below it. A row whose counterpart traded
    /// nothing presses nobody.
    public Imbalance imbalance(int i, int row, double ratio) {
        VolumeProfile bar = bars.get(i);
        double below = row > 0 ? bar.sold(row - 1) : 0;
        double above = row + 1 < bar.rows() ? bar.bought(row + 1) : 0;
        boolean buyers = below > 0 && bar.bought(row) >= ratio * below;
        boolean sellers = above > 0 && bar.sold(row) >= ratio * above;
        return buyers == sellers ? Imbalance.NONE : buyers ? Imbalance.BUYERS : Imbalance.SELLERS;
    }
}
