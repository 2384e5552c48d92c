package org.tickwright.risk;

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

    ProportionalCosts(Costs costs, Scales scales) {
        this.costs = costs;
        this.scales = scales;
    }

    @Override
    public long price(Side side, Liquidity liquidity, long raw, long quantity, int bar) {
        double rate = costs.slippageRate();
        return rate == 0 || liquidity == Liquidity.MAKER
                ? raw
                : scales.priceUnits(scales.priceOf(raw) * (1 + side.sign() * rate));
    }

    @Override
    public long commission(Order order, Liquidity liquidity, long quantity, long price, int bar) {
        return costs.commission(Math.abs(scales.value(quantity, price)));
    }

    @Override
    public long conversion(long value) {
        return 0;
    }

    @Override
    public void filled(Order order, Fill fill) {
        long paid = Math.abs(scales.value(fill.quantity(), Math.subtractExact(fill.price(), fill.rawPrice())));
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
