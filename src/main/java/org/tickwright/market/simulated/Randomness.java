package org.tickwright.market.simulated;

/// A sequence of random numbers that a seed fixes for all time: SplitMix64 (Steele, Lea, Flood, 2014) and the polar
/// method for normal numbers (Marsaglia, Bray, 1964) on `StrictMath`.
public final class Randomness {
    private long state;
    private double spare;
    private boolean spared;

    /// The sequence of a seed.
    public Randomness(long seed) {
        state = seed;
    }

    /// 64 random bits.
    public long bits() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// Uniform in [0, 1).
    public double uniform() {
        return (bits() >>> 11) * 0x1p-53;
    }

    /// Normal with mean 0 and deviation 1.
    public double normal() {
        if (spared) {
            spared = false;
            return spare;
        }
        while (true) {
            double u = 2 * uniform() - 1;
            double v = 2 * uniform() - 1;
            double s = u * u + v * v;
            if (s < 1 && s > 0) {
                double scale = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
                spare = v * scale;
                spared = true;
                return u * scale;
            }
        }
    }
}
