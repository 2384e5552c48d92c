package org.tickwright.market;

import java.util.ArrayList;
import java.util.List;
import org.tickwright.market.CorporateActions.Dividend;
import org.tickwright.market.CorporateActions.Split;

/// Splits and dividends beside bars: which splits the prices show, and which were taken out of them before they came
/// here.
///
/// A split is in the prices where they jump at its ex date by more than half of its ratio, counted in logarithms;
/// otherwise the prices are adjusted for it already, and a dividend before it was paid on units that the bars do not
/// count. A split whose day the bars do not cover, or whose ratio is within 10 % of 1, goes with the others, and counts
/// as in the prices where there are none.
public record ActionsInPrices(CorporateActions announced, List<Split> inPrices, List<Split> adjustedFor) {
    private static final double SMALL = StrictMath.log(1.1);

    /// Copies the lists.
    public ActionsInPrices {
        inPrices = List.copyOf(inPrices);
        adjustedFor = List.copyOf(adjustedFor);
    }

    /// Splits and dividends as they were announced, beside bars.
    public static ActionsInPrices of(Bars bars, CorporateActions announced) {
        List<Split> seen = new ArrayList<>();
        List<Split> adjusted = new ArrayList<>();
        List<Split> unseen = new ArrayList<>();
        for (Split split : announced.splits()) {
            double jump = jump(bars, split);
            double ratio = StrictMath.log(split.factor());
            if (Double.isNaN(jump) || Math.abs(ratio) < SMALL) {
                unseen.add(split);
            } else if (Math.abs(jump - ratio) < Math.abs(jump)) {
                seen.add(split);
            } else {
                adjusted.add(split);
            }
        }
        boolean others = seen.isEmpty() && !adjusted.isEmpty();
        (others ? adjusted : seen).addAll(unseen);
        return new ActionsInPrices(announced, seen, adjusted);
    }

    /// The logarithm of the step from the close before the ex date to the opening on it; NaN where the bars do not
    /// cover it.
    private static double jump(Bars bars, Split split) {
        int low = 0;
        int high = bars.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (AdjustedBars.date(bars, middle).isBefore(split.exDate())) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 || low == bars.size() ? Double.NaN : StrictMath.log(bars.open(low) / bars.close(low - 1));
    }

    /// What a run over the bars has to do: the splits that are in the prices, and each dividend for a unit as the bars
    /// count it.
    public CorporateActions forRun() {
        return adjustedFor.isEmpty() ? announced : new CorporateActions(inPrices, dividends(false));
    }

    /// What was announced, where the dividends that were given are for units as the bars count them.
    public CorporateActions asAnnounced() {
        return adjustedFor.isEmpty() ? announced : new CorporateActions(announced.splits(), dividends(true));
    }

    private List<Dividend> dividends(boolean toAnnounced) {
        List<Dividend> scaled = new ArrayList<>();
        for (Dividend dividend : announced.dividends()) {
            double factor = 1;
            for (Split split : adjustedFor) {
                factor *= split.exDate().isAfter(dividend.exDate()) ? split.factor() : 1;
            }
            double scale = toAnnounced ? 1 / factor : factor;
            scaled.add(new Dividend(dividend.exDate(), dividend.perUnit() * scale, dividend.reference() * scale));
        }
        return scaled;
    }
}
