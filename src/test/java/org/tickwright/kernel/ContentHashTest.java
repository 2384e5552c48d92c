package org.tickwright.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    @Property(tries = 200)
    void isTheDigestOfTheCanonicalBytes(@ForAll long[] longs, @ForAll double[] doubles, @ForAll String text)
            throws NoSuchAlgorithmException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 * (longs.length + doubles.length + 1) + utf8.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (long value : longs) {
            bytes.putLong(value);
        }
        bytes.putLong(utf8.length).put(utf8);
        for (double value : doubles) {
            bytes.putLong(Double.doubleToLongBits(value));
        }
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        assertEquals(
                expected,
                new ContentHash()
                        .add(longs, longs.length)
                        .add(text)
                        .add(doubles, doubles.length)
                        .hex());
    }

    @Test
    void hashesMoreThanItsBufferHolds() throws NoSuchAlgorithmException {
        long[] many = new long[10_000];
        ByteBuffer bytes = ByteBuffer.allocate(80_000).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < many.length; i++) {
            many[i] = i * 0x9E3779B97F4A7C15L;
            bytes.putLong(many[i]);
        }
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        assertEquals(expected, new ContentHash().add(many, many.length).hex());
    }

    @Test
    void tellsTextsApartByTheirLength() {
        assertNotEquals(
                new ContentHash().add("ab").add("c").hex(),
                new ContentHash().add("a").add("bc").hex());
    }

    @Test
    void tellsZerosApartButNotUndefinedNumbers() {
        assertNotEquals(
                new ContentHash().add(0.0).hex(), new ContentHash().add(-0.0).hex());
        assertEquals(
                new ContentHash().add(Double.NaN).hex(),
                new ContentHash()
                        .add(Double.longBitsToDouble(0x7ff8000000000abcL))
                        .hex());
    }

    @Test
    void isEmptyAgainAfterIts() {
        ContentHash hash = new ContentHash();
        String first = hash.add(1).hex();
        assertEquals(first, hash.add(1).hex());
    }

    @Property(tries = 200)
    void hashesColumnsAsTheirValuesOneByOne(@ForAll long[] longs, @ForAll double[] doubles, @ForAll long odd) {
        ContentHash columns = new ContentHash().add(odd);
        ContentHash single = new ContentHash().add(odd);
        for (int round = 0; round < 40; round++) {
            columns.add(longs, longs.length).add(doubles, doubles.length);
            for (long value : longs) {
                single.add(value);
            }
            for (double value : doubles) {
                single.add(value);
            }
        }
        double nothing = Double.longBitsToDouble(odd | 0x7ff8000000000000L);
        columns.add(new double[] {1, nothing, 2}, 3);
        single.add(1.0).add(Double.NaN).add(2.0);
        assertEquals(single.hex(), columns.hex());
    }
}
