package org.tickwright.portfolio;

import java.util.Arrays;
import org.tickwright.kernel.FixedPoint;

/// Marks what an account of one instrument is worth at the closes of its bars, row after row: what
/// [Ledger#equityAt(long)] gives for each, to the bit.
///
/// As long as nothing is traded, quantity and cash are the same from row to row, so a row takes a few
/// operations on doubles that hold whole numbers: below 2^53 these are exact, and what a product loses is
/// told by a fused multiplication. Where a price lies too near to the middle of two units, or a number is too
/// large, the ledger is asked. One thread; allocates nothing after its making.
public final class EquityColumn {
    /// Whole numbers below this are exact, and so are their sums.
    private static final double EXACT = 0x1p50;
    private static final double VALUE_DIVISOR = 1e10;
    private static final double VALUE_FACTOR = 1e-10;
    private static final double MONEY_UNIT = 1e8;
    private static final double MONEY_FACTOR = 1e-8;

    private final Ledger ledger;
    private final Holding holding;
    private final double[] prices;
    private final int first;
    private final double[] equity;
    private final double[] held;
    private final double priceUnit;
    private long notedQuantity;
    private long notedCash;
    private long notedRate;
    private int exactRow;

    /// Over prices from row `first` on; the rows of `equity` and `held` (units) count from 0 and are 0 before
    /// they are marked.
    public EquityColumn(Ledger ledger, double[] prices, int first, double[] equity, double[] held) {
        this.ledger = ledger;
        this.prices = prices;
        this.first = first;
        this.equity = equity;
        this.held = held;
        holding = ledger.holding(0);
        priceUnit = FixedPoint.pow10(holding.scales().price());
        note();
    }

    /// Whether the account is another than when it was noted.
    public boolean changed() {
        return holding.quantity != notedQuantity || ledger.cash() != notedCash || holding.rate != notedRate;
    }

    /// Notes the account as it is.
    public void note() {
        notedQuantity = holding.quantity;
        notedCash = ledger.cash();
        notedRate = holding.rate;
    }

    /// Marks the rows `from` to `to` (exclusive) by the account as it was noted. Returns whether it held anything.
    public boolean mark(int from, int to) {
        long quantity = notedQuantity;
        if (quantity == 0) {
            Arrays.fill(equity, from, to, Scales.moneyOf(notedCash));
            return false;
        }
        Arrays.fill(held, from, to, holding.scales().quantityOf(quantity));
        if (!(Math.abs(quantity) < EXACT && Math.abs(notedCash) < EXACT) || notedRate != Holding.PARITY) {
            for (int row = from; row < to; row++) {
                equity[row] = exactly(row);
            }
        } else if (quantity % (long) VALUE_DIVISOR == 0) {
            long number = quantity / (long) VALUE_DIVISOR;
            whole(from, to, (double) number);
        } else {
            broken(from, to, (double) quantity);
        }
        return true;
    }

    /// The row that was computed in fixed point last: where [#mark] throws because a number leaves the range of the
    /// ledger, the row at which it did.
    public int exactRow() {
        return exactRow;
    }

    private double exactly(int row) {
        exactRow = row;
        long price = holding.scales().priceUnits(prices[first + row]);
        long own = holding.scales().value(notedQuantity, price);
        long worth = notedRate == Holding.PARITY ? own : FixedPoint.multiply10(own, notedRate);
        return Scales.moneyOf(Math.addExact(notedCash, worth));
    }

    /// A quantity that makes money of a price without a division.
    private void whole(int from, int to, double number) {
        double[] in = prices;
        double[] out = equity;
        double cash = notedCash;
        double unit = priceUnit;
        int shift = first;
        for (int row = from; row < to; row++) {
            double scaled = in[shift + row] * unit;
            double price = Math.rint(scaled);
            double worth = number * price;
            out[row] = sure(scaled, price) && Math.abs(worth) < EXACT ? money(cash + worth) : exactly(row);
        }
    }

    /// Any other quantity. The first quotient may be off by one or two, which what it leaves puts right.
    private void broken(int from, int to, double quantity) {
        double[] in = prices;
        double[] out = equity;
        double cash = notedCash;
        double unit = priceUnit;
        int shift = first;
        for (int row = from; row < to; row++) {
            double scaled = in[shift + row] * unit;
            double price = Math.rint(scaled);
            double product = quantity * price;
            double about = Math.rint(product * VALUE_FACTOR);
            double left = Math.fma(-about, VALUE_DIVISOR, product) + Math.fma(quantity, price, -product);
            double more = Math.rint(left * VALUE_FACTOR);
            double rest = Math.fma(-more, VALUE_DIVISOR, left);
            double worth = about + more;
            boolean sure = sure(scaled, price) && Math.abs(rest) < VALUE_DIVISOR / 2 && Math.abs(worth) < EXACT;
            out[row] = sure ? money(cash + worth) : exactly(row);
        }
    }

    /// Whether a price is surely rounded to the nearest unit: the product is off by at most 2^-53 of itself.
    private static boolean sure(double scaled, double rounded) {
        return Math.abs(scaled - rounded) + Math.abs(scaled) * 0x1p-52 < 0.5 && Math.abs(rounded) < EXACT;
    }

    /// Units of money divided by these. A quotient that was made with the reciprocal is put right by what it
    /// leaves (Markstein, *Computation of elementary functions on the IBM RISC System/6000 processor*, 1990,
    /// theorem 5): the bits of a division, which takes several times as long.
    private static double money(double units) {
        double about = units * MONEY_FACTOR;
        return Math.fma(Math.fma(-about, MONEY_UNIT, units), MONEY_FACTOR, about);
    }
}
