package org.tickwright.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.market.BarStore;
import org.tickwright.market.StoreException;
import org.tickwright.testing.BarStoreContract;

class JdbcBarStoreTest extends BarStoreContract {
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
    protected BarStore store() {
        return store.bars();
    }
}
