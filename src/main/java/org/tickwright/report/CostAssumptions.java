package org.tickwright.report;

import java.util.ArrayList;
import java.util.List;
import org.tickwright.market.CorporateActions;
import org.tickwright.report.Assumptions.Row;
import org.tickwright.risk.CarryTerms;
import org.tickwright.risk.CommissionTerms;
import org.tickwright.risk.CostTerms;
import org.tickwright.risk.CurrencyTerms;
import org.tickwright.risk.MarginTerms;
import org.tickwright.risk.SlippageTerms;
import org.tickwright.risk.SpreadTerms;

/// What a run took for granted about costs beyond its basis points, in words; one row for each part that
/// charges something or happens.
final class CostAssumptions {
    private final CostTerms terms;
    private final Figures figures;
    private final List<Row> rows = new ArrayList<>();

    private CostAssumptions(CostTerms terms, Figures figures) {
        this.terms = terms;
        this.figures = figures;
    }

    static List<Row> of(CostTerms terms, Figures figures) {
        CostAssumptions words = new CostAssumptions(terms, figures);
        words.commission();
        words.prices();
        words.carry();
        words.account();
        return words.rows;
    }

    private void add(boolean charged, String name, String value, String meaning) {
        if (charged) {
            rows.add(new Row(name, value, meaning));
        }
    }

    private void commission() {
        CommissionTerms c = terms.commission();
        add(c.perUnit() != 0, "Commission a unit", figures.plain(c.perUnit()), "Paid for each unit of each fill.");
        add(c.perOrder() != 0, "Commission an order", figures.plain(c.perOrder()), "Paid once for each order.");
        add(
                c.makerBps() != null,
                "Maker commission",
                bps(c.makerBps()),
                "For limits that rested; negative is a rebate.");
        add(c.takerBps() != null, "Taker commission", bps(c.takerBps()), "For what filled at the market's price.");
        add(c.minimum() != null, "Least commission", plain(c.minimum()), "No order pays less, over all of its fills.");
        add(
                c.maximum() != null,
                "Largest commission",
                plain(c.maximum()),
                "No order pays more, over all of its fills.");
        add(
                !c.tiers().isEmpty(),
                "Commission tiers",
                figures.count(c.tiers().size()),
                c.tiersBy() == CommissionTerms.Basis.VALUE
                        ? "Basis points by the value traded earlier in the month; what came before the run is not"
                                + " known."
                        : "Money a unit by the units traded earlier in the month; what came before the run is not"
                                + " known.");
    }

    private String plain(@org.jspecify.annotations.Nullable Double value) {
        return value == null ? Figures.NONE : figures.plain(value);
    }

    private String bps(@org.jspecify.annotations.Nullable Double value) {
        return plain(value) + " bps";
    }

    private void prices() {
        SpreadTerms spread = terms.spread();
        add(
                spread.kind() != SpreadTerms.Kind.NONE,
                "Spread",
                figures.plain(spread.value()) + (spread.kind() == SpreadTerms.Kind.BPS ? " bps" : " of price"),
                "Assumed constant: market orders and stops pay half of it, resting limits none.");
        SlippageTerms slippage = terms.slippage();
        String value = figures.plain(slippage.value());
        switch (slippage.kind()) {
            case NONE -> {}
            case FIXED -> add(true, "Slippage", value + " of price", "Market orders and stops fill worse by this.");
            case BPS -> add(true, "Slippage", value + " bps", "Market orders and stops fill worse by this.");
            case VOLATILITY ->
                add(
                        true,
                        "Slippage",
                        value + " of the range",
                        "Market orders and stops fill worse by this part of the mean true range of the "
                                + slippage.window() + " bars before.");
            case VOLUME ->
                add(
                        true,
                        "Market impact",
                        value + " x volatility x root of share",
                        "The square root law, an assumption with an error of its own: volatility and mean volume are"
                                + " those of the " + slippage.window() + " bars before.");
        }
    }

    private void carry() {
        CarryTerms carry = terms.carry();
        add(
                carry.borrowRate() != 0,
                "Borrow fee",
                figures.percent(carry.borrowRate(), false) + " a year",
                "On the value of short positions by calendar days; that units can be borrowed at all is assumed.");
        add(
                carry.fundingRate() != 0 || !carry.funding().isEmpty(),
                "Funding",
                carry.funding().isEmpty() ? figures.plain(100 * carry.fundingRate()) + "% per 8 hours" : "a series",
                "Longs pay it and shorts receive it where it is positive, on the value at the close before.");
        add(
                carry.interestRate() != 0,
                "Interest",
                figures.percent(carry.interestRate(), false) + " a year",
                "On negative cash by calendar days; positive cash earns nothing.");
    }

    private void account() {
        MarginTerms margin = terms.margin();
        if (margin != null) {
            add(
                    true,
                    "Margin",
                    figures.percent(margin.initial(), false) + " / " + figures.percent(margin.maintenance(), false),
                    "Of the value, to open and to keep. Below the second at a close the position is sold at the next"
                            + " opening; no broker need wait so long.");
        }
        CurrencyTerms currency = terms.currency();
        add(
                !currency.isNone(),
                "Currency",
                (currency.account() + " " + currency.instrument()).strip()
                        + (currency.rates().isEmpty() ? " at " + figures.plain(currency.rate()) : " by a series"),
                "Each payment is converted at the last rate known then, for " + figures.plain(currency.feeBps())
                        + " bps of the value of each fill.");
        actions(terms.actions(), "");
        terms.actionsOf().forEach((symbol, actions) -> actions(actions, " of " + symbol));
    }

    private void actions(CorporateActions actions, String ofWhich) {
        add(
                !actions.isEmpty(),
                "Splits and dividends" + ofWhich,
                figures.count(actions.splits().size()) + " and "
                        + figures.count(actions.dividends().size()),
                "Made on the account before the ex day opens, without tax. Prices and signals are raw: indicators see"
                        + " the jump of a split.");
    }
}
