package org.tickwright.engine;

import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.portfolio.Scales;
import org.tickwright.risk.Costs;
import org.tickwright.risk.SizeRule;

/// The account of a [TransitionRun]: cash, one position of one fill, and the sums over its trades.
///
/// Sizes, costs and books are those of the gate, the venue and the ledger under plain fills and proportional costs, to
/// the last unit. Numbers that leave the range of the ledger are an [ArithmeticException]. Allocates nothing for a
/// trade.
final class TransitionAccount {
    private static final int RATE_SCALE = 10;
    /// One unit where quantities have ten decimals; a constant, so that no division is needed.
    private static final long WHOLE_UNIT = 10_000_000_000L;

    private final Scales scales;
    private final boolean wholeUnits;
    /// Whether what is held is worth its number times the price, which needs no rounding.
    private final boolean inWholes;
    private final double slippageRate;
    private final double commissionRate;
    private final long commissionUnits;
    private final long capital;
    private final TradeSums sums = new TradeSums();
    private final @Nullable TransitionLog log;

    private long cash;
    private long quantity;
    private int entryBar;
    private long entryPrice;
    private int leftBar = -1;
    private long entryValue;
    private long entryCommission;
    private long entrySlippage;
    private long commission;
    private long slippage;
    private long turnover;

    /// An account that tells a log of each order, where there is one.
    TransitionAccount(Scales scales, RunSettings settings, @Nullable TransitionLog log) {
        this.scales = scales;
        this.log = log;
        wholeUnits = settings.wholeUnits();
        inWholes = wholeUnits && scales.wholeUnit() == WHOLE_UNIT;
        Costs costs = new Costs(settings.commissionBps(), settings.slippageBps());
        slippageRate = costs.slippageRate();
        commissionRate = costs.commissionRate();
        commissionUnits = FixedPoint.fromDouble(commissionRate, RATE_SCALE);
        capital = Scales.moneyUnits(settings.capital());
        cash = capital;
    }

    long cash() {
        return cash;
    }

    /// Units held: positive long, negative short.
    long quantity() {
        return quantity;
    }

    /// The price of the last entry.
    long entryPrice() {
        return entryPrice;
    }

    long units(double price) {
        return scales.priceUnits(price);
    }

    private long price(long raw, int sign) {
        return slippageRate == 0 ? raw : scales.priceUnits(scales.priceOf(raw) * (1 + sign * slippageRate));
    }

    private long value(long size, long price) {
        return inWholes ? Math.multiplyExact(size / WHOLE_UNIT, price) : scales.value(size, price);
    }

    private long commission(long value) {
        return commissionRate == 0 ? 0 : FixedPoint.multiply10(Math.abs(value), commissionUnits);
    }

    /// Enters where the tape says `raw`, unless what there is pays nothing.
    void enter(int bar, long raw, boolean isLong, SizeRule rule) {
        long fill = price(raw, isLong ? 1 : -1);
        if (fill <= 0 || cash <= 0) {
            // Who is flat is asked for cash when the order is made, before there is a price.
            boolean ofPrice = fill <= 0 && (cash > 0 || bar == leftBar);
            refused(isLong, ofPrice ? TransitionRecords.NO_PRICE : TransitionRecords.NO_CASH, fill);
            return;
        }
        double price = scales.priceOf(fill);
        double unitCost = price * (1 + commissionRate);
        double money = Scales.moneyOf(cash);
        double asked = switch (rule.kind()) {
            case UNITS -> rule.value();
            case CASH -> rule.value() / unitCost;
            case FRACTION -> rule.value() * money / unitCost;
            default -> throw new IllegalStateException("Size " + rule + " is not known at the fill alone");
        };
        double most = money / unitCost;
        long size = payable(Math.min(asked, most), fill);
        if (size <= 0) {
            refused(isLong, TransitionRecords.TOO_SMALL, fill);
            return;
        }
        entryBar = bar;
        entryPrice = fill;
        entryValue = value(size, fill);
        entryCommission = commission(entryValue);
        entrySlippage = book(size, raw, fill);
        quantity = isLong ? size : -size;
        cash = Math.subtractExact(cash, isLong ? entryValue : -entryValue);
        cash = Math.subtractExact(cash, entryCommission);
        if (log != null) {
            log.entered(isLong, asked > most, fill, size);
            log.paid(entryCommission, entrySlippage, cash);
        }
    }

    private void refused(boolean isLong, int why, long price) {
        if (log != null) {
            log.refused(isLong, why, price, cash);
        }
    }

    private long payable(double wanted, long fill) {
        long lot = wholeUnits ? scales.wholeUnit() : 1;
        long size = floored(wanted);
        while (size > 0 && cost(size, fill) > cash) {
            size -= lot;
        }
        return size;
    }

    private long floored(double wanted) {
        double units = Math.min(wanted, Long.MAX_VALUE / 4.0 / FixedPoint.pow10(scales.quantity()));
        return wholeUnits
                ? Math.multiplyExact((long) Math.floor(units + 1e-9), scales.wholeUnit())
                : FixedPoint.floorFromDouble(units + 1e-3 / FixedPoint.pow10(scales.quantity()), scales.quantity());
    }

    private long cost(long size, long fill) {
        long value = value(size, fill);
        return Math.addExact(value, commission(value));
    }

    /// Takes note of what a fill cost in its price; returns it.
    private long book(long size, long raw, long fill) {
        long off = Math.subtractExact(fill, raw);
        long paid = off == 0 ? 0 : Math.abs(value(size, off));
        slippage = Math.addExact(slippage, paid);
        turnover = Math.addExact(turnover, Math.abs(value(size, raw)));
        return paid;
    }

    /// Leaves the position where the tape says `raw`. A target is met by others, so that nothing slips.
    void leave(int bar, long raw, Trade.ExitReason reason) {
        boolean isLong = quantity > 0;
        long size = Math.abs(quantity);
        boolean met = reason == Trade.ExitReason.TARGET || reason == Trade.ExitReason.TARGET_GAP;
        long fill = met ? raw : price(raw, isLong ? -1 : 1);
        long value = value(size, fill);
        long paid = commission(value);
        long lost = book(size, raw, fill);
        long realised = isLong ? Math.subtractExact(value, entryValue) : Math.subtractExact(entryValue, value);
        cash = Math.addExact(cash, isLong ? value : -value);
        cash = Math.subtractExact(cash, paid);
        commission = Math.addExact(commission, Math.addExact(entryCommission, paid));
        quantity = 0;
        leftBar = bar;
        sums.add(
                isLong,
                reason,
                bar - entryBar,
                Scales.moneyOf(realised - entryCommission - paid),
                new TradeSums.Paid(
                        Scales.moneyOf(entryCommission),
                        Scales.moneyOf(paid),
                        Scales.moneyOf(Math.addExact(entrySlippage, lost))));
        if (log != null) {
            log.left(isLong, reason == Trade.ExitReason.END_OF_DATA, fill, size);
            log.paid(paid, lost, cash);
        }
    }

    TradeSums sums() {
        return sums;
    }

    /// What was paid, once nothing is held.
    CostSummary costs() {
        return CostSummary.ofFills(commission, slippage, turnover, Math.subtractExact(cash, capital));
    }
}
