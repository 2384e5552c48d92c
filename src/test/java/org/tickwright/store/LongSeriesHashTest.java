package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.market.simulated.RandomWalk;

/// A series that does not fit into memory is hashed in parts.
class LongSeriesHashTest {
    @TempDir
    Path directory;

    @Test
    void isTheHashOfAllBarsHoweverTheyLie() throws Exception {
        SeriesKey key = new SeriesKey("ABC", Timeframe.MINUTE);
        for (int size : new int[] {1, BarChunk.LARGEST, 64 * BarChunk.LARGEST, 66 * BarChunk.LARGEST + 77}) {
            Bars all = RandomWalk.minutes(size + 5, size);
            try (H2Store store = H2Store.open(directory.resolve("s" + size), false)) {
                store.bars().save(key, all.slice(0, size), "walk", false);
                store.bars().append(key, all.slice(size, size + 5));
            }
            try (HikariDataSource source = H2Store.connect(directory.resolve("s" + size), H2Store.NAME)) {
                String hash = new Database(source, true).read("hash", connection -> {
                    try {
                        return new BarRows(connection, 1, 1).hash(all.timeframe(), all.zone(), size + 5);
                    } catch (java.util.zip.DataFormatException e) {
                        throw new IllegalStateException(e);
                    }
                });
                assertEquals(all.contentHash(), hash, size + " bars");
            }
        }
    }
}
