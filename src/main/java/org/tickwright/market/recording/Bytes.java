package org.tickwright.market.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that grow while they are written: small numbers in few bytes, the others as they are. Little-endian.
final class Bytes {
    private byte[] bytes = new byte[1 << 16];
    private ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    private int size;

    int size() {
        return size;
    }

    byte[] array() {
        return bytes;
    }

    void clear() {
        size = 0;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
            view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    void put(int b) {
        room(1);
        bytes[size++] = (byte) b;
    }

    /// A number that is never negative, seven bits a byte.
    void unsigned(long value) {
        room(10);
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes[size++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    /// A number of either sign, small ones in few bytes.
    void signed(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    void number(double value) {
        room(8);
        view.putDouble(size, value);
        size += 8;
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        unsigned(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    /// Reads what was written, in the same order.
    static final class Reader {
        private final ByteBuffer from;

        Reader(byte[] bytes) {
            from = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }

        boolean more() {
            return from.hasRemaining();
        }

        int get() {
            return from.get() & 0xFF;
        }

        long unsigned() {
            long value = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                byte next = from.get();
                value |= (next & 0x7FL) << shift;
                if (next >= 0) {
                    return value;
                }
            }
            throw new IllegalArgumentException("A number of more than 64 bits");
        }

        long signed() {
            long value = unsigned();
            return (value >>> 1) ^ -(value & 1);
        }

        double number() {
            return from.getDouble();
        }

        /// A count of things of so many bytes at least each.
        int count(int least) {
            long count = unsigned();
            if (count < 0 || count * least > from.remaining()) {
                throw new IllegalArgumentException("A count of " + count + " with " + from.remaining() + " bytes left");
            }
            return (int) count;
        }

        String text() {
            byte[] utf8 = new byte[count(1)];
            from.get(utf8);
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }
}
