package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.engine.RunArchive;
import org.tickwright.engine.RunResult;
import org.tickwright.market.StoreException;
import org.tickwright.testing.RunArchiveContract;

class JdbcRunArchiveTest extends RunArchiveContract {
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
    protected RunArchive archive() {
        return store.runs();
    }

    @Test
    void keepsRunsThatAreLargerThanOnePieceBetweenLaunches() throws StoreException {
        RunResult run = run(200_000, 5);
        String id = store.runs().save(run, "{}");
        store.close();
        store = H2Store.open(directory, false);
        assertSame(run, store.runs().load(id).orElseThrow());
    }

    @Test
    void keepsTheNamesUnderWhichEarlierVersionsWroteReasons() throws Exception {
        RunResult run = run(50, 1);
        RunCodec.Parts parts = RunCodec.pack(run);
        String trades = new String(ColumnReader.inflate(parts.trades()), StandardCharsets.UTF_8);
        String orders = new String(ColumnReader.inflate(parts.orders()), StandardCharsets.UTF_8);
        assertTrue(trades.contains("\"entryReasonText\":\"SMA(10) 10.5 crosses above SMA(30) 10.25\""), trades);
        assertTrue(trades.contains("\"exitReasonText\":\"\""), trades);
        assertTrue(orders.contains("\"reason\":\"because\""), orders);
    }
}
