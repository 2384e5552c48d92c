package org.tickwright.study;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Volatility and Sharpe ratio of a sliding window of returns (sample deviation, risk-free rate 0), per
/// year.
///
/// Value `i` is that of the window that ends with return `i + window - 1`, so there are `returns - window
/// + 1` values. A ratio over a window without any movement is NaN.
public final class RollingFigures {
    private final ReturnSeries series;
    private final int window;
    private final double[] sharpe;
    private final double[] annualVolatility;

    private RollingFigures(ReturnSeries series, int window, double[] sharpe, double[] annualVolatility) {
        this.series = series;
        this.window = window;
        this.sharpe = sharpe;
        this.annualVolatility = annualVolatility;
    }

    /// The figures of every window of that many returns, at least 2.
    public static RollingFigures of(ReturnSeries series, int window, int periodsPerYear) {
        if (window < 2) {
            throw new IllegalArgumentException("A window needs at least 2 returns, was " + window);
        }
        int count = Math.max(0, series.size() - window + 1);
        double[] sharpe = new double[count];
        double[] volatility = new double[count];
        double[] returns = series.returns();
        double yearly = Math.sqrt(periodsPerYear);
        for (int i = 0; i < count; i++) {
            Sample sample = new Sample(Arrays.copyOfRange(returns, i, i + window));
            double deviation = sample.deviation();
            volatility[i] = deviation * yearly;
            sharpe[i] = deviation > 0 ? sample.mean() / deviation * yearly : Double.NaN;
        }
        return new RollingFigures(series, window, sharpe, volatility);
    }

    /// The number of windows.
    public int size() {
        return sharpe.length;
    }

    /// The number of returns in a window.
    public int window() {
        return window;
    }

    /// The point of the series at which window `i` ends (its last return leads there).
    public int point(int i) {
        return i + window;
    }

    /// The date of the last return of window `i`.
    public @Nullable LocalDate date(int i) {
        return series.date(point(i));
    }

    /// The Sharpe ratio per year of window `i`; NaN where nothing moved.
    public double sharpe(int i) {
        return sharpe[i];
    }

    /// The volatility per year of window `i`.
    public double annualVolatility(int i) {
        return annualVolatility[i];
    }
}
