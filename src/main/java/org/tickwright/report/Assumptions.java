package org.tickwright.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tickwright.engine.FillTerms;
import org.tickwright.engine.RunSettings;
import org.tickwright.market.Timeframe;
import org.tickwright.risk.CommissionTerms;
import org.tickwright.risk.SizeRule;
import org.tickwright.risk.SlippageTerms;
import org.tickwright.risk.SpreadTerms;

/// What a run took for granted, in words: how orders fill, what they cost, how large they are, and what to keep in
/// mind.
public final class Assumptions {
    private final RunSettings settings;
    private final Figures figures;

    /// Of these settings, with figures written so.
    public Assumptions(RunSettings settings, Figures figures) {
        this.settings = settings;
        this.figures = figures;
    }

    /// An assumption: what it is called, its value, and what that means.
    public record Row(String name, String value, String meaning) {}

    /// All settings.
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("Capital", figures.money(settings.capital()), "Cash at the start; nothing is added later."));
        rows.add(new Row("Commission", bps(settings.commissionBps()), commission()));
        rows.add(new Row("Slippage", bps(settings.slippageBps()), slippage()));
        rows.addAll(CostAssumptions.of(settings.costs(), figures));
        rows.add(new Row("Fills", settings.fills(), fillsInWords()));
        rows.add(new Row("Size of an entry", size(), sizeInWords()));
        rows.add(new Row(
                "Units",
                settings.wholeUnits() ? "whole" : "fractional",
                settings.wholeUnits() ? "Quantities are rounded down to whole units." : "Any fraction can be traded."));
        rows.add(new Row(
                "Direction",
                settings.direction() == RunSettings.Direction.LONG ? "long only" : "long and short",
                settings.direction() == RunSettings.Direction.LONG ? "Signals to sell short are ignored." : shorts()));
        protection(rows);
        for (Map.Entry<String, Double> parameter : settings.parameters().entrySet()) {
            rows.add(new Row(
                    "Parameter " + parameter.getKey(),
                    figures.plain(parameter.getValue()),
                    "Set for this run in place of the strategy's own value."));
        }
        rows.add(new Row(
                "Bars a year",
                figures.count(settings.periodsPerYear()),
                "Used to put per-bar figures on a year: Sharpe ratio and volatility."));
        return rows;
    }

    /// How the fill profile of the run fills orders.
    public String fillsInWords() {
        return settings.realistic() ? realisticFills() : plainFills();
    }

    private String realisticFills() {
        FillTerms terms = settings.fillTerms();
        String open = switch (terms.resolution()) {
            case PESSIMISTIC -> "What a bar cannot tell is read as the worst for the account";
            case OPTIMISTIC -> "What a bar cannot tell is read as the best for the account";
            case SEEDED -> "What a bar cannot tell is decided by chance with the seed " + terms.seed();
        };
        return "All orders of a bar take at most " + figures.percent(terms.participation(), false)
                + " of its volume; the rest waits. Limits need the price to trade through them, stops fill at their"
                + " level or at a worse open. " + open + ", and each such bar is listed. "
                + (terms.intrabar() == null
                        ? "No finer series was read."
                        : "What happened inside the bars is told by " + told(terms.intrabarSeries()) + ".")
                + " The place in the queue and quotes are not modelled.";
    }

    /// Series by their names; those of single trades end in `1t`.
    private static String told(List<String> series) {
        return String.join(
                ", ",
                series.stream()
                        .map(name -> name.endsWith(" " + Timeframe.TRADE)
                                ? "every trade of " + name.substring(0, name.lastIndexOf(' '))
                                : name)
                        .toList());
    }

    private static String plainFills() {
        return "Decisions fall at the close of a bar and fill at the next open. Stops and targets work inside the bar;"
                + " where both are touched the stop counts, and a gap through a level fills at the open."
                + " Any size is filled: volume is not looked at.";
    }

    private String shorts() {
        boolean borrows = settings.costs().carry().borrowRate() != 0;
        boolean margin = settings.costs().margin() != null;
        if (!borrows && !margin) {
            return "Shorts pay no margin, interest or borrow fee.";
        }
        return (borrows ? "Shorts pay the borrow fee" : "Shorts pay no borrow fee")
                + (margin ? " and need margin." : " and no margin.");
    }

    private String bps(double value) {
        return value == 0 ? "none" : figures.plain(value) + " bps";
    }

    private String commission() {
        if (settings.commissionBps() == 0) {
            return settings.costs().commission().equals(CommissionTerms.NONE)
                    ? "No commission is paid."
                    : "Nothing by value beyond what the rows below say.";
        }
        return figures.plain(tidy(settings.commissionBps() / 100)) + "% of the traded amount, paid on each side.";
    }

    private String slippage() {
        if (settings.slippageBps() == 0) {
            boolean none = settings.costs().slippage().kind() == SlippageTerms.Kind.NONE
                    && settings.costs().spread().kind() == SpreadTerms.Kind.NONE;
            return none
                    ? "Market orders and stops fill at exactly the price of the bar."
                    : "Nothing beyond what the rows below say.";
        }
        return "Market orders and stops fill " + figures.plain(tidy(settings.slippageBps() / 100))
                + "% worse than the price; targets fill at their price.";
    }

    private static double tidy(double value) {
        return StrictMath.rint(value * 1e10) / 1e10;
    }

    private String size() {
        SizeRule size = settings.size();
        if (size == null) {
            return "as the strategy says";
        }
        return switch (size.kind()) {
            case UNITS -> figures.plain(size.value()) + " units";
            case CASH -> figures.money(size.value());
            case FRACTION -> figures.percent(size.value(), false) + " of cash";
            case RISK -> figures.percent(size.value(), false) + " at risk";
            case VOLATILITY -> figures.percent(size.value(), false) + " volatility a year";
            case KELLY -> figures.plain(size.value()) + " times Kelly";
        };
    }

    private String sizeInWords() {
        SizeRule size = settings.size();
        if (size == null) {
            return "Where it says nothing, all cash.";
        }
        return switch (size.kind()) {
            case UNITS -> "The same quantity for each entry.";
            case CASH -> "The same amount for each entry.";
            case FRACTION -> "That part of the cash at the fill, costs included.";
            case RISK -> "So many units that the initial stop would lose that part of the cash.";
            case VOLATILITY ->
                "So many units that the position alone would move the account so much a year, by the closes of the"
                        + " last "
                        + figures.count(size.sample()) + " bars up to the signal and the bars a year below; never more"
                        + " than can be paid, and none where the closes did not move or were too few.";
            case KELLY ->
                "That multiple of the Kelly fraction of the cash, W - (1 - W) / R, by the closed trades of this run"
                        + " alone; at most " + figures.percent(size.cap(), false) + ", "
                        + figures.percent(Math.min(size.cap(), size.start()), false) + " until "
                        + figures.count(size.sample()) + " are closed, and none where they show no edge.";
        };
    }

    private void protection(List<Row> rows) {
        Double stop = settings.stopLoss();
        Double target = settings.takeProfit();
        rows.add(new Row(
                "Stop loss",
                stop == null ? "as the strategy says" : figures.percent(stop, false),
                stop == null ? "None unless the strategy draws one." : "From the entry fill, on every trade."));
        rows.add(new Row(
                "Take profit",
                target == null ? "as the strategy says" : figures.percent(target, false),
                target == null ? "None unless the strategy draws one." : "From the entry fill, on every trade."));
    }
}
