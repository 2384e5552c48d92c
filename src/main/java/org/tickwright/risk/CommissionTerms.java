package org.tickwright.risk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a broker or exchange charges for an order, in the instrument's currency. All parts add up; the
/// minimum and maximum bound the sum of an order over all of its fills.
///
/// `perUnit` is money for each unit, `perOrder` money for each order that fills at all. `makerBps` and
/// `takerBps` are basis points of the value for fills that rested in the book and for those that did not;
/// null means the run's commission in basis points; a negative rate is a rebate. `tiers` replace a rate by
/// what was traded earlier in the same calendar month (UTC): with [Basis#VALUE] the basis points of maker
/// and taker alike, with [Basis#UNITS] the money per unit. An order has one tier, that of the volume before
/// it filled.
public record CommissionTerms(
        double perUnit,
        double perOrder,
        @Nullable Double makerBps,
        @Nullable Double takerBps,
        @Nullable Double minimum,
        @Nullable Double maximum,
        Basis tiersBy,
        List<Tier> tiers) {
    /// Nothing besides the run's commission in basis points.
    public static final CommissionTerms NONE =
            new CommissionTerms(0, 0, null, null, null, null, Basis.VALUE, List.of());

    /// What a month's volume counts.
    public enum Basis {
        /// Units of the instrument.
        UNITS,
        /// Value in the instrument's currency.
        VALUE
    }

    /// From a monthly volume of `from` on the rate is `rate`.
    public record Tier(double from, double rate) {
        /// Checks ranges.
        public Tier {
            Terms.require(from >= 0 && Double.isFinite(from), "A tier must start at 0 or above", from);
            Terms.require(
                    rate > -10_000 && rate < 10_000, "The rate of a tier must be above -10,000 and below 10,000", rate);
        }
    }

    /// Checks ranges; tiers must start at 0 and rise.
    public CommissionTerms {
        Terms.require(perUnit >= 0 && perUnit < 1e6, "Commission per unit must be 0 to below 1,000,000", perUnit);
        Terms.require(perOrder >= 0 && perOrder < 1e6, "Commission per order must be 0 to below 1,000,000", perOrder);
        rate(makerBps, "Maker");
        rate(takerBps, "Taker");
        Terms.require(
                minimum == null || (minimum >= 0 && minimum < 1e6),
                "The least commission of an order must be 0 to below 1,000,000",
                minimum);
        Terms.require(
                maximum == null || (maximum >= (minimum == null ? 0 : minimum) && maximum < 1e9),
                "The largest commission of an order must be at least the least one and below 1,000,000,000",
                maximum);
        tiersBy = tiersBy == null ? Basis.VALUE : tiersBy;
        tiers = tiers == null ? List.of() : List.copyOf(tiers);
        Terms.require(tiers.isEmpty() || tiers.getFirst().from() == 0, "The first tier must start at 0", tiers);
        for (int i = 1; i < tiers.size(); i++) {
            Terms.require(tiers.get(i).from() > tiers.get(i - 1).from(), "Tiers must rise by their volume", tiers);
        }
    }

    private static void rate(@Nullable Double bps, String name) {
        Terms.require(
                bps == null || (bps > -10_000 && bps < 10_000),
                name + " commission must be above -10,000 and below 10,000 bps",
                bps);
    }

    /// Reads `value:0=10,1000000=8` (basis points by the month's value) or `units:0=0.0035,300000=0.002`
    /// (money per unit by the month's units) into these terms.
    public CommissionTerms withTiers(String text) {
        int colon = text.indexOf(':');
        Basis basis = colon < 0 ? null : Terms.choice(Basis.class, text.substring(0, colon));
        if (basis == null) {
            throw new IllegalArgumentException(
                    "Tiers must be value:FROM=BPS,… or units:FROM=MONEY,…, was '" + text + "'");
        }
        List<Tier> read = new java.util.ArrayList<>();
        for (String pair : text.substring(colon + 1).split(",", -1)) {
            String[] sides = pair.split("=", -1);
            if (sides.length != 2) {
                throw new IllegalArgumentException("A tier must be FROM=RATE, was '" + pair + "'");
            }
            read.add(new Tier(Terms.number(sides[0], "A tier"), Terms.number(sides[1], "A tier")));
        }
        return new CommissionTerms(perUnit, perOrder, makerBps, takerBps, minimum, maximum, basis, read);
    }
}
