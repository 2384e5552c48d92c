package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store of a hundred million bars and trades answers within a second.
class StoreGrowthTest {
    @TempDir
    Path directory;

    @Test
    @Tag("nightly")
    void opensListsSearchesAndLoadsARangeWithinASecond() throws Exception {
        long longest = StoreGrowth.run(directory, 100, 100);
        assertTrue(longest < StoreGrowth.LIMIT, "the longest question took " + longest + " ms");
    }
}
