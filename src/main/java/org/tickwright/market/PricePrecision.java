package org.tickwright.market;

/// How many decimals an instrument's prices have, as far as its bars tell.
public final class PricePrecision {
    private static final int MOST = 10;
    private static final int SAMPLES = 512;
    private static final int DIGITS_THAT_COUNT = 7;

    private PricePrecision() {}

    /// The fewest decimals with which prices can be written without loss, at least two below
    /// 10,000. Prices with endless digits, such as adjusted ones, get as many as make about seven
    /// digits count.
    public static int decimals(Bars bars) {
        int n = bars.size();
        int found = 0;
        double largest = 0;
        int stride = Math.max(1, n / SAMPLES);
        for (int i = 0; i < n; i += stride) {
            for (Bars.Field field :
                    new Bars.Field[] {Bars.Field.OPEN, Bars.Field.HIGH, Bars.Field.LOW, Bars.Field.CLOSE}) {
                double price = bars.column(field)[i];
                found = Math.max(found, decimalsOf(price));
                largest = Double.isFinite(price) ? Math.max(largest, Math.abs(price)) : largest;
            }
        }
        int usual = largest >= 10_000 ? 0 : 2;
        int whole = largest > 0 ? (int) Math.floor(Math.log10(largest)) + 1 : 1;
        int useful = Math.max(usual, DIGITS_THAT_COUNT - whole);
        return Math.clamp(Math.max(found, usual), 0, Math.min(useful, MOST + 2));
    }

    private static int decimalsOf(double price) {
        if (!Double.isFinite(price)) {
            return 0;
        }
        double power = 1;
        for (int decimals = 0; decimals < MOST; decimals++) {
            double scaled = price * power;
            if (Math.abs(scaled - Math.rint(scaled)) <= Math.max(Math.abs(scaled) * 1e-12, 1e-9)) {
                return decimals;
            }
            power *= 10;
        }
        return MOST;
    }
}
