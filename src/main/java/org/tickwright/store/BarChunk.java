package org.tickwright.store;

import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import org.tickwright.market.Bars;
import org.tickwright.market.Bars.Field;

/// Up to 4,096 bars as compressed bytes; reading gives the same bits back.
///
/// Layout 1: a byte 1, the times as differences of differences, then the decimals of the tick all four prices lie on
/// and per bar four differences in ticks (open to last close, close to open, high and low to the body), or 255 and the
/// four prices as raw bits; then the volumes. All of it deflated.
record BarChunk(int bars, long checksum, byte[] payload) {
    /// The most bars of a chunk.
    static final int LARGEST = 4096;

    private static final int LAYOUT = 1;

    /// Packs the bars `from` (inclusive) to `to` (exclusive).
    static BarChunk pack(Bars bars, int from, int to) {
        ColumnWriter out = new ColumnWriter((to - from) * 24);
        out.oneByte(LAYOUT);
        out.longs(bars.times(), from, to);
        double[] open = bars.column(Field.OPEN);
        double[] high = bars.column(Field.HIGH);
        double[] low = bars.column(Field.LOW);
        double[] close = bars.column(Field.CLOSE);
        int decimals = 0;
        for (double[] prices : new double[][] {close, open, high, low}) {
            decimals = decimals == ColumnWriter.RAW ? decimals : ColumnWriter.decimals(prices, from, to, decimals);
        }
        out.oneByte(decimals);
        long last = 0;
        for (int i = from; i < to; i++) {
            if (decimals == ColumnWriter.RAW) {
                out.raw(open[i]);
                out.raw(high[i]);
                out.raw(low[i]);
                out.raw(close[i]);
            } else {
                long o = ColumnWriter.ticks(open[i], decimals);
                long c = ColumnWriter.ticks(close[i], decimals);
                out.varint(o - last);
                out.varint(c - o);
                out.varint(ColumnWriter.ticks(high[i], decimals) - Math.max(o, c));
                out.varint(Math.min(o, c) - ColumnWriter.ticks(low[i], decimals));
                last = c;
            }
        }
        out.doubles(bars.column(Field.VOLUME), from, to);
        byte[] payload = out.deflated();
        return new BarChunk(to - from, checksum(payload), payload);
    }

    /// Adds the bars to a series. Damaged bytes are a [DataFormatException].
    void unpack(Bars into) throws DataFormatException {
        if (checksum(payload) != checksum) {
            throw new DataFormatException("the checksum does not fit");
        }
        ColumnReader in = ColumnReader.inflating(payload);
        if (in.oneByte() != LAYOUT) {
            throw new DataFormatException("written by a newer version");
        }
        long[] times = new long[bars];
        in.longs(times, bars);
        double[][] prices = prices(in);
        double[] volume = new double[bars];
        in.doubles(volume, bars);
        for (int i = 0; i < bars; i++) {
            into.append(times[i], prices[0][i], prices[1][i], prices[2][i], prices[3][i], volume[i]);
        }
    }

    private double[][] prices(ColumnReader in) throws DataFormatException {
        double[][] prices = new double[4][bars];
        int decimals = in.oneByte();
        boolean raw = decimals == ColumnWriter.RAW;
        double power = raw ? 1 : ColumnReader.power(decimals);
        long last = 0;
        for (int i = 0; i < bars; i++) {
            if (raw) {
                for (double[] price : prices) {
                    price[i] = in.raw();
                }
            } else {
                long o = last + in.varint();
                long c = o + in.varint();
                prices[0][i] = o / power;
                prices[1][i] = (Math.max(o, c) + in.varint()) / power;
                prices[2][i] = (Math.min(o, c) - in.varint()) / power;
                prices[3][i] = c / power;
                last = c;
            }
        }
        return prices;
    }

    private static long checksum(byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload);
        return crc.getValue();
    }
}
