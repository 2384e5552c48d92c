package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcRawFilesTest {
    @TempDir
    Path directory;

    @Test
    void givesFilesBackByteForByte() throws Exception {
        try (H2Store store = H2Store.open(directory.resolve("store"), false)) {
            for (int length : new int[] {1, 1 << 19, 1_500_001}) {
                byte[] bytes = new byte[length];
                new Random(length).nextBytes(bytes);
                Path file = Files.write(directory.resolve("f" + length), bytes);
                String hash = store.rawFiles().keep(file);
                assertEquals(hash, store.rawFiles().keep(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                assertTrue(store.rawFiles().write(hash, out));
                assertArrayEquals(bytes, out.toByteArray());
            }
            assertFalse(store.rawFiles().write("0".repeat(64), new ByteArrayOutputStream()));
        }
    }
}
