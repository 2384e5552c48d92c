package org.tickwright.store;

import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import org.tickwright.market.Bars;
import org.tickwright.market.Bars.Field;

/// Up to 4,096 bars as few bytes; reading gives the same bits back, a column at a time.
///
/// Layout 2: a byte 2; the times as the first one and packed steps; the decimals of the tick that all four prices lie
/// on, the first open, and per column packed differences in ticks (open to last close, close to open, high and low to
/// the body), or 255
/// and the four columns as raw bits; the volumes alike, packed as they are. It is not compressed further: packed
/// columns read at memory's pace, and inflating them would take longer than all the rest.
///
/// Layout 1, which older versions wrote, is read too: the same differences as deflated varints.
record BarChunk(int bars, long checksum, byte[] payload) {
    /// The most bars of a chunk.
    static final int LARGEST = 4096;

    private static final int LAYOUT = 2;
    private static final Bars.Field[] PRICES = {Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE};

    /// Packs the bars `from` (inclusive) to `to` (exclusive).
    static BarChunk pack(Bars bars, int from, int to) {
        int count = to - from;
        ColumnWriter out = new ColumnWriter(count * 12);
        out.oneByte(LAYOUT);
        steps(out, bars.times(), from, count);
        prices(out, bars, from, to);
        double[] volumes = bars.column(Field.VOLUME);
        int decimals = ColumnWriter.decimals(volumes, from, to, 0);
        out.oneByte(decimals);
        column(out, volumes, from, count, decimals);
        byte[] payload = out.plain();
        return new BarChunk(count, checksum(payload), payload);
    }

    /// Steps share a unit (a minute, a day), so that what is left of them is small.
    private static void steps(ColumnWriter out, long[] times, int from, int count) {
        long[] steps = new long[Math.max(count - 1, 0)];
        long unit = 0;
        for (int i = 0; i < steps.length; i++) {
            steps[i] = times[from + i + 1] - times[from + i];
            unit = divisor(unit, steps[i]);
        }
        unit = Math.max(unit, 1);
        for (int i = 0; i < steps.length; i++) {
            steps[i] /= unit;
        }
        out.whole(times[from]);
        out.whole(unit);
        out.packed(steps, steps.length);
    }

    /// The greatest common divisor; of 0 and a number that number.
    static long divisor(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }

    private static void prices(ColumnWriter out, Bars bars, int from, int to) {
        int decimals = 0;
        for (Field field : PRICES) {
            decimals = decimals == ColumnWriter.RAW
                    ? decimals
                    : ColumnWriter.decimals(bars.column(field), from, to, decimals);
        }
        out.oneByte(decimals);
        if (decimals == ColumnWriter.RAW) {
            for (Field field : PRICES) {
                column(out, bars.column(field), from, to - from, decimals);
            }
            return;
        }
        out.whole(ColumnWriter.ticks(bars.open(from), decimals));
        long[][] differences = differences(bars, from, to, decimals);
        for (long[] column : differences) {
            out.packed(column, to - from);
        }
    }

    private static long[][] differences(Bars bars, int from, int to, int decimals) {
        long[][] columns = new long[PRICES.length][to - from];
        long last = ColumnWriter.ticks(bars.open(from), decimals);
        for (int i = from; i < to; i++) {
            long open = ColumnWriter.ticks(bars.open(i), decimals);
            long close = ColumnWriter.ticks(bars.close(i), decimals);
            columns[0][i - from] = open - last;
            columns[1][i - from] = close - open;
            columns[2][i - from] = ColumnWriter.ticks(bars.high(i), decimals) - Math.max(open, close);
            columns[3][i - from] = Math.min(open, close) - ColumnWriter.ticks(bars.low(i), decimals);
            last = close;
        }
        return columns;
    }

    private static void column(ColumnWriter out, double[] values, int from, int count, int decimals) {
        if (decimals == ColumnWriter.RAW) {
            for (int i = 0; i < count; i++) {
                out.raw(values[from + i]);
            }
            return;
        }
        long[] ticks = new long[count];
        for (int i = 0; i < count; i++) {
            ticks[i] = ColumnWriter.ticks(values[from + i], decimals);
        }
        out.packed(ticks, count);
    }

    /// Adds the bars to a series. Damaged bytes are a [DataFormatException].
    void unpack(Bars into) throws DataFormatException {
        unpack(into, new ChunkColumns());
    }

    /// Like the other, with columns to work in, which one thread may use for chunk after chunk.
    void unpack(Bars into, ChunkColumns columns) throws DataFormatException {
        if (checksum(payload) != checksum) {
            throw new DataFormatException("the checksum does not fit");
        }
        if (bars < 1 || bars > LARGEST || payload.length == 0) {
            throw new DataFormatException("a chunk of " + bars + " bars in " + payload.length + " bytes");
        }
        if (payload[0] == LAYOUT) {
            columns.read(new ColumnReader(payload), bars);
        } else {
            columns.readLegacy(ColumnReader.inflating(payload), bars);
        }
        columns.append(into, bars);
    }

    /// When the first bar opens. Damaged bytes are a [DataFormatException].
    long first() throws DataFormatException {
        if (payload.length == 0) {
            throw new DataFormatException("a chunk of no bytes");
        }
        ColumnReader in = payload[0] == LAYOUT ? new ColumnReader(payload) : ColumnReader.inflating(payload);
        in.oneByte();
        return payload[0] == LAYOUT ? in.whole() : in.varint();
    }

    private static long checksum(byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload);
        return crc.getValue();
    }
}
