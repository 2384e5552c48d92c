package org.tickwright.report;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks a WOFF 1.0 web font into the TrueType font it holds (W3C Recommendation, 13 December 2012).
final class Woff {
    private static final int SIGNATURE = 0x774F4646;
    private static final int HEADER = 44;
    private static final int ENTRY = 20;

    private Woff() {}

    private record Table(int tag, byte[] data, int checksum) {}

    /// The font as TrueType; bytes that are not WOFF are an [IllegalArgumentException].
    static byte[] toTrueType(byte[] woff) {
        ByteBuffer in = ByteBuffer.wrap(woff);
        if (woff.length < HEADER || in.getInt(0) != SIGNATURE) {
            throw new IllegalArgumentException("Not a WOFF 1.0 font");
        }
        int flavor = in.getInt(4);
        int count = Short.toUnsignedInt(in.getShort(12));
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tables.add(table(woff, in, HEADER + i * ENTRY));
        }
        tables.sort(Comparator.comparingInt(Table::tag));
        return assemble(flavor, tables);
    }

    private static Table table(byte[] woff, ByteBuffer in, int entry) {
        int offset = in.getInt(entry + 4);
        int packed = in.getInt(entry + 8);
        int length = in.getInt(entry + 12);
        if (offset < 0 || packed < 0 || length < packed || offset > woff.length - packed) {
            throw new IllegalArgumentException("A WOFF table lies outside its file");
        }
        byte[] data = new byte[length];
        if (packed == length) {
            in.get(offset, data);
        } else {
            inflate(woff, offset, packed, data);
        }
        return new Table(in.getInt(entry), data, in.getInt(entry + 16));
    }

    private static void inflate(byte[] from, int offset, int packed, byte[] into) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(from, offset, packed);
            int filled = 0;
            while (filled < into.length) {
                int got = inflater.inflate(into, filled, into.length - filled);
                if (got == 0) {
                    throw new IllegalArgumentException("A WOFF table is shorter than it says");
                }
                filled += got;
            }
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("A WOFF table cannot be unpacked", e);
        }
    }

    private static byte[] assemble(int flavor, List<Table> tables) {
        int count = tables.size();
        int offset = 12 + 16 * count;
        int size = offset;
        for (Table table : tables) {
            size += padded(table.data().length);
        }
        int power = Integer.highestOneBit(count);
        ByteBuffer out = ByteBuffer.allocate(size)
                .putInt(flavor)
                .putShort((short) count)
                .putShort((short) (power * 16))
                .putShort((short) Integer.numberOfTrailingZeros(power))
                .putShort((short) ((count - power) * 16));
        for (Table table : tables) {
            out.putInt(table.tag()).putInt(table.checksum()).putInt(offset).putInt(table.data().length);
            out.put(offset, table.data());
            offset += padded(table.data().length);
        }
        return out.array();
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }
}
