package org.tickwright.indicator.ta4j;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.num.NumFactory;

/// A ta4j series that grows by the rows of our columns. The bars' times are their numbers in minutes: no
/// indicator of the table reads the calendar.
final class BarFeed {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int FIELDS = 5;

    private final NumFactory numbers = DoubleNumFactory.getInstance();
    private final BarSeries series = new BaseBarSeriesBuilder()
            .withNumFactory(numbers)
            .withBars(List.of())
            .build();
    private final Indicator<Num> real = new ClosePriceIndicator(series);
    private final Num[] fields = new Num[FIELDS];

    /// The series.
    BarSeries series() {
        return series;
    }

    /// The close, or the only input there is.
    Indicator<Num> real() {
        return real;
    }

    /// Adds a row: open, high, low, close and volume, or one value that stands for all prices.
    void add(double[][] inputs, int row) {
        for (int i = 0; i < FIELDS; i++) {
            fields[i] = numbers.numOf(inputs.length == 1 ? (i < FIELDS - 1 ? inputs[0][row] : 0) : inputs[i][row]);
        }
        Instant begin = Instant.EPOCH.plus(MINUTE.multipliedBy(series.getBarCount()));
        series.addBar(new BaseBar(
                MINUTE,
                begin,
                begin.plus(MINUTE),
                fields[0],
                fields[1],
                fields[2],
                fields[3],
                fields[4],
                fields[3].multipliedBy(fields[4]),
                0));
    }
}
