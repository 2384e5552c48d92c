package org.tickwright.report;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Returns of a run by month and by year: the last equity of a period over the last of the one before, the first one
/// over the capital.
///
/// Months without a bar are NaN and pass their start on to the next.
public record CalendarReturns(List<Year> years) {
    private static final long NANOS = 1_000_000_000L;

    /// The returns of a year: twelve months, January first, and the whole.
    public record Year(int year, double[] months, double total) {}

    /// The returns of the equity in `curves`.
    public static CalendarReturns of(RunCurves curves) {
        int n = curves.time().length;
        List<Year> years = new ArrayList<>();
        double yearStart = curves.capital();
        double start = curves.capital();
        double[] months = undefined();
        for (int i = 0; i < n; ) {
            YearMonth month = monthOf(curves.time()[i], curves.zone());
            int next = firstAtOrAfter(curves.time(), month.plusMonths(1), curves.zone());
            double end = curves.equity()[next - 1];
            months[month.getMonthValue() - 1] = end / start - 1;
            start = end;
            boolean yearEnds =
                    next == n || monthOf(curves.time()[next], curves.zone()).getYear() != month.getYear();
            if (yearEnds) {
                years.add(new Year(month.getYear(), months, end / yearStart - 1));
                yearStart = end;
                months = undefined();
            }
            i = next;
        }
        return new CalendarReturns(List.copyOf(years));
    }

    private static double[] undefined() {
        double[] months = new double[12];
        Arrays.fill(months, Double.NaN);
        return months;
    }

    private static YearMonth monthOf(long nanos, ZoneId zone) {
        return YearMonth.from(Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS)).atZone(zone));
    }

    private static int firstAtOrAfter(long[] time, YearMonth month, ZoneId zone) {
        long start = month.atDay(1).atStartOfDay(zone).toEpochSecond() * NANOS;
        int at = Arrays.binarySearch(time, start);
        return at >= 0 ? at : -at - 1;
    }
}
