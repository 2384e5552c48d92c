package org.tickwright.kernel;

/// The deepest fall of a column of values below its highest value so far, as `value / peak - 1`: 0 or negative.
/// Defined once for single runs and sweeps.
///
/// How the values are cut into calls does not change a bit. One thread; allocates nothing.
public final class Drawdown {
    private double peak;
    private double deepest;
    /// Below this value the fall may be deeper than any so far; above it no division is needed.
    private double worth;

    /// Before the first value; `start` is the first peak.
    public Drawdown(double start) {
        peak = start;
        worth = start * (1 + 1e-12);
    }

    /// The deepest fall of all of a column.
    public static double of(double start, double[] values) {
        Drawdown drawdown = new Drawdown(start);
        drawdown.add(values, 0, values.length);
        return drawdown.deepest();
    }

    /// Goes on with the values `from` to `to` (exclusive) of a column.
    public void add(double[] values, int from, int to) {
        double highest = peak;
        double low = worth;
        for (int row = from; row < to; row++) {
            double value = values[row];
            if (value > highest) {
                highest = value;
                low = highest * (1 + deepest) * (1 + 1e-12);
            } else if (value <= low) {
                deepest = Math.min(deepest, value / highest - 1);
                low = highest * (1 + deepest) * (1 + 1e-12);
            }
        }
        peak = highest;
        worth = low;
    }

    /// Goes on with values of which the lowest and the highest are known. False, and as if not called, where it takes
    /// their order to tell.
    public boolean add(double lowest, double highest) {
        if (highest > peak) {
            double low = highest * (1 + deepest) * (1 + 1e-12);
            if (lowest <= low && lowest < highest) {
                return false;
            }
            peak = highest;
            worth = low;
        } else if (lowest <= worth) {
            deepest = Math.min(deepest, lowest / peak - 1);
            worth = peak * (1 + deepest) * (1 + 1e-12);
        }
        return true;
    }

    /// The deepest fall so far.
    public double deepest() {
        return deepest;
    }
}
