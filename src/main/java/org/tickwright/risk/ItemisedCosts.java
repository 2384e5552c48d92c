package org.tickwright.risk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.order.Fill;
import org.tickwright.order.Liquidity;
import org.tickwright.order.Order;
import org.tickwright.order.Side;
import org.tickwright.portfolio.Holding;
import org.tickwright.portfolio.Scales;

/// Every part of [CostTerms] that fills pay.
///
/// A taker fills at `raw ± (half spread + slippage)`, a maker at `raw`. The commission of an order is
/// `perOrder + perUnit · quantity + rate · value` between its minimum and maximum; each of several fills pays
/// what the whole so far costs less what was paid.
final class ItemisedCosts implements CostModel {
    private static final int RATE_SCALE = 10;

    /// What an order that is not done yet has filled and paid, in the instrument's currency.
    private record Partial(long quantity, long value, long paid, double tierRate) {
        static final Partial NOTHING = new Partial(0, 0, 0, Double.NaN);
    }

    private final CostTerms terms;
    private final double makerBps;
    private final double takerBps;
    private final double slippageRate;
    private final Holding holding;
    private final Scales scales;
    private final CostContext context;
    private final PastBars past;
    private final long feeRate;
    private final @Nullable Long minimum;
    private final @Nullable Long maximum;
    private final Map<Long, Partial> partials = new HashMap<>();
    private final CostBook book = new CostBook();

    ItemisedCosts(Costs costs, CostTerms terms, CostContext context) {
        this.terms = terms;
        this.context = context;
        CommissionTerms commission = terms.commission();
        makerBps = commission.makerBps() == null ? costs.commissionBps() : commission.makerBps();
        takerBps = commission.takerBps() == null ? costs.commissionBps() : commission.takerBps();
        slippageRate = costs.slippageRate();
        holding = context.holding();
        scales = holding.scales();
        past = new PastBars(context.bars(), terms.slippage().window());
        feeRate = FixedPoint.fromDouble(terms.currency().feeBps() / 10_000, RATE_SCALE);
        minimum = money(commission.minimum());
        maximum = money(commission.maximum());
    }

    private static @Nullable Long money(@Nullable Double amount) {
        return amount == null ? null : (Long) Scales.moneyUnits(amount);
    }

    @Override
    public long price(Side side, Liquidity liquidity, long raw, long quantity, int bar) {
        if (liquidity == Liquidity.MAKER) {
            return raw;
        }
        double price = scales.priceOf(raw);
        double concession = terms.spread().half(price) + slippage(price, quantity, bar);
        return concession == 0 ? raw : Math.max(0, scales.priceUnits(price + side.sign() * concession));
    }

    /// Slippage per unit.
    private double slippage(double price, long quantity, int bar) {
        SlippageTerms law = terms.slippage();
        return price * slippageRate
                + switch (law.kind()) {
                    case NONE -> 0;
                    case FIXED -> law.value();
                    case BPS -> price * law.value() / 10_000;
                    case VOLATILITY -> price * law.value() * past.rangeShare(bar);
                    case VOLUME -> price * law.value() * past.deviation(bar) * Math.sqrt(share(quantity, bar));
                };
    }

    /// The order's share of the mean volume; where there was no volume at all, all of it.
    private double share(long quantity, int bar) {
        double volume = past.volume(bar);
        return quantity == 0 ? 0 : volume == 0 ? 1 : scales.quantityOf(quantity) / volume;
    }

    @Override
    public long commission(Order order, Liquidity liquidity, long quantity, long price, int bar) {
        Partial partial = partials.getOrDefault(order.id(), Partial.NOTHING);
        long own = Math.subtractExact(whole(partial, liquidity, quantity, price, bar), partial.paid);
        return holding.converted(own);
    }

    /// The commission of the order so far, this fill included. The rate of a fill holds for the value of
    /// that fill; what earlier fills paid by value is in what they paid.
    private long whole(Partial partial, Liquidity liquidity, long quantity, long price, int bar) {
        long filled = Math.addExact(partial.quantity, quantity);
        long value =
                Math.addExact(partial.value, byValue(partial, liquidity, Math.abs(scales.value(quantity, price)), bar));
        long sum = Scales.moneyUnits(terms.commission().perOrder());
        sum = Math.addExact(sum, scales.value(filled, scales.priceUnits(perUnit(partial, bar))));
        sum = Math.addExact(sum, value);
        if (minimum != null && sum < minimum) {
            sum = minimum;
        }
        return maximum != null && sum > maximum ? maximum : sum;
    }

    private long byValue(Partial partial, Liquidity liquidity, long value, int bar) {
        CommissionTerms commission = terms.commission();
        boolean tiered = commission.tiersBy() == CommissionTerms.Basis.VALUE
                && !commission.tiers().isEmpty();
        double bps = tiered ? tier(partial, bar) : liquidity == Liquidity.TAKER ? takerBps : makerBps;
        return bps == 0 ? 0 : FixedPoint.multiply10(value, FixedPoint.fromDouble(bps / 10_000, RATE_SCALE));
    }

    private double perUnit(Partial partial, int bar) {
        CommissionTerms commission = terms.commission();
        boolean tiered = commission.tiersBy() == CommissionTerms.Basis.UNITS
                && !commission.tiers().isEmpty();
        return tiered ? tier(partial, bar) : commission.perUnit();
    }

    /// The rate of the order's tier: that of its first fill.
    private double tier(Partial partial, int bar) {
        if (!Double.isNaN(partial.tierRate)) {
            return partial.tierRate;
        }
        long time = context.bars().time(bar);
        double volume = terms.commission().tiersBy() == CommissionTerms.Basis.UNITS
                ? context.volume().units(time)
                : context.volume().value(time);
        List<CommissionTerms.Tier> tiers = terms.commission().tiers();
        double rate = tiers.getFirst().rate();
        for (CommissionTerms.Tier tier : tiers) {
            rate = volume >= tier.from() ? tier.rate() : rate;
        }
        return rate;
    }

    @Override
    public long conversion(long quantity, long price) {
        return feeRate == 0 ? 0 : FixedPoint.multiply10(Math.abs(holding.value(quantity, price)), feeRate);
    }

    @Override
    public void filled(Order order, Fill fill) {
        Partial partial = partials.getOrDefault(order.id(), Partial.NOTHING);
        long value = Math.abs(scales.value(fill.quantity(), fill.price()));
        if (fill.quantity() < order.remaining()) {
            double rate = terms.commission().tiers().isEmpty() ? Double.NaN : tier(partial, fill.index());
            partials.put(
                    order.id(),
                    new Partial(
                            Math.addExact(partial.quantity, fill.quantity()),
                            Math.addExact(partial.value, byValue(partial, fill.liquidity(), value, fill.index())),
                            whole(partial, fill.liquidity(), fill.quantity(), fill.price(), fill.index()),
                            rate));
        } else {
            partials.remove(order.id());
        }
        context.volume().add(fill.time(), scales.quantityOf(fill.quantity()), Scales.moneyOf(value));
        note(fill);
    }

    private void note(Fill fill) {
        long raw = Math.abs(holding.value(fill.quantity(), fill.rawPrice()));
        long paid = Math.abs(holding.value(fill.quantity(), Math.subtractExact(fill.price(), fill.rawPrice())));
        double half = fill.liquidity() == Liquidity.TAKER ? terms.spread().half(scales.priceOf(fill.rawPrice())) : 0;
        boolean slips = slippageRate > 0 || terms.slippage().kind() != SlippageTerms.Kind.NONE;
        long spread = slips ? Math.min(paid, Math.abs(holding.value(fill.quantity(), scales.priceUnits(half)))) : paid;
        long rest = paid - spread;
        boolean byVolume = terms.slippage().kind() == SlippageTerms.Kind.VOLUME;
        book.add(spread, byVolume ? 0 : rest, byVolume ? rest : 0, raw);
    }

    @Override
    public CostBook book() {
        return book;
    }

    @Override
    public double proportionalRate() {
        return Double.NaN;
    }
}
