package org.tickwright.market;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.ContentHash;
import org.tickwright.kernel.DoubleColumn;
import org.tickwright.kernel.LongColumn;

/// A series of bars as growing primitive columns, oldest first, strictly rising in time.
///
/// `time` is the opening of the bar in nanoseconds UTC (for daily bars midnight of the trading day in [#zone()]);
/// prices and volume are doubles. When a bar may be known is derived, see [#knownAt(int)], and kept only for bars of
/// what was traded. One thread appends; others may read the first [#size()] rows after a safe publication.
public final class Bars {
    private final Timeframe timeframe;
    private final ZoneId zone;
    private final LongColumn time;
    private final DoubleColumn open;
    private final DoubleColumn high;
    private final DoubleColumn low;
    private final DoubleColumn close;
    private final DoubleColumn volume;
    private final @Nullable LongColumn known;

    /// An empty series with room for `capacity` bars.
    public Bars(Timeframe timeframe, ZoneId zone, int capacity) {
        this.timeframe = timeframe;
        this.zone = zone;
        time = new LongColumn(capacity);
        open = new DoubleColumn(capacity);
        high = new DoubleColumn(capacity);
        low = new DoubleColumn(capacity);
        close = new DoubleColumn(capacity);
        volume = new DoubleColumn(capacity);
        known = timeframe.timed() ? null : new LongColumn(capacity);
    }

    /// Adds a bar. Its time must lie after the last one's, otherwise [IllegalArgumentException].
    public void append(long barTime, double o, double h, double l, double c, double v) {
        int n = time.size();
        if (n > 0 && barTime <= time.get(n - 1)) {
            throw new IllegalArgumentException("Bars must rise in time: " + barTime + " after " + time.get(n - 1));
        }
        time.append(barTime);
        open.append(o);
        high.append(h);
        low.append(l);
        close.append(c);
        volume.append(v);
        if (known != null) {
            known.append(barTime);
        }
    }

    /// Gives the last bar, one that is still open, another high, low, close and volume.
    void replaceLast(double h, double l, double c, double v) {
        int last = size() - 1;
        high.set(last, h);
        low.set(last, l);
        close.set(last, c);
        volume.set(last, v);
    }

    /// Says from when the last bar, one of what was traded, is known; not before its own time.
    void knownFrom(long nanos) {
        LongColumn times = known;
        if (times == null || nanos < times.get(times.size() - 1)) {
            throw new IllegalArgumentException("A bar of " + timeframe + " cannot be said to be known at " + nanos);
        }
        times.set(times.size() - 1, nanos);
    }

    /// Adds the first `count` bars of columns: their times, then open, high, low, close and volume. Times
    /// must rise as in the other [#append], otherwise nothing is added.
    public void append(long[] times, double[][] columns, int count) {
        int n = time.size();
        long last = n == 0 ? Long.MIN_VALUE : time.get(n - 1);
        for (int i = 0; i < count; i++) {
            if (times[i] <= last && (i > 0 || n > 0)) {
                throw new IllegalArgumentException("Bars must rise in time: " + times[i] + " after " + last);
            }
            last = times[i];
        }
        time.append(times, count);
        open.append(columns[0], count);
        high.append(columns[1], count);
        low.append(columns[2], count);
        close.append(columns[3], count);
        volume.append(columns[4], count);
        if (known != null) {
            known.append(times, count);
        }
    }

    /// The number of bars.
    public int size() {
        return time.size();
    }

    /// The length of a bar.
    public Timeframe timeframe() {
        return timeframe;
    }

    /// The exchange's zone, which decides what a day is.
    public ZoneId zone() {
        return zone;
    }

    /// Opening time of bar `i`, nanoseconds UTC.
    public long time(int i) {
        return time.get(i);
    }

    /// When bar `i` is complete and may be known, nanoseconds UTC.
    public long knownAt(int i) {
        return known != null ? known.get(i) : timeframe.knownAt(time.get(i), zone);
    }

    /// Opening price of bar `i`.
    public double open(int i) {
        return open.get(i);
    }

    /// Highest price of bar `i`.
    public double high(int i) {
        return high.get(i);
    }

    /// Lowest price of bar `i`.
    public double low(int i) {
        return low.get(i);
    }

    /// Closing price of bar `i`.
    public double close(int i) {
        return close.get(i);
    }

    /// Volume of bar `i`, in units of the instrument.
    public double volume(int i) {
        return volume.get(i);
    }

    /// Backing array of the opening times; only the first [#size()] count. So for the other columns.
    public long[] times() {
        return time.array();
    }

    /// Backing array of a price or volume column.
    public double[] column(Field field) {
        return switch (field) {
            case OPEN -> open.array();
            case HIGH -> high.array();
            case LOW -> low.array();
            case CLOSE -> close.array();
            case VOLUME -> volume.array();
        };
    }

    /// The backing arrays of open, high, low, close and volume.
    public double[][] columns() {
        return new double[][] {open.array(), high.array(), low.array(), close.array(), volume.array()};
    }

    /// A copy of the bars `from` (inclusive) to `to` (exclusive).
    public Bars slice(int from, int to) {
        Bars copy = new Bars(timeframe, zone, to - from);
        for (int i = from; i < to; i++) {
            copy.append(time(i), open(i), high(i), low(i), close(i), volume(i));
            if (copy.known != null) {
                copy.known.set(i - from, knownAt(i));
            }
        }
        return copy;
    }

    /// The index of the first bar whose opening time is at or after `nanos`; [#size()] if none.
    public int indexAtOrAfter(long nanos) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// SHA-256 over the timeframe, the zone and the canonical columns.
    public String contentHash() {
        ContentHash hash = new ContentHash()
                .add(timeframe.toString())
                .add(zone.getId())
                .add(size())
                .add(time.array(), size());
        for (Field field : Field.values()) {
            hash.add(column(field), size());
        }
        if (known != null) {
            hash.add(known.array(), size());
        }
        return hash.hex();
    }

    /// A column of a bar.
    public enum Field {
        OPEN,
        HIGH,
        LOW,
        CLOSE,
        VOLUME
    }
}
