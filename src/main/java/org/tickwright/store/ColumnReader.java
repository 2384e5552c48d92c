package org.tickwright.store;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads what [ColumnWriter] wrote. Damaged bytes are a [DataFormatException].
final class ColumnReader {
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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

    /// Over compressed bytes that begin at `from`.
    static ColumnReader inflating(byte[] compressed, int from) throws DataFormatException {
        return new ColumnReader(inflate(compressed, from));
    }

    /// The bytes that were compressed.
    static byte[] inflate(byte[] compressed) throws DataFormatException {
        return inflate(compressed, 0);
    }

    private static byte[] inflate(byte[] compressed, int from) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(compressed, from, compressed.length - from);
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

    byte[] bytes(int count) throws DataFormatException {
        need(count);
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
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
        return Double.longBitsToDouble(whole());
    }

    /// A number of eight bytes.
    long whole() throws DataFormatException {
        need(8);
        long value = (long) LONGS.get(bytes, at);
        at += 8;
        return value;
    }

    /// Doubles of eight bytes each, bit for bit.
    void raws(double[] into, int count) throws DataFormatException {
        need(8L * count);
        ByteBuffer.wrap(bytes, at, 8 * count)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(into, 0, count);
        at += 8 * count;
    }

    /// What [ColumnWriter#packed] wrote.
    void packed(long[] into, int count) throws DataFormatException {
        long base = whole();
        int width = oneByte();
        need((long) width * count);
        int from = at;
        switch (width) {
            case 0 -> Arrays.fill(into, 0, count, base);
            case 1 -> {
                for (int i = 0; i < count; i++) {
                    into[i] = base + (bytes[from + i] & 0xFF);
                }
            }
            case 2 -> {
                for (int i = 0; i < count; i++) {
                    into[i] = base + ((short) SHORTS.get(bytes, from + 2 * i) & 0xFFFF);
                }
            }
            case 4 -> {
                for (int i = 0; i < count; i++) {
                    into[i] = base + ((int) INTS.get(bytes, from + 4 * i) & 0xFFFF_FFFFL);
                }
            }
            case 8 -> {
                for (int i = 0; i < count; i++) {
                    into[i] = base + (long) LONGS.get(bytes, from + 8 * i);
                }
            }
            default -> throw new DataFormatException("no such width: " + width);
        }
        at += width * count;
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

    private void need(long count) throws DataFormatException {
        if (at + count > bytes.length) {
            throw new DataFormatException("the bytes end too early");
        }
    }
}
