package org.tickwright.report;

import java.util.List;

/// The returns of each month as a grid of years by months, tinted by size and sign, with the figure in each cell.
public final class MonthlyHeatMap {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final double YEAR_WIDTH = 44;
    private static final double HEAD = 24;
    private static final double ROW = 24;
    private static final double TEXT = 12;
    private static final double STRONGEST = 0.5;

    private MonthlyHeatMap() {}

    /// How high the grid of these years is.
    public static double heightOf(int years) {
        return HEAD + Math.max(1, years) * ROW;
    }

    /// Draws the last `mostYears` years into a plane of this width, as high as they need.
    public static Drawing of(CalendarReturns returns, double width, int mostYears, Figures figures) {
        List<CalendarReturns.Year> all = returns.years();
        List<CalendarReturns.Year> years = all.subList(Math.max(0, all.size() - mostYears), all.size());
        Drawing.Builder draw = new Drawing.Builder(width, heightOf(years.size()));
        double cell = (width - YEAR_WIDTH) / 13.4;
        for (int m = 0; m < 12; m++) {
            draw.label(middle(m, cell), 14, MONTHS.get(m), Mark.Anchor.MIDDLE, Ink.MUTED, TEXT);
        }
        draw.label(totalMiddle(cell), 14, "Year", Mark.Anchor.MIDDLE, Ink.MUTED, TEXT);
        double strongest = strongest(years);
        for (int row = 0; row < years.size(); row++) {
            row(draw, years.get(row), HEAD + row * ROW, cell, strongest, figures);
        }
        return draw.build(description(years, figures));
    }

    private static void row(
            Drawing.Builder draw, CalendarReturns.Year year, double y, double cell, double strongest, Figures figures) {
        double base = y + ROW / 2 + TEXT * 0.36;
        draw.label(0, base, Integer.toString(year.year()), Mark.Anchor.START, Ink.TEXT, TEXT);
        for (int m = 0; m < 12; m++) {
            double value = year.months()[m];
            double x = YEAR_WIDTH + m * cell;
            if (Double.isNaN(value)) {
                draw.add(new Mark.Box(x, y, cell - 2, ROW - 2, Ink.GRID, 0.35, null));
            } else {
                String hint = MONTHS.get(m) + " " + year.year() + ": " + figures.percent(value, true);
                double opacity = 0.06 + (STRONGEST - 0.06) * Math.min(1, Math.abs(value) / strongest);
                Ink ink = value < 0 ? Ink.DOWN : Ink.UP;
                draw.add(new Mark.Box(x, y, cell - 2, ROW - 2, value == 0 ? Ink.GRID : ink, opacity, hint));
                draw.label(middle(m, cell), base, cellText(value, figures), Mark.Anchor.MIDDLE, Ink.TEXT, TEXT);
            }
        }
        draw.strong(totalMiddle(cell), base, cellText(year.total(), figures), Mark.Anchor.MIDDLE, Ink.TEXT, TEXT);
    }

    private static String cellText(double value, Figures figures) {
        return figures.shortPercent(value);
    }

    private static double middle(int month, double cell) {
        return YEAR_WIDTH + month * cell + (cell - 2) / 2;
    }

    private static double totalMiddle(double cell) {
        return YEAR_WIDTH + 12.7 * cell;
    }

    private static double strongest(List<CalendarReturns.Year> years) {
        double strongest = 0.02;
        for (CalendarReturns.Year year : years) {
            for (double value : year.months()) {
                strongest = Double.isNaN(value) ? strongest : Math.max(strongest, Math.abs(value));
            }
        }
        return Math.min(strongest, 0.25);
    }

    private static String description(List<CalendarReturns.Year> years, Figures figures) {
        StringBuilder text = new StringBuilder("Returns by month. Years: ");
        for (CalendarReturns.Year year : years) {
            text.append(year.year())
                    .append(' ')
                    .append(figures.percent(year.total(), true))
                    .append("; ");
        }
        return text.toString().strip();
    }
}
