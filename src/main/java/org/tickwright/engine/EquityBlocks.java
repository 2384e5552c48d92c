package org.tickwright.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Drawdown;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.kernel.ReturnSums;
import org.tickwright.portfolio.Scales;

/// What a summary needs of the equity at each close, of an account of one instrument whose equity nobody keeps: what it
/// is worth is worked out block by block and added up at once. Gives the bits that [RunLog] and the sums over its
/// column
/// give.
///
/// Whole numbers are kept in doubles, exact below 2^53, so that the compiler makes vectors of the loops: what a product
/// loses is told by a fused multiplication. Rows near the middle of two units, and numbers that are too large, are
/// computed in fixed point. One thread; allocates nothing after its making.
final class EquityBlocks {
    private static final int BLOCK = 512;
    /// Whole numbers below this are exact, and so are their sums.
    private static final double EXACT = 0x1p50;
    private static final double VALUE_DIVISOR = 1e10;
    private static final double MONEY_UNIT = 1e8;
    /// Whole units of quantities with so many decimals are worth their number times the price.
    private static final int QUANTITY_OF_WHOLES = 10;
    private static final long WHOLE_UNIT = 10_000_000_000L;

    private final Closes closes;
    private final int first;
    private final double[] cash = new double[BLOCK];
    private final double[] held = new double[BLOCK];
    private final double[] number = new double[BLOCK];
    private final double[] equity = new double[BLOCK];
    private final double[] doubt = new double[BLOCK];
    private final ReturnSums returns = new ReturnSums();
    private final Drawdown drawdown;
    private double last;
    private int settled;
    private int noted;
    private int exposed;
    private boolean anyHeld;
    private boolean allWhole = true;
    private boolean lost;

    /// The closes of a series in units of its prices, as doubles, and the largest of them.
    record Closes(double[] units, double largest, Scales scales) {
        /// Null where a price is too large for that.
        static @Nullable Closes of(double[] prices, int end, Scales scales) {
            double[] units = new double[end];
            double largest = 0;
            for (int row = 0; row < end; row++) {
                double scaled = prices[row] * FixedPoint.pow10(scales.price());
                if (!(Math.abs(scaled) < EXACT / 2)) {
                    return null;
                }
                units[row] = scales.priceUnits(prices[row]);
                largest = Math.max(largest, Math.abs(units[row]));
            }
            return new Closes(units, largest, scales);
        }
    }

    /// What comes of all rows.
    record Figures(int rows, double end, double mean, double deviation, double drawdown, double exposure) {}

    /// Over closes from row `first` on, of an account that begins with a capital.
    EquityBlocks(Closes closes, int first, double capital) {
        this.closes = closes;
        this.first = first;
        settled = first;
        noted = first;
        last = capital;
        drawdown = new Drawdown(capital);
    }

    /// The account stays as it is up to the row `to` (exclusive), with cash and quantity in their units.
    void hold(int to, long cashUnits, long quantity) {
        while (noted < to) {
            int end = Math.min(to, settled + BLOCK);
            Arrays.fill(cash, noted - settled, end - settled, cashUnits);
            Arrays.fill(held, noted - settled, end - settled, quantity);
            if (quantity != 0) {
                exposed += end - noted;
                anyHeld = true;
                allWhole &= whole(noted - settled, end - settled, quantity);
            } else {
                Arrays.fill(number, noted - settled, end - settled, 0);
            }
            lost |= Math.abs(cashUnits) >= EXACT || Math.abs(quantity) >= EXACT;
            noted = end;
            if (noted == settled + BLOCK) {
                settle();
            }
        }
    }

    /// Notes how many whole units are held; false where there are parts of one, or where they are worth too much.
    private boolean whole(int from, int to, long quantity) {
        if (closes.scales.quantity() != QUANTITY_OF_WHOLES || quantity % WHOLE_UNIT != 0) {
            return false;
        }
        double units = (double) (quantity / WHOLE_UNIT);
        Arrays.fill(number, from, to, units);
        return Math.abs(units) * closes.largest < EXACT;
    }

    /// Adds up what was noted.
    private void settle() {
        int count = noted - settled;
        if (!anyHeld) {
            ofCash(count);
        } else if (allWhole) {
            ofWholes(count);
        } else if (!ofFractions(count)) {
            exactly(count);
        }
        returns.add(last, equity, 0, count, settled - first);
        drawdown.add(equity, 0, count);
        last = equity[count - 1];
        settled = noted;
        anyHeld = false;
        allWhole = true;
    }

    private void ofCash(int count) {
        for (int i = 0; i < count; i++) {
            equity[i] = cash[i] / MONEY_UNIT;
        }
    }

    /// Whole units are worth their number times the price, which needs no rounding.
    private void ofWholes(int count) {
        double[] prices = closes.units;
        int at = settled;
        for (int i = 0; i < count; i++) {
            equity[i] = (cash[i] + number[i] * prices[at + i]) / MONEY_UNIT;
        }
    }

    /// False where a row could not be told.
    private boolean ofFractions(int count) {
        double[] prices = closes.units;
        double[] worst = doubt;
        int at = settled;
        for (int i = 0; i < count; i++) {
            double product = held[i] * prices[at + i];
            double lost = Math.fma(held[i], prices[at + i], -product);
            double about = Math.rint(product / VALUE_DIVISOR);
            double over = Math.fma(-about, VALUE_DIVISOR, product) + lost;
            double more = Math.rint(over / VALUE_DIVISOR);
            double value = about + more;
            double middle = VALUE_DIVISOR / 2 - Math.abs(over - more * VALUE_DIVISOR);
            worst[i] = Math.min(middle, EXACT - Math.abs(value));
            equity[i] = (cash[i] + value) / MONEY_UNIT;
        }
        boolean sure = true;
        for (int i = 0; i < count; i++) {
            sure &= worst[i] > 0;
        }
        return sure;
    }

    private void exactly(int count) {
        for (int i = 0; i < count; i++) {
            long worth = held[i] == 0 ? 0 : closes.scales.value((long) held[i], (long) closes.units[settled + i]);
            equity[i] = Scales.moneyOf(Math.addExact((long) cash[i], worth));
        }
    }

    /// The figures once every row is held; null where cash or quantity were too large to be told, or where the mean
    /// takes so much of the squares that a second pass over all rows must tell the deviation.
    @Nullable
    Figures figures() {
        if (noted > settled) {
            settle();
        }
        int rows = settled - first;
        double deviation = returns.deviation(rows);
        if (lost || (rows > 1 && Double.isNaN(deviation))) {
            return null;
        }
        return new Figures(rows, last, returns.mean(rows), deviation, drawdown.deepest(), (double) exposed / rows);
    }
}
