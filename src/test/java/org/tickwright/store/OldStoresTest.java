package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickwright.kernel.Progress;
import org.tickwright.market.SeriesVersion;
import org.tickwright.market.TickKey;

/// Every store that a version of the program wrote opens in this one, with all that was in it.
class OldStoresTest {
    @TempDir
    Path directory;

    static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/store"))) {
            return files.filter(file -> file.toString().endsWith(".mv.db.gz"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void opensWhatAnOlderVersionWrote(Path fixture) throws Exception {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(fixture))) {
            Files.copy(in, directory.resolve(H2Store.FILE));
        }
        try (H2Store store = H2Store.open(directory, false)) {
            assertEquals(
                    OldStores.bars(true).contentHash(),
                    store.bars().load(OldStores.MINUTES).orElseThrow().contentHash());
            assertEquals(
                    OldStores.bars(false).contentHash(),
                    store.bars().load(OldStores.MINUTES, 1).orElseThrow().contentHash());
            SeriesVersion newest = store.bars().versions(OldStores.MINUTES).getLast();
            assertEquals("GAP=fill", newest.provenance().mends().toString());
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            assertTrue(store.rawFiles().write(String.valueOf(newest.provenance().raw()), raw));
            assertEquals("time,close\n", raw.toString(StandardCharsets.UTF_8));
            assertEquals(
                    OldStores.trades().contentHash(),
                    store.ticks().trades("ABC").orElseThrow().contentHash());
            assertEquals(
                    20_000,
                    store.ticks().find(TickKey.trades("ABC")).orElseThrow().ticks());
            int format = Integer.parseInt(fixture.getFileName().toString().replaceAll("\\D*(\\d+).*", "$1"));
            assertEquals(
                    format < 9 ? Optional.empty() : Optional.of(OldStores.actions()),
                    store.actions().find("ABC"));
            assertEquals(Map.of("all", "select * from series"), store.queries().saved());
            assertTrue(store.upkeep().check(Progress.NONE).sound());
        }
    }
}
