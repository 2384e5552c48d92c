package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.market.StoreException;
import org.tickwright.study.sweep.SweepArchive;
import org.tickwright.study.sweep.SweepRow;
import org.tickwright.testing.SweepArchiveContract;

class JdbcSweepArchiveTest extends SweepArchiveContract {
    @TempDir
    Path directory;

    private H2Store store;

    @BeforeEach
    void open() throws StoreException {
        store = H2Store.open(directory, false);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected SweepArchive archive() {
        return store.sweeps();
    }

    @Test
    void keepsWhatIsFinishedBetweenLaunches() throws StoreException {
        String id = store.sweeps().open(head("a", 10)).id();
        store.sweeps().add(id, List.of(row(3), row(9)));
        store.close();
        store = H2Store.open(directory, false);
        assertEquals(id, store.sweeps().open(head("a", 10)).id());
        assertEquals("{3, 9}", store.sweeps().finished(id).toString());
        List<SweepRow> rows = new ArrayList<>();
        store.sweeps().rows(id, rows::add);
        assertEquals(List.of(row(3), row(9)), rows);
    }
}
