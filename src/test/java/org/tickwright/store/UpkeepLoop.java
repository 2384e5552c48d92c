package org.tickwright.store;

import java.io.IOException;
import java.nio.file.Path;
import org.tickwright.kernel.Progress;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickOrigin;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.simulated.RandomWalk;
import org.tickwright.workbench.HomeBackup;

/// A program to be killed: saves bars, appends trades, compacts and backs up in turns, and prints a line for each once
/// it
/// is said to be done.
public final class UpkeepLoop {
    /// Trades of a step.
    static final int TRADES = 3_000;

    private UpkeepLoop() {}

    /// Trades of a step, which follow those of the step before.
    static TradeTicks trades(int step) {
        TradeTicks.Builder trades = new TradeTicks.Builder(TRADES);
        for (int i = 0; i < TRADES; i++) {
            trades.append((long) step * TRADES + i, 100 + (step * 31 + i) % 7, i % 5);
        }
        return trades.build();
    }

    /// Arguments: the home, and the first step.
    public static void main(String[] args) throws IOException, StoreException {
        Path home = Path.of(args[0]);
        int first = Integer.parseInt(args[1]);
        try (H2Store store = H2Store.open(home.resolve("store"), false)) {
            System.out.println("ready");
            for (int step = first; step < first + 200; step++) {
                store.bars()
                        .save(
                                new SeriesKey("S" + step, Timeframe.MINUTE),
                                RandomWalk.minutes(3_000, step),
                                "walk",
                                true);
                System.out.println("saved " + step);
                if (store.ticks().list().isEmpty()) {
                    store.ticks().save("T", trades(step), new TickOrigin(java.time.ZoneOffset.UTC, "walk", true));
                } else {
                    store.ticks().append("T", trades(step));
                }
                System.out.println("appended " + step);
                store.upkeep().compact(Progress.NONE);
                System.out.println("compacted " + step);
                HomeBackup.write(home, store.upkeep(), home.resolve("backup.zip"), Progress.NONE);
                System.out.println("backed " + step);
            }
        }
    }
}
