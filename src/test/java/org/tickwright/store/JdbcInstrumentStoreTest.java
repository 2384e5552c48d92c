package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.market.Instrument;
import org.tickwright.market.InstrumentStore;

class JdbcInstrumentStoreTest {
    @TempDir
    Path directory;

    @Test
    void keepsTheLastWordOnEachSymbolBetweenLaunches() throws Exception {
        Instrument es = new Instrument("ES", "E-mini", Instrument.Kind.FUTURE, "CMES", "USD", 0.25, 1, 50);
        Instrument acme = Instrument.unknown("ACME");
        try (H2Store store = H2Store.open(directory, false)) {
            store.instruments().save(es.on(null));
            store.instruments().save(acme);
            store.instruments().save(es);
        }
        try (H2Store store = H2Store.open(directory, false)) {
            InstrumentStore instruments = store.instruments();
            assertEquals(List.of(acme, es), instruments.list());
            assertEquals(Optional.of(es), instruments.find("ES"));
            assertTrue(instruments.delete("ES"));
            assertFalse(instruments.delete("ES"));
            assertEquals(Optional.empty(), instruments.find("ES"));
        }
    }
}
