package org.tickwright.store;

import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import org.tickwright.market.TickHash;

/// Up to 16,384 ticks as few bytes; reading gives the same bits back.
///
/// A byte 1 and, deflated: the first time, the unit of the steps and the steps as varints; whether the last column has
/// signs, and these as bits; the columns, each with its decimals and as varints of ticks or of their differences,
/// whichever are smaller, or as raw bits.
record TickChunk(int ticks, long first, long checksum, byte[] payload) {
    /// The most ticks of a chunk.
    static final int LARGEST = TickHash.BLOCK;

    private static final int LAYOUT = 1;
    private static final int PLAIN = 0;
    private static final int DIFFERENCES = 1;

    /// Packs the rows `from` (inclusive) to `to` (exclusive).
    static TickChunk pack(TickColumns rows, int from, int to) {
        ColumnWriter out = new ColumnWriter((to - from) * 8);
        times(out, rows.time(), from, to);
        double[][] columns = rows.columns();
        out.oneByte(rows.signed() ? 1 : 0);
        for (int i = 0; i < columns.length; i++) {
            boolean signed = rows.signed() && i == columns.length - 1;
            column(out, signed ? withoutSigns(out, columns[i], from, to) : columns[i], signed ? 0 : from, to - from);
        }
        byte[] body = out.deflated();
        byte[] payload = new byte[body.length + 1];
        payload[0] = LAYOUT;
        System.arraycopy(body, 0, payload, 1, body.length);
        return new TickChunk(to - from, rows.time()[from], checksum(payload), payload);
    }

    private static void times(ColumnWriter out, long[] time, int from, int to) {
        long unit = 0;
        for (int i = from + 1; i < to; i++) {
            unit = BarChunk.divisor(unit, time[i] - time[i - 1]);
        }
        unit = Math.max(unit, 1);
        out.whole(time[from]);
        out.whole(unit);
        for (int i = from + 1; i < to; i++) {
            out.varint((time[i] - time[i - 1]) / unit);
        }
    }

    private static double[] withoutSigns(ColumnWriter out, double[] values, int from, int to) {
        double[] sizes = new double[to - from];
        for (int i = from; i < to; i += Byte.SIZE) {
            int bits = 0;
            for (int k = i; k < Math.min(i + Byte.SIZE, to); k++) {
                sizes[k - from] = Math.abs(values[k]);
                bits |= (Math.copySign(1, values[k]) < 0 ? 1 : 0) << (k - i);
            }
            out.oneByte(bits);
        }
        return sizes;
    }

    private static void column(ColumnWriter out, double[] values, int from, int count) {
        int decimals = ColumnWriter.decimals(values, from, from + count, 0);
        out.oneByte(decimals);
        if (decimals == ColumnWriter.RAW) {
            for (int i = from; i < from + count; i++) {
                out.raw(values[i]);
            }
            return;
        }
        long[] ticks = new long[count];
        double plain = 0;
        double differences = 0;
        for (int i = 0; i < count; i++) {
            ticks[i] = ColumnWriter.ticks(values[from + i], decimals);
            plain += Math.abs((double) ticks[i]);
            differences += i == 0 ? 0 : Math.abs((double) ticks[i] - ticks[i - 1]);
        }
        boolean smaller = differences < plain;
        out.oneByte(smaller ? DIFFERENCES : PLAIN);
        for (int i = 0; i < count; i++) {
            out.varint(smaller && i > 0 ? ticks[i] - ticks[i - 1] : ticks[i]);
        }
    }

    /// Reads the chunk to row `at` of columns with room for it. Damaged bytes are a [DataFormatException].
    void unpack(TickColumns into, int at) throws DataFormatException {
        if (checksum(payload) != checksum) {
            throw new DataFormatException("the checksum does not fit");
        }
        if (ticks < 1 || ticks > LARGEST || payload.length == 0 || payload[0] != LAYOUT) {
            throw new DataFormatException("a chunk of " + ticks + " ticks in " + payload.length + " bytes");
        }
        ColumnReader in = ColumnReader.inflating(payload, 1);
        long time = in.whole();
        long unit = in.whole();
        into.time()[at] = time;
        for (int i = 1; i < ticks; i++) {
            time += in.varint() * unit;
            into.time()[at + i] = time;
        }
        boolean signed = in.oneByte() != 0;
        double[][] columns = into.columns();
        for (int i = 0; i < columns.length; i++) {
            byte[] signs = signed && i == columns.length - 1 ? in.bytes((ticks + 7) / Byte.SIZE) : new byte[0];
            column(in, columns[i], at);
            for (int k = 0; signs.length > 0 && k < ticks; k++) {
                if ((signs[k >> 3] >> (k & 7) & 1) != 0) {
                    columns[i][at + k] = -columns[i][at + k];
                }
            }
        }
    }

    private void column(ColumnReader in, double[] values, int at) throws DataFormatException {
        int decimals = in.oneByte();
        if (decimals == ColumnWriter.RAW) {
            for (int i = 0; i < ticks; i++) {
                values[at + i] = in.raw();
            }
            return;
        }
        double power = ColumnReader.power(decimals);
        boolean differences = in.oneByte() == DIFFERENCES;
        long last = 0;
        for (int i = 0; i < ticks; i++) {
            last = differences ? last + in.varint() : in.varint();
            values[at + i] = last / power;
        }
    }

    /// Whether the bytes are those that were written.
    boolean sound() {
        return checksum(payload) == checksum;
    }

    private static long checksum(byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload);
        return crc.getValue();
    }
}
