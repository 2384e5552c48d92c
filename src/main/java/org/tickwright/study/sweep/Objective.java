package org.tickwright.study.sweep;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a guided search looks for: a figure as high or as low as can be, over runs with no fewer than so many trades.
///
/// A run with fewer trades, without the figure, or that was not possible is worth less than any other.
public record Objective(SweepFigure figure, boolean highest, int leastTrades) implements FigureOrder {
    /// The trades that a run needs where nobody says otherwise.
    public static final int USUAL_TRADES = 10;

    private static final Pattern TEXT = Pattern.compile("(\\w+) (max|min) (\\d{1,9})");

    /// Refuses a negative number of trades.
    public Objective {
        if (leastTrades < 0) {
            throw new IllegalArgumentException("The least number of trades must be 0 or more, was " + leastTrades);
        }
    }

    /// A figure in its own sense: the highest Sharpe ratio, the lowest volatility.
    public static Objective of(SweepFigure figure) {
        return new Objective(figure, figure.higherIsBetter(), USUAL_TRADES);
    }

    /// Reads `sharpe`, or `trades:min` and `trades:max` for another sense than the figure's own.
    public static Objective parse(String text, int leastTrades) {
        int colon = text.indexOf(':');
        SweepFigure figure = SweepFigure.named(colon < 0 ? text : text.substring(0, colon));
        String sense = colon < 0 ? (figure.higherIsBetter() ? "max" : "min") : text.substring(colon + 1);
        if (!sense.equals("max") && !sense.equals("min")) {
            throw new IllegalArgumentException("After " + figure.key() + ": comes max or min, as in " + figure.key()
                    + ":max; found '" + sense + "'");
        }
        return new Objective(figure, sense.equals("max"), leastTrades);
    }

    /// Reads what [#toString()] writes.
    static Objective read(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no objective of a search");
        }
        return new Objective(
                SweepFigure.named(parts.group(1)), parts.group(2).equals("max"), Integer.parseInt(parts.group(3)));
    }

    /// What a row is worth to the search, more being better; NaN where it is worth nothing.
    public double score(SweepRow row) {
        double value = figure(row, figure);
        return highest ? value : -value;
    }

    /// A figure of a row that counts; NaN where it has too few trades.
    public double figure(SweepRow row, SweepFigure any) {
        return counts(row) ? row.figure(any) : Double.NaN;
    }

    /// Whether a row was possible and has enough trades.
    public boolean counts(SweepRow row) {
        return row.summary() != null && row.summary().trades() >= leastTrades;
    }

    /// The order for a figure: that of the objective for its own, else the figure's.
    public FigureOrder order(SweepFigure any) {
        return any == figure ? this : any;
    }

    @Override
    public int compare(double one, double other) {
        return FigureOrder.compare(highest, one, other);
    }

    @Override
    public String toString() {
        return figure.key() + (highest ? " max " : " min ") + leastTrades;
    }
}
