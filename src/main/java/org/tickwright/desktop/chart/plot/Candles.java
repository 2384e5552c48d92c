package org.tickwright.desktop.chart.plot;

/// Bars as columns the engine draws from: read-only, with trees of their extremes.
///
/// Time is the opening of the bar in nanoseconds UTC, strictly rising.
public final class Candles {
    private static final double[] NOTHING = new double[0];

    private long[] time;
    private double[] open;
    private double[] close;
    private double[] high;
    private double[] low;
    private double[] volume;
    private int size;
    private final MinMaxTree prices;
    private final MinMaxTree volumes;
    private final MinMaxTree closes;

    /// Takes the first `size` rows of the columns.
    public Candles(long[] time, double[] open, double[] high, double[] low, double[] close, double[] volume, int size) {
        this.time = time;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
        this.size = size;
        prices = new MinMaxTree(low, high, size);
        volumes = new MinMaxTree(volume, volume, size);
        closes = new MinMaxTree(close, close, size);
    }

    /// No bars at all.
    public static Candles empty() {
        return new Candles(new long[0], NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, 0);
    }

    /// Takes the columns as they are now: rows from `from` on are new or have changed.
    public void update(
            long[] newTime,
            double[] newOpen,
            double[] newHigh,
            double[] newLow,
            double[] newClose,
            double[] newVolume,
            int newSize,
            int from) {
        time = newTime;
        open = newOpen;
        high = newHigh;
        low = newLow;
        close = newClose;
        volume = newVolume;
        size = newSize;
        prices.update(low, high, size, from);
        volumes.update(volume, volume, size, from);
        closes.update(close, close, size, from);
    }

    /// The number of bars.
    public int size() {
        return size;
    }

    /// Opening time of bar `i`.
    public long time(int i) {
        return time[i];
    }

    /// Opening price of bar `i`.
    public double open(int i) {
        return open[i];
    }

    /// Highest price of bar `i`.
    public double high(int i) {
        return high[i];
    }

    /// Lowest price of bar `i`.
    public double low(int i) {
        return low[i];
    }

    /// Closing price of bar `i`.
    public double close(int i) {
        return close[i];
    }

    /// Volume of bar `i`.
    public double volume(int i) {
        return volume[i];
    }

    /// The column of closing prices; only the first [#size()] count.
    public double[] closes() {
        return close;
    }

    /// Extremes of lows and highs.
    public MinMaxTree priceTree() {
        return prices;
    }

    /// Extremes of volumes.
    public MinMaxTree volumeTree() {
        return volumes;
    }

    /// Extremes of closing prices.
    public MinMaxTree closeTree() {
        return closes;
    }

    /// The first bar at or after `from` whose opening time is at or after `nanos`; [#size()] if none.
    public int indexAtOrAfter(long nanos, int from) {
        int a = Math.max(0, from);
        int b = size;
        while (a < b) {
            int middle = (a + b) >>> 1;
            if (time[middle] < nanos) {
                a = middle + 1;
            } else {
                b = middle;
            }
        }
        return a;
    }
}
