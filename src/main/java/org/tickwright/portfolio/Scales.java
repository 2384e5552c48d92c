package org.tickwright.portfolio;

import org.tickwright.kernel.FixedPoint;

/// How many decimals prices and quantities of an instrument carry in the ledger. Money always has eight.
///
/// Price and quantity decimals add up to 18, so that a quantity times a price is money by one division by
/// `10^10`. Where one unit costs much, quantities get the decimals, so that what rounding down leaves
/// uninvested stays far below a millionth of money; where a unit costs next to nothing, prices do.
///
/// | decimals | for a first price | prices up to | quantities up to |
/// |-|-|-|-|
/// | 14 and 4 | below 0.001 | 92,233 | 922,337,203,685,477 |
/// | 10 and 8 | otherwise | 922,337,203 | 92,233,720,368 |
/// | 8 and 10 | from 50 | 92,233,720,368 | 922,337,203 |
///
/// Leaving a range is an [ArithmeticException], never a wrap.
public record Scales(int price, int quantity) {
    /// Ten and eight.
    public static final Scales DEFAULT = new Scales(FixedPoint.PRICE_SCALE, FixedPoint.QUANTITY_SCALE);
    /// For units that cost next to nothing.
    public static final Scales TINY_PRICES = new Scales(14, 4);
    /// For units that cost much.
    public static final Scales FINE_QUANTITIES = new Scales(8, 10);

    private static final int SUM = 18;

    /// Checks that the decimals add up.
    public Scales {
        if (price < 0 || quantity < 0 || price + quantity != SUM) {
            throw new IllegalArgumentException(
                    "Price and quantity decimals must add up to 18, were " + price + " and " + quantity);
        }
    }

    /// The scales that suit an instrument by the first price of its series. Later prices have no say, so
    /// that more data never change what was computed on fewer.
    public static Scales forFirstPrice(double price) {
        double magnitude = Math.abs(price);
        if (magnitude >= 50) {
            return FINE_QUANTITIES;
        }
        return magnitude > 0 && magnitude < 1e-3 ? TINY_PRICES : DEFAULT;
    }

    /// A price in fixed point, half-even.
    public long priceUnits(double value) {
        return FixedPoint.fromDouble(value, price);
    }

    /// A price as the nearest double.
    public double priceOf(long units) {
        return FixedPoint.toDouble(units, price);
    }

    /// A quantity as the nearest double.
    public double quantityOf(long units) {
        return FixedPoint.toDouble(units, quantity);
    }

    /// One whole unit of the instrument.
    public long wholeUnit() {
        return FixedPoint.pow10(quantity);
    }

    /// What a quantity is worth at a price, in units of money, half-even.
    public long value(long quantityUnits, long priceUnits) {
        return FixedPoint.multiply10(quantityUnits, priceUnits);
    }

    /// Money as the nearest double.
    public static double moneyOf(long units) {
        return FixedPoint.toDouble(units, FixedPoint.MONEY_SCALE);
    }

    /// Money in fixed point, half-even.
    public static long moneyUnits(double value) {
        return FixedPoint.fromDouble(value, FixedPoint.MONEY_SCALE);
    }
}
