package org.tickwright.store;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads what [ColumnWriter] wrote. Damaged bytes are a [DataFormatException].
final class ColumnReader {
    private final byte[] bytes;
    private int at;

    /// Over bytes as they are.
    ColumnReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Over compressed bytes.
    static ColumnReader inflating(byte[] compressed) throws DataFormatException {
        return new ColumnReader(inflate(compressed));
    }

    /// The bytes that were compressed.
    static byte[] inflate(byte[] compressed) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(compressed);
            ByteArrayOutputStream out = new ByteArrayOutputStream(compressed.length * 4 + 64);
            byte[] piece = new byte[1 << 14];
            while (!inflater.finished()) {
                int count = inflater.inflate(piece);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new DataFormatException("the compressed bytes end too early");
                }
                out.write(piece, 0, count);
            }
            return out.toByteArray();
        } finally {
            inflater.end();
        }
    }

    int oneByte() throws DataFormatException {
        need(1);
        return bytes[at++] & 0xFF;
    }

    long varint() throws DataFormatException {
        long rest = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            need(1);
            byte b = bytes[at++];
            rest |= (b & 0x7FL) << shift;
            if (b >= 0) {
                return (rest >>> 1) ^ -(rest & 1);
            }
        }
        throw new DataFormatException("a number is longer than 64 bits");
    }

    double raw() throws DataFormatException {
        need(8);
        long bits = 0;
        for (int shift = 0; shift < 64; shift += 8) {
            bits |= (bytes[at++] & 0xFFL) << shift;
        }
        return Double.longBitsToDouble(bits);
    }

    void longs(long[] into, int count) throws DataFormatException {
        long last = 0;
        long step = 0;
        for (int i = 0; i < count; i++) {
            step += varint();
            last += step;
            into[i] = last;
        }
    }

    void doubles(double[] into, int count) throws DataFormatException {
        int decimals = oneByte();
        if (decimals == ColumnWriter.RAW) {
            for (int i = 0; i < count; i++) {
                into[i] = raw();
            }
            return;
        }
        double power = power(decimals);
        long ticks = 0;
        for (int i = 0; i < count; i++) {
            ticks += varint();
            into[i] = ticks / power;
        }
    }

    /// `10^decimals`, or damage.
    static double power(int decimals) throws DataFormatException {
        if (decimals > ColumnWriter.MOST_DECIMALS) {
            throw new DataFormatException("no such number of decimals: " + decimals);
        }
        return ColumnWriter.power(decimals);
    }

    private void need(int count) throws DataFormatException {
        if (at + count > bytes.length) {
            throw new DataFormatException("the bytes end too early");
        }
    }
}
