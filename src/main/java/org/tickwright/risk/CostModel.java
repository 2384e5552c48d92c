package org.tickwright.risk;

import org.tickwright.order.Fill;
import org.tickwright.order.Liquidity;
import org.tickwright.order.Order;
import org.tickwright.order.Side;

/// What fills of one instrument cost in one run: the price that is got instead of the one on the tape, and
/// the commission.
///
/// Questions change nothing; only [#filled] does. `bar` is the bar on which the fill happens; a model reads
/// bars before it only. A taker is who fills at once at the market's price, a maker whose limit rested.
public interface CostModel {

    /// What a model for these terms charges: commission and slippage of the run in basis points, and
    /// whatever `terms` add.
    static CostModel of(Costs costs, CostTerms terms, CostContext context) {
        return terms.proportional()
                ? new ProportionalCosts(costs, context.holding().scales())
                : new ItemisedCosts(costs, terms, context);
    }

    /// The price at which `quantity` fills where the tape says `raw`, with spread, slippage and impact;
    /// never below 0. For a purchase it does not fall with the quantity.
    long price(Side side, Liquidity liquidity, long raw, long quantity, int bar);

    /// The commission of filling `quantity` more of an order at a price, in the account's currency at the
    /// rate of now. It does not fall with the quantity, unless a rebate is paid.
    long commission(Order order, Liquidity liquidity, long quantity, long price, int bar);

    /// What changing currencies for a fill costs, in the account's currency at the rate of now.
    long conversion(long quantity, long price);

    /// Takes note of a fill, before the order does.
    void filled(Order order, Fill fill);

    /// What fills cost so far.
    CostBook book();

    /// The commission as a fraction of the value where that is all there is to it and the price does not
    /// depend on the quantity; NaN otherwise.
    double proportionalRate();
}
