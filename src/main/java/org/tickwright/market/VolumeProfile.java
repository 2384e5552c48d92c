package org.tickwright.market;

import java.util.Arrays;
import org.tickwright.market.Bars.Field;

/// How much was traded at which price over a stretch of time, in rows of equal height.
///
/// A row holds the prices from its lower edge up to, and without, that of the next one. Of trades every one
/// counts where it was done, and on the side of whoever sent the order that took the other's. Of bars nobody
/// knows: the volume of a bar is spread evenly over its range, and neither side has any. Unchangeable.
public final class VolumeProfile {
    /// As many rows at most: more are no picture.
    public static final int MOST_ROWS = 10_000;

    private static final double NEARLY = 1e-9;

    private final double height;
    private final long first;
    private final double[] volume;
    private final double[] bought;
    private final double[] sold;
    private final boolean exact;

    private VolumeProfile(double height, long first, int rows, boolean exact) {
        this.height = height;
        this.first = first;
        this.exact = exact;
        volume = new double[rows];
        bought = new double[rows];
        sold = new double[rows];
    }

    /// The rows from `low` to `high`, both counted in, that hold the share of the volume that was asked for.
    public record ValueArea(int low, int high) {}

    /// Of the trades `from` (inclusive) to `to` (exclusive).
    public static VolumeProfile of(TradeTicks ticks, int from, int to, double height) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            least = Math.min(least, ticks.price(i));
            most = Math.max(most, ticks.price(i));
        }
        VolumeProfile profile = sized(height, least, most, true);
        for (int i = from; i < to; i++) {
            int row = (int) (row(ticks.price(i), height) - profile.first);
            double size = ticks.volume(i);
            profile.volume[row] += size;
            switch (ticks.aggressor(i)) {
                case BUYER -> profile.bought[row] += size;
                case SELLER -> profile.sold[row] += size;
                case UNKNOWN -> {}
            }
        }
        return profile;
    }

    /// Of the bars `from` (inclusive) to `to` (exclusive).
    public static VolumeProfile of(Bars bars, int from, int to, double height) {
        double[] lows = bars.column(Field.LOW);
        double[] highs = bars.column(Field.HIGH);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            least = Math.min(least, lows[i]);
            most = Math.max(most, highs[i]);
        }
        VolumeProfile profile = sized(height, least, most, false);
        for (int i = from; i < to; i++) {
            profile.spread(lows[i], highs[i], bars.volume(i));
        }
        return profile;
    }

    private static VolumeProfile sized(double height, double least, double most, boolean exact) {
        if (!(height > 0) || height == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("Rows are higher than 0, were " + height);
        }
        if (least > most) {
            return new VolumeProfile(height, 0, 0, exact);
        }
        long first = row(least, height);
        long rows = row(most, height) - first + 1;
        if (rows > MOST_ROWS) {
            throw new IllegalArgumentException("Prices from " + least + " to " + most + " make " + rows + " rows of "
                    + height + "; choose higher ones, " + MOST_ROWS + " at most");
        }
        return new VolumeProfile(height, first, (int) rows, exact);
    }

    /// A price on the edge of two rows belongs to the upper one, also where it is a hair below it in binary.
    private static long row(double price, double height) {
        return (long) Math.floor(price / height + NEARLY);
    }

    private void spread(double low, double high, double amount) {
        int bottom = (int) (row(low, height) - first);
        int top = (int) (row(high, height) - first);
        double range = high - low;
        if (bottom == top || range <= 0) {
            volume[bottom] += amount;
            return;
        }
        double left = amount;
        for (int row = bottom; row < top; row++) {
            double inside = price(row + 1) - Math.max(low, price(row));
            double part = Math.min(left, amount * inside / range);
            volume[row] += part;
            left -= part;
        }
        volume[top] += left;
    }

    /// The height of a row.
    public double height() {
        return height;
    }

    /// How many rows there are, the lowest one first.
    public int rows() {
        return volume.length;
    }

    /// The lower edge of a row.
    public double price(int row) {
        return (first + row) * height;
    }

    /// What was traded in a row.
    public double volume(int row) {
        return volume[row];
    }

    /// What was traded in a row because somebody bought at once.
    public double bought(int row) {
        return bought[row];
    }

    /// What was traded in a row because somebody sold at once.
    public double sold(int row) {
        return sold[row];
    }

    /// Whether every trade is known; else the volume is spread over the ranges of bars.
    public boolean exact() {
        return exact;
    }

    /// All that was traded.
    public double total() {
        return Arrays.stream(volume).sum();
    }

    /// The row with the most volume, the one nearest to the middle of several; -1 where there is none.
    public int pointOfControl() {
        int best = -1;
        double middle = (volume.length - 1) / 2.0;
        for (int row = 0; row < volume.length; row++) {
            boolean more = best < 0 || volume[row] > volume[best];
            boolean nearer =
                    best >= 0 && volume[row] == volume[best] && Math.abs(row - middle) < Math.abs(best - middle);
            best = more || nearer ? row : best;
        }
        return best;
    }

    /// The rows around the point of control with a share of the volume, usually 0.7, as the market profile of
    /// the Chicago Board of Trade finds them. Of the two rows above and the two below those there are, the pair
    /// with more volume is added until there is enough, the upper one where both have the same. From row -1 to
    /// row -1 where nothing was traded.
    public ValueArea valueArea(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("A share of the volume is above 0 and at most 1, was " + share);
        }
        int low = pointOfControl();
        int high = low;
        if (low < 0) {
            return new ValueArea(-1, -1);
        }
        double wanted = share * total() * (1 - NEARLY);
        double sum = volume[low];
        while (sum < wanted && (low > 0 || high < volume.length - 1)) {
            double above = pair(high + 1, high + 2);
            double below = pair(low - 1, low - 2);
            if (low == 0 || (high < volume.length - 1 && above >= below)) {
                sum += above;
                high = Math.min(high + 2, volume.length - 1);
            } else {
                sum += below;
                low = Math.max(low - 2, 0);
            }
        }
        return new ValueArea(low, high);
    }

    private double pair(int near, int far) {
        return at(near) + at(far);
    }

    private double at(int row) {
        return row < 0 || row >= volume.length ? 0 : volume[row];
    }
}
