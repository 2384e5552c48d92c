package org.tickwright.market;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// Splits and dividends of one instrument, each list in order of its dates.
///
/// An action takes effect before the opening of the first bar on or after its ex date, in the exchange's
/// zone. Where a dividend and a split fall on one day the dividend comes first: it is per unit as held at
/// the close before.
public record CorporateActions(List<Split> splits, List<Dividend> dividends) {
    /// Nothing happened.
    public static final CorporateActions NONE = new CorporateActions(List.of(), List.of());

    /// `numerator` new units for `denominator` old ones: 7 and 1 for a split, 1 and 8 for a reverse split.
    /// Earlier prices times `factor` compare with later ones: `denominator / numerator`, or what the source
    /// of adjusted prices rounded that to; 0 stands for the former.
    public record Split(LocalDate exDate, long numerator, long denominator, double factor) {
        /// Checks that units and factor are positive.
        public Split {
            if (numerator <= 0 || denominator <= 0) {
                throw new IllegalArgumentException("A split must be of positive numbers, was " + numerator + " for "
                        + denominator + " on " + exDate);
            }
            factor = factor == 0 ? (double) denominator / numerator : factor;
            if (!(factor > 0) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException(
                        "The factor of a split must be above 0, was " + factor + " on " + exDate);
            }
        }

        /// A split whose factor is the ratio itself.
        public Split(LocalDate exDate, long numerator, long denominator) {
            this(exDate, numerator, denominator, 0);
        }
    }

    /// `perUnit` in the instrument's currency, to whoever held a unit at the close before the ex date.
    /// `reference` is that close as the source of adjusted prices had it; 0 where it is not known.
    public record Dividend(LocalDate exDate, double perUnit, double reference) {
        /// Checks that the amount is positive.
        public Dividend {
            if (!(perUnit > 0) || Double.isInfinite(perUnit) || !(reference >= 0)) {
                throw new IllegalArgumentException("A dividend must be above 0, was " + perUnit + " on " + exDate);
            }
        }
    }

    /// Sorts both lists, either of which a document may leave out; two actions of one kind on one date are
    /// refused.
    public CorporateActions {
        splits = splits == null ? List.of() : splits;
        dividends = dividends == null ? List.of() : dividends;
        splits = splits.stream().sorted(Comparator.comparing(Split::exDate)).toList();
        dividends = dividends.stream()
                .sorted(Comparator.comparing(Dividend::exDate))
                .toList();
        once(splits.stream().map(Split::exDate).toList(), "splits");
        once(dividends.stream().map(Dividend::exDate).toList(), "dividends");
    }

    private static void once(List<LocalDate> dates, String kind) {
        for (int i = 1; i < dates.size(); i++) {
            if (dates.get(i).equals(dates.get(i - 1))) {
                throw new IllegalArgumentException(
                        "Two " + kind + " on " + dates.get(i) + ": add them up to one, or remove the repetition");
            }
        }
    }

    /// True if nothing happened.
    public boolean isEmpty() {
        return splits.isEmpty() && dividends.isEmpty();
    }
}
