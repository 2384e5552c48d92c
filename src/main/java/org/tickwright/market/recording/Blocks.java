package org.tickwright.market.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// How blocks lie in the file: a mark, a kind, a length, a checksum over kind and content, the content.
final class Blocks {
    /// What the file begins with.
    static final byte[] MAGIC = {'T', 'W', 'F', 'E', 'E', 'D', '\r', '\n'};

    static final int HEADER = 1;
    static final int EVENTS = 2;
    /// The recording was ended on purpose; the content is the number of its events.
    static final int END = 3;

    /// Bytes in front of the content.
    static final int FRONT = 16;
    /// No block is longer.
    static final int LONGEST = 1 << 26;

    private static final int MARK = 0x4B4C4254;

    private Blocks() {}

    static ByteBuffer front(int kind, byte[] content, int length) {
        ByteBuffer front = ByteBuffer.allocate(FRONT).order(ByteOrder.LITTLE_ENDIAN);
        front.putInt(MARK).putInt(kind).putInt(length).putInt(checksum(kind, content, length));
        return front.flip();
    }

    static int checksum(int kind, byte[] content, int length) {
        CRC32C crc = new CRC32C();
        crc.update(kind);
        crc.update(content, 0, length);
        return (int) crc.getValue();
    }

    /// Whether a front can be one: its content is then of a length that fits what is left.
    static boolean plausible(ByteBuffer front, long left) {
        int length = front.getInt(8);
        int kind = front.getInt(4);
        return front.getInt(0) == MARK
                && kind >= HEADER
                && kind <= END
                && length >= 0
                && length <= LONGEST
                && length <= left;
    }
}
