package org.tickwright.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tickwright.kernel.FixedPoint;

/// Prices and money as sentences write them: no more decimals than prices of that size carry, never fewer than two.
///
/// The ledger calculates with more; a sentence that showed them would only look exact.
public final class AmountText {
    private static final int SHOWN_DIGITS = 7;

    private AmountText() {}

    /// A price with seven digits from its first on, but at least two decimals: 9.00, 101.2345, 0.00001234568.
    public static String price(double price) {
        BigDecimal exact = BigDecimal.valueOf(price);
        int digitsBefore = exact.precision() - exact.scale();
        BigDecimal shown = exact.setScale(Math.max(2, SHOWN_DIGITS - digitsBefore), RoundingMode.HALF_EVEN);
        return shown.stripTrailingZeros().scale() < 2
                ? shown.setScale(2, RoundingMode.HALF_EVEN).toPlainString()
                : shown.stripTrailingZeros().toPlainString();
    }

    /// An amount of money in its smallest units, with two decimals.
    public static String money(long units) {
        return BigDecimal.valueOf(FixedPoint.divideHalfEven(units, 1_000_000), 2)
                .toPlainString();
    }
}
