package org.tickwright.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Raw bars with the splits and dividends up to a date taken out of earlier prices, so that no day shows a
/// jump that was none.
///
/// The price of a bar is multiplied by the factor of each action whose ex date lies after the bar's date and
/// not after `asOf`: `denominator / numerator` for a split, `1 - dividend / close before the ex date` for a
/// dividend (back-adjustment by ratios, as CRSP and Lean do it). Volumes are divided by the splits' factors
/// alone. What happens after `asOf` is not looked at, so prices as of a date are what was known then.
public final class AdjustedBars {
    private AdjustedBars() {}

    /// The bars as they looked at the end of `asOf`; later bars stay as they are.
    public static Bars asOf(Bars raw, CorporateActions actions, LocalDate asOf) {
        int n = raw.size();
        double[] price = new double[n];
        double[] volume = new double[n];
        factors(raw, actions, asOf, price, volume);
        Bars adjusted = new Bars(raw.timeframe(), raw.zone(), n);
        for (int i = 0; i < n; i++) {
            double factor = price[i];
            adjusted.append(
                    raw.time(i),
                    raw.open(i) * factor,
                    raw.high(i) * factor,
                    raw.low(i) * factor,
                    raw.close(i) * factor,
                    raw.volume(i) / volume[i]);
            if (!raw.timeframe().timed()) {
                adjusted.knownFrom(raw.knownAt(i));
            }
        }
        return adjusted;
    }

    private static void factors(Bars raw, CorporateActions actions, LocalDate asOf, double[] price, double[] volume) {
        List<CorporateActions.Split> splits = actions.splits();
        List<CorporateActions.Dividend> dividends = actions.dividends();
        int split = splits.size() - 1;
        int dividend = dividends.size() - 1;
        double priceFactor = 1;
        double splitFactor = 1;
        for (int i = raw.size() - 1; i >= 0; i--) {
            LocalDate day = date(raw, i);
            for (; split >= 0 && splits.get(split).exDate().isAfter(day); split--) {
                splitFactor *= splits.get(split).exDate().isAfter(asOf)
                        ? 1
                        : splits.get(split).factor();
            }
            for (; dividend >= 0 && dividends.get(dividend).exDate().isAfter(day); dividend--) {
                CorporateActions.Dividend paid = dividends.get(dividend);
                priceFactor *= paid.exDate().isAfter(asOf) ? 1 : factor(paid, raw.close(i));
            }
            price[i] = priceFactor * splitFactor;
            volume[i] = splitFactor;
        }
    }

    private static double factor(CorporateActions.Dividend paid, double closeBefore) {
        double reference = paid.reference() == 0 ? closeBefore : paid.reference();
        if (!(paid.perUnit() < reference)) {
            throw new IllegalArgumentException("The dividend of " + paid.perUnit() + " on " + paid.exDate()
                    + " is not below the close of " + reference + " before it. Check the amount and its currency.");
        }
        return 1 - paid.perUnit() / reference;
    }

    /// The date of a bar at its exchange.
    public static LocalDate date(Bars bars, int bar) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(bars.time(bar), 1_000_000_000L)), bars.zone());
    }
}
