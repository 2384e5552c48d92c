package org.tickwright.engine;

import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Drawdown;

/// The last equity, the deepest drawdown and the time in the market, without the equity of every bar: while a quantity
/// is held, the equity is lowest and highest where the close is, so that a stretch of bars is told by its two extremes.
/// Only where a stretch has a new peak and may have the deepest fall its bars are gone through.
///
/// Gives the bits that [EquityBlocks] gives: rounding and division keep the order. One thread; allocates nothing after
/// its making.
final class EquityExtremes implements EquityTrack {
    private static final double EXACT = 0x1p50;
    private static final double MONEY_UNIT = 1e8;
    private static final int ROOM = 256;

    private final Closes closes;
    private final CloseExtremes extremes;
    private final int first;
    private final Drawdown drawdown;
    private final double[] room = new double[ROOM];
    private final int quantityScale;
    private final long wholeUnit;
    private double last;
    private int noted;
    private int exposed;
    private boolean lost;
    /// What is held in whole units, 0 where it is not told by them.
    private double wholes;

    /// Over closes from row `first` on, of an account that begins with a capital. Stretches lie in one block of the
    /// extremes each.
    EquityExtremes(Closes closes, CloseExtremes extremes, int first, double capital) {
        this.closes = closes;
        this.extremes = extremes;
        this.first = first;
        quantityScale = closes.scales().quantity();
        wholeUnit = closes.scales().wholeUnit();
        noted = first;
        last = capital;
        drawdown = new Drawdown(capital);
    }

    @Override
    public void hold(int to, long cash, long quantity) {
        if (to <= noted) {
            return;
        }
        lost |= Math.abs(cash) >= EXACT || Math.abs(quantity) >= EXACT;
        if (quantity == 0) {
            last = cash / MONEY_UNIT;
            drawdown.add(last, last);
        } else {
            exposed += to - noted;
            wholes = wholes(quantity);
            extremes.look(noted, to);
            boolean isLong = quantity > 0;
            double lowest = worth(isLong ? extremes.least() : extremes.most(), cash, quantity);
            double highest = worth(isLong ? extremes.most() : extremes.least(), cash, quantity);
            if (!drawdown.add(lowest, highest)) {
                step(to, cash, quantity);
            }
        }
        noted = to;
    }

    /// How many whole units are held, where their worth needs no rounding.
    private double wholes(long quantity) {
        if (quantityScale != EquityBlocks.QUANTITY_OF_WHOLES) {
            return 0;
        }
        long number = quantity / wholeUnit;
        double units = (double) number;
        return number * wholeUnit == quantity && Math.abs(units) * closes.largest() < EXACT ? units : 0;
    }

    private double worth(double close, long cash, long quantity) {
        if (wholes != 0) {
            return ((double) cash + wholes * close) / MONEY_UNIT;
        }
        long worth = closes.scales().value(quantity, (long) close);
        lost |= Math.abs(worth) >= EXACT;
        return (double) Math.addExact(cash, worth) / MONEY_UNIT;
    }

    private void step(int to, long cash, long quantity) {
        double[] prices = closes.units();
        for (int from = noted; from < to; from += ROOM) {
            int count = Math.min(ROOM, to - from);
            for (int i = 0; i < count; i++) {
                room[i] = worth(prices[from + i], cash, quantity);
            }
            drawdown.add(room, 0, count);
        }
    }

    @Override
    public EquityBlocks.@Nullable Figures figures() {
        int rows = noted - first;
        return lost
                ? null
                : new EquityBlocks.Figures(
                        rows, last, Double.NaN, Double.NaN, drawdown.deepest(), (double) exposed / rows);
    }
}
