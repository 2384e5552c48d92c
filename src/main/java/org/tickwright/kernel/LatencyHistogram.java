package org.tickwright.kernel;

/// How often which delay was seen, to within 3 % of itself, in little memory and without an allocation per
/// delay.
///
/// One thread adds; what others read may lack the newest.
public final class LatencyHistogram {
    private static final int BITS = 5;
    private static final int PER_POWER = 1 << BITS;

    private final long[] counts = new long[PER_POWER * (64 - BITS)];
    private long count;
    private long largest;

    /// Adds a delay in nanoseconds; a negative one counts as 0.
    public void add(long nanos) {
        long value = Math.max(0, nanos);
        counts[bucket(value)]++;
        count++;
        largest = Math.max(largest, value);
    }

    private static int bucket(long value) {
        int power = 63 - Long.numberOfLeadingZeros(value | (PER_POWER - 1));
        int shift = power - BITS + 1;
        return shift * (PER_POWER / 2) + (int) (value >>> shift);
    }

    private static long upper(int bucket) {
        if (bucket < PER_POWER) {
            return bucket;
        }
        int shift = bucket / (PER_POWER / 2) - 1;
        long lower = (long) (bucket - shift * (PER_POWER / 2)) << shift;
        return lower + (1L << shift) - 1;
    }

    /// How many were added.
    public long count() {
        return count;
    }

    /// The longest delay.
    public long largest() {
        return largest;
    }

    /// The delay, in nanoseconds, that a share of all is at most as long as: 0.5 for the median; 0 where
    /// there is none.
    public long quantile(double share) {
        long wanted = (long) Math.ceil(share * count);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return Math.min(upper(i), largest);
            }
        }
        return largest;
    }

    /// Forgets everything.
    public void clear() {
        java.util.Arrays.fill(counts, 0);
        count = 0;
        largest = 0;
    }
}
