package org.tickwright.store;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Deflater;

/// Writes columns as small numbers: differences as zigzag varints, prices in ticks where they lie on one.
///
/// Doubles come back with the same bits: a column counts as being on a tick of `10^-d` only if every value is exactly
/// what its whole number of ticks gives back; any other column is written as raw bits.
final class ColumnWriter {
    /// The most decimals a tick may have.
    static final int MOST_DECIMALS = 12;
    /// The mark of a column that is on no tick.
    static final int RAW = 255;

    private static final double LARGEST = 0x1p52;
    private static final double[] POWERS = powers();

    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes;
    private int size;

    ColumnWriter(int capacity) {
        bytes = new byte[Math.max(capacity, 64)];
    }

    private static double[] powers() {
        double[] powers = new double[MOST_DECIMALS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /// `10^decimals` as an exact double.
    static double power(int decimals) {
        return POWERS[decimals];
    }

    /// The fewest decimals with which all values are whole ticks, or [#RAW].
    static int decimals(double[] values, int from, int to, int atLeast) {
        int decimals = atLeast;
        for (int i = from; i < to; i++) {
            while (!onTick(values[i], decimals)) {
                if (++decimals > MOST_DECIMALS) {
                    return RAW;
                }
            }
        }
        return decimals;
    }

    private static boolean onTick(double value, int decimals) {
        double ticks = Math.rint(value * POWERS[decimals]);
        // As a whole number, which has no negative zero.
        return Math.abs(ticks) < LARGEST
                && Double.doubleToRawLongBits((long) ticks / POWERS[decimals]) == Double.doubleToRawLongBits(value);
    }

    /// The whole number of ticks of a value that is on the tick.
    static long ticks(double value, int decimals) {
        return (long) Math.rint(value * POWERS[decimals]);
    }

    void oneByte(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void varint(long value) {
        room(10);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void raw(double value) {
        whole(Double.doubleToRawLongBits(value));
    }

    /// All eight bytes of a number, the lowest first.
    void whole(long value) {
        room(8);
        LONGS.set(bytes, size, value);
        size += 8;
    }

    /// Longs as differences of differences.
    void longs(long[] values, int from, int to) {
        long last = 0;
        long lastStep = 0;
        for (int i = from; i < to; i++) {
            long step = values[i] - last;
            varint(step - lastStep);
            lastStep = step;
            last = values[i];
        }
    }

    /// Doubles as ticks or raw bits, whichever fits.
    void doubles(double[] values, int from, int to) {
        int decimals = decimals(values, from, to, 0);
        oneByte(decimals);
        long last = 0;
        for (int i = from; i < to; i++) {
            if (decimals == RAW) {
                raw(values[i]);
            } else {
                long ticks = ticks(values[i], decimals);
                varint(ticks - last);
                last = ticks;
            }
        }
    }

    /// Longs in as few whole bytes each as their spread needs: the smallest, the width in bytes (0, 1, 2, 4 or 8), and
    /// what each is above the smallest. Reads back in loops without a branch per value.
    void packed(long[] values, int count) {
        long base = count == 0 ? 0 : values[0];
        long highest = base;
        for (int i = 1; i < count; i++) {
            base = Math.min(base, values[i]);
            highest = Math.max(highest, values[i]);
        }
        int width = width(highest - base);
        whole(base);
        oneByte(width);
        room(count * width);
        for (int i = 0; i < count; i++, size += width) {
            long rest = values[i] - base;
            switch (width) {
                case 0 -> {}
                case 1 -> bytes[size] = (byte) rest;
                case 2 -> SHORTS.set(bytes, size, (short) rest);
                case 4 -> INTS.set(bytes, size, (int) rest);
                default -> LONGS.set(bytes, size, rest);
            }
        }
    }

    /// Bytes that hold an unsigned number.
    private static int width(long largest) {
        if (largest == 0) {
            return 0;
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(largest);
        return bits <= 8 ? 1 : bits <= 16 ? 2 : bits <= 32 ? 4 : 8;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
        }
    }

    /// What was written, as it is.
    byte[] plain() {
        return Arrays.copyOf(bytes, size);
    }

    /// What was written, compressed fast.
    byte[] deflated() {
        return deflate(bytes, size);
    }

    /// The first `length` bytes, compressed fast.
    static byte[] deflate(byte[] source, int length) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(source, 0, length);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(length / 2 + 64);
            byte[] piece = new byte[1 << 14];
            while (!deflater.finished()) {
                out.write(piece, 0, deflater.deflate(piece));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
