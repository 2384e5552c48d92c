package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;

class BarChunkTest {

    @Property(tries = 300)
    void unpacksToTheSameBits(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int count, @ForAll @IntRange(max = 9) int decimals)
            throws DataFormatException {
        Bars bars = random(seed, count, decimals);
        Bars back = new Bars(bars.timeframe(), bars.zone(), count);
        int middle = count / 2;
        if (middle > 0) {
            BarChunk.pack(bars, 0, middle).unpack(back);
        }
        BarChunk.pack(bars, middle, count).unpack(back);
        assertEquals(bars.contentHash(), back.contentHash());
    }

    /// Prices on a tick of so many decimals; with 9, any bits at all.
    private static Bars random(long seed, int count, int decimals) {
        Random random = new Random(seed);
        Bars bars = new Bars(Timeframe.MINUTE, ZoneId.of("UTC"), count);
        long time = random.nextLong() >> 8;
        double power = StrictMath.pow(10, decimals);
        for (int i = 0; i < count; i++) {
            time += 1 + random.nextInt(1 << (1 + random.nextInt(30)));
            double[] prices = new double[5];
            for (int j = 0; j < 5; j++) {
                prices[j] = decimals == 9
                        ? Double.longBitsToDouble(random.nextLong())
                        : random.nextInt(1_000_000_000) / power;
            }
            bars.append(time, prices[0], prices[1], prices[2], prices[3], prices[4]);
        }
        return bars;
    }

    @Property(tries = 200)
    void readsWhatOlderVersionsPacked(@ForAll long seed, @ForAll @IntRange(max = 9) int decimals)
            throws DataFormatException {
        Bars bars = random(seed, 300, decimals);
        Bars back = new Bars(bars.timeframe(), bars.zone(), 300);
        layoutOne(bars).unpack(back);
        assertEquals(bars.contentHash(), back.contentHash());
    }

    /// A chunk as it was written before columns were packed.
    static BarChunk layoutOne(Bars bars) {
        int count = bars.size();
        ColumnWriter out = new ColumnWriter(0);
        out.oneByte(1);
        out.longs(bars.times(), 0, count);
        int decimals = 0;
        for (Bars.Field field : List.of(Bars.Field.CLOSE, Bars.Field.OPEN, Bars.Field.HIGH, Bars.Field.LOW)) {
            decimals = decimals == ColumnWriter.RAW
                    ? decimals
                    : ColumnWriter.decimals(bars.column(field), 0, count, decimals);
        }
        out.oneByte(decimals);
        long last = 0;
        for (int i = 0; i < count; i++) {
            if (decimals == ColumnWriter.RAW) {
                out.raw(bars.open(i));
                out.raw(bars.high(i));
                out.raw(bars.low(i));
                out.raw(bars.close(i));
                continue;
            }
            long open = ColumnWriter.ticks(bars.open(i), decimals);
            long close = ColumnWriter.ticks(bars.close(i), decimals);
            out.varint(open - last);
            out.varint(close - open);
            out.varint(ColumnWriter.ticks(bars.high(i), decimals) - Math.max(open, close));
            out.varint(Math.min(open, close) - ColumnWriter.ticks(bars.low(i), decimals));
            last = close;
        }
        out.doubles(bars.column(Bars.Field.VOLUME), 0, count);
        byte[] payload = out.deflated();
        CRC32C checksum = new CRC32C();
        checksum.update(payload);
        return new BarChunk(count, checksum.getValue(), payload);
    }

    @Test
    void packsTimesAsFarApartAsTimesCanBe() throws DataFormatException {
        Bars bars = new Bars(Timeframe.MINUTE, ZoneId.of("UTC"), 4);
        for (long time : new long[] {Long.MIN_VALUE + 1, -1, 0, Long.MAX_VALUE}) {
            bars.append(time, 1, 2, 0.5, 1.5, 0);
        }
        Bars back = new Bars(Timeframe.MINUTE, ZoneId.of("UTC"), 4);
        BarChunk.pack(bars, 0, 4).unpack(back);
        assertEquals(bars.contentHash(), back.contentHash());
    }

    @Test
    void takesFewBytesForPricesOnATick() {
        Bars bars = random(1, 1, 2);
        Random random = new Random(1);
        Bars walk = new Bars(Timeframe.MINUTE, ZoneId.of("UTC"), 4096);
        long cents = 10_000;
        for (int i = 0; i < 4096; i++) {
            long open = cents;
            cents += random.nextInt(11) - 5;
            walk.append(
                    i * 60_000_000_000L,
                    open / 100.0,
                    (Math.max(open, cents) + random.nextInt(4)) / 100.0,
                    (Math.min(open, cents) - random.nextInt(4)) / 100.0,
                    cents / 100.0,
                    random.nextInt(50));
        }
        assertTrue(BarChunk.pack(walk, 0, 4096).payload().length < 6 * 4096);
        assertTrue(BarChunk.pack(bars, 0, 1).payload().length < 100);
    }

    @Test
    void refusesDamage() {
        BarChunk chunk = BarChunk.pack(random(2, 100, 2), 0, 100);
        for (int i = 0; i < chunk.payload().length; i += 7) {
            byte[] damaged = chunk.payload().clone();
            damaged[i] ^= 0x10;
            BarChunk broken = new BarChunk(100, chunk.checksum(), damaged);
            Bars into = new Bars(Timeframe.MINUTE, ZoneId.of("UTC"), 100);
            assertThrows(DataFormatException.class, () -> broken.unpack(into));
        }
    }
}
