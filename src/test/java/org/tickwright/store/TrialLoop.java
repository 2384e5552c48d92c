package org.tickwright.store;

import java.nio.file.Path;
import java.util.List;
import org.tickwright.market.StoreException;

/// A program to be killed: records trials and prints the number of each row once it is said to be written.
public final class TrialLoop {
    private static final int ROUNDS = 5_000;

    private TrialLoop() {}

    /// Arguments: directory of the store, name of the lineage.
    public static void main(String[] args) throws StoreException {
        try (H2Store store = H2Store.open(Path.of(args[0]), false)) {
            for (int i = 0; i < ROUNDS; i++) {
                long row = store.trials()
                        .record(List.of(JdbcTrialLedgerTest.trial(args[1], "c" + i, i / 1000.0)))
                        .number();
                System.out.println("row " + row);
            }
        }
    }
}
