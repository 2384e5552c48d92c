package org.tickwright.study;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/// Returns by calendar month and year: the last value of a period over the last one of the period before;
/// the first period starts at the first value.
public final class MonthlyReturns {
    private final NavigableMap<YearMonth, Double> months;
    private final NavigableMap<Integer, Double> years;

    private MonthlyReturns(NavigableMap<YearMonth, Double> months, NavigableMap<Integer, Double> years) {
        this.months = Collections.unmodifiableNavigableMap(months);
        this.years = Collections.unmodifiableNavigableMap(years);
    }

    /// The months and years of a series.
    public static MonthlyReturns of(ReturnSeries series) {
        return new MonthlyReturns(by(series, YearMonth::from), by(series, LocalDate::getYear));
    }

    private static <P extends Comparable<P>> NavigableMap<P, Double> by(
            ReturnSeries series, Function<LocalDate, P> periodOf) {
        NavigableMap<P, Double> result = new TreeMap<>();
        double base = series.size() == 0 ? Double.NaN : series.wealth(0);
        for (int i = 1; i <= series.size(); i++) {
            boolean last = i == series.size();
            if (!last && series.day(i) == series.day(i + 1)) {
                continue;
            }
            P period = periodOf.apply(LocalDate.ofEpochDay(series.day(i)));
            if (last || !period.equals(periodOf.apply(LocalDate.ofEpochDay(series.day(i + 1))))) {
                result.put(period, series.wealth(i) / base - 1);
                base = series.wealth(i);
            }
        }
        return result;
    }

    /// Returns by month in order of time; months without a value are absent.
    public NavigableMap<YearMonth, Double> months() {
        return months;
    }

    /// Returns by year in order of time.
    public NavigableMap<Integer, Double> years() {
        return years;
    }

    /// The years that have a row, in order.
    public List<Integer> yearNumbers() {
        return List.copyOf(years.keySet());
    }

    /// The return of a month (1 to 12), if the series has a value in it.
    public OptionalDouble month(int year, int month) {
        Double value = months.get(YearMonth.of(year, month));
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// The return of a year, if the series has a value in it.
    public OptionalDouble year(int year) {
        Double value = years.get(year);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
