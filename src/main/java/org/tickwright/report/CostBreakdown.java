package org.tickwright.report;

import java.util.ArrayList;
import java.util.List;
import org.tickwright.engine.CostSummary;
import org.tickwright.engine.RunResult;

/// What a run paid by kind, in money and as a share of the capital; kinds that did not occur are left out.
public final class CostBreakdown {

    /// A kind of cost: what it is called, the amount, and what it is.
    public record Row(String name, String amount, String share, String meaning) {}

    private final CostSummary costs;
    private final double capital;
    private final Figures figures;
    private final List<Row> rows = new ArrayList<>();

    private CostBreakdown(RunResult run, Figures figures) {
        costs = run.summary().costs();
        capital = run.settings().capital();
        this.figures = figures;
    }

    /// The kinds that occurred, then what they came to on each unit of value traded; empty if nothing was paid.
    public static List<Row> of(RunResult run, Figures figures) {
        return new CostBreakdown(run, figures).made();
    }

    private List<Row> made() {
        add("Commission", costs.commission(), "To the broker or exchange.");
        add("Spread", costs.spread(), "Half of the distance of bid and ask, for what took liquidity.");
        add("Slippage", costs.slippage(), "Fills worse than the price by the model of the run.");
        add("Market impact", costs.impact(), "Fills worse by their own size.");
        add("Borrow fee", costs.borrow(), "On the value of what was short, by time.");
        add("Funding", costs.funding(), "Paid by longs, received by shorts where it is positive.");
        add("Interest", costs.interest(), "On negative cash.");
        add("Conversion", costs.conversion(), "Fees for changing currencies.");
        add("Dividends", -costs.dividends(), "Received where the amount is negative.");
        if (costs.marginCalls() > 0) {
            rows.add(new Row(
                    "Margin calls",
                    figures.count(costs.marginCalls()),
                    "",
                    "Closes at which the equity was below the maintenance margin."));
        }
        Double breakEven = costs.breakEvenBps();
        if (breakEven != null) {
            rows.add(new Row(
                    "Break-even cost",
                    figures.ratio(breakEven) + " bps",
                    "",
                    "Of the value of each fill, at which this run would have made nothing."));
        }
        return List.copyOf(rows);
    }

    private void add(String name, double paid, String meaning) {
        if (paid != 0 && Double.isFinite(paid)) {
            rows.add(new Row(
                    name, figures.money(paid), figures.percent(paid / capital, false) + " of capital", meaning));
        }
    }
}
