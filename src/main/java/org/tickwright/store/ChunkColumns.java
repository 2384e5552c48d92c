package org.tickwright.store;

import java.util.zip.DataFormatException;
import org.tickwright.market.Bars;

/// Room for the bars of one chunk while they are read, used again from chunk to chunk. One thread.
final class ChunkColumns {
    private static final int LEGACY = 1;

    private final long[] times = new long[BarChunk.LARGEST];
    private final double[] open = new double[BarChunk.LARGEST];
    private final double[] high = new double[BarChunk.LARGEST];
    private final double[] low = new double[BarChunk.LARGEST];
    private final double[] close = new double[BarChunk.LARGEST];
    private final double[] volume = new double[BarChunk.LARGEST];
    private final long[][] packed = new long[4][BarChunk.LARGEST];

    /// Reads a chunk as it is written now.
    void read(ColumnReader in, int bars) throws DataFormatException {
        in.oneByte();
        times(in, bars);
        int decimals = in.oneByte();
        if (decimals == ColumnWriter.RAW) {
            for (double[] prices : new double[][] {open, high, low, close}) {
                in.raws(prices, bars);
            }
        } else {
            prices(in, bars, ColumnReader.power(decimals));
        }
        volume(in, bars);
    }

    private void times(ColumnReader in, int bars) throws DataFormatException {
        long time = in.whole();
        long unit = in.whole();
        long[] steps = packed[0];
        in.packed(steps, bars - 1);
        times[0] = time;
        for (int i = 1; i < bars; i++) {
            time += steps[i - 1] * unit;
            times[i] = time;
        }
    }

    private void prices(ColumnReader in, int bars, double power) throws DataFormatException {
        long last = in.whole();
        for (long[] column : packed) {
            in.packed(column, bars);
        }
        long[] opened = packed[0];
        long[] closed = packed[1];
        long[] above = packed[2];
        long[] below = packed[3];
        for (int i = 0; i < bars; i++) {
            long o = last + opened[i];
            long c = o + closed[i];
            above[i] += Math.max(o, c);
            below[i] = Math.min(o, c) - below[i];
            opened[i] = o;
            closed[i] = c;
            last = c;
        }
        scale(opened, open, bars, power);
        scale(closed, close, bars, power);
        scale(above, high, bars, power);
        scale(below, low, bars, power);
    }

    private void volume(ColumnReader in, int bars) throws DataFormatException {
        int decimals = in.oneByte();
        if (decimals == ColumnWriter.RAW) {
            in.raws(volume, bars);
        } else {
            in.packed(packed[0], bars);
            scale(packed[0], volume, bars, ColumnReader.power(decimals));
        }
    }

    private static void scale(long[] ticks, double[] values, int count, double power) {
        for (int i = 0; i < count; i++) {
            values[i] = ticks[i] / power;
        }
    }

    /// Reads a chunk of layout 1, a value at a time.
    void readLegacy(ColumnReader in, int bars) throws DataFormatException {
        if (in.oneByte() != LEGACY) {
            throw new DataFormatException("written by a newer version");
        }
        in.longs(times, bars);
        int decimals = in.oneByte();
        boolean raw = decimals == ColumnWriter.RAW;
        double power = raw ? 1 : ColumnReader.power(decimals);
        long last = 0;
        for (int i = 0; i < bars; i++) {
            if (raw) {
                open[i] = in.raw();
                high[i] = in.raw();
                low[i] = in.raw();
                close[i] = in.raw();
            } else {
                long o = last + in.varint();
                long c = o + in.varint();
                open[i] = o / power;
                high[i] = (Math.max(o, c) + in.varint()) / power;
                low[i] = (Math.min(o, c) - in.varint()) / power;
                close[i] = c / power;
                last = c;
            }
        }
        in.doubles(volume, bars);
    }

    /// Adds what was read to a series.
    void append(Bars into, int bars) {
        into.append(times, new double[][] {open, high, low, close, volume}, bars);
    }
}
