package org.tickwright.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over canonical values: longs and double bits little-endian, text as UTF-8 behind its length.
///
/// Two NaNs of different bits hash alike; 0.0 and -0.0 do not.
public final class ContentHash {
    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN);

    /// An empty hash.
    public ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime carries SHA-256", e);
        }
    }

    /// Adds one number.
    public ContentHash add(long value) {
        if (buffer.remaining() < Long.BYTES) {
            flush();
        }
        buffer.putLong(value);
        return this;
    }

    /// Adds the bits of one double.
    public ContentHash add(double value) {
        return add(Double.doubleToLongBits(value));
    }

    /// Adds the first `count` values.
    public ContentHash add(long[] values, int count) {
        for (int from = 0; from < count; ) {
            int rows = rows(count - from);
            buffer.asLongBuffer().put(values, from, rows);
            buffer.position(buffer.position() + rows * Long.BYTES);
            from += rows;
        }
        return this;
    }

    /// Adds the bits of the first `count` values.
    public ContentHash add(double[] values, int count) {
        for (int from = 0; from < count; ) {
            int rows = rows(count - from);
            if (anyNaN(values, from, from + rows)) {
                for (int i = from; i < from + rows; i++) {
                    buffer.putLong(Double.doubleToLongBits(values[i]));
                }
            } else {
                buffer.asDoubleBuffer().put(values, from, rows);
                buffer.position(buffer.position() + rows * Double.BYTES);
            }
            from += rows;
        }
        return this;
    }

    /// How many of so many values fit now, at least one.
    private int rows(int left) {
        if (buffer.remaining() < Long.BYTES) {
            flush();
        }
        return Math.min(left, buffer.remaining() / Long.BYTES);
    }

    private static boolean anyNaN(double[] values, int from, int to) {
        boolean any = false;
        for (int i = from; i < to; i++) {
            any |= Double.isNaN(values[i]);
        }
        return any;
    }

    /// Adds text.
    public ContentHash add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        flush();
        digest.update(bytes);
        return this;
    }

    /// The hash of all that was added, as 64 hexadecimal digits. The object is empty afterwards.
    public String hex() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    private void flush() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
