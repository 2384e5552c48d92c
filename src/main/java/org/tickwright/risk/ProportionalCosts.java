package org.tickwright.risk;

import org.jspecify.annotations.Nullable;
import org.tickwright.order.Fill;
import org.tickwright.order.Liquidity;
import org.tickwright.order.Order;
import org.tickwright.order.Side;
import org.tickwright.portfolio.Scales;

/// Commission and slippage in basis points and nothing else.
final class ProportionalCosts implements CostModel {
    private final Costs costs;
    private final Scales scales;
    private final CostBook book = new CostBook();
    // An entry asks twice at one price: when it is sized and when it fills.
    private @Nullable Side lastSide;
    private long lastRaw;
    private long lastPrice;

    ProportionalCosts(Costs costs, Scales scales) {
        this.costs = costs;
        this.scales = scales;
    }

    @Override
    public long price(Side side, Liquidity liquidity, long raw, long quantity, int bar) {
        double rate = costs.slippageRate();
        if (rate == 0 || liquidity == Liquidity.MAKER) {
            return raw;
        }
        if (raw != lastRaw || side != lastSide) {
            lastRaw = raw;
            lastSide = side;
            lastPrice = scales.priceUnits(scales.priceOf(raw) * (1 + side.sign() * rate));
        }
        return lastPrice;
    }

    @Override
    public long commission(Order order, Liquidity liquidity, long quantity, long price, int bar) {
        return costs.commission(Math.abs(scales.value(quantity, price)));
    }

    @Override
    public long conversion(long quantity, long price) {
        return 0;
    }

    @Override
    public void filled(Order order, Fill fill) {
        long off = Math.subtractExact(fill.price(), fill.rawPrice());
        long paid = off == 0 ? 0 : Math.abs(scales.value(fill.quantity(), off));
        book.add(0, paid, 0, Math.abs(scales.value(fill.quantity(), fill.rawPrice())));
    }

    @Override
    public CostBook book() {
        return book;
    }

    @Override
    public double proportionalRate() {
        return costs.commissionRate();
    }
}
