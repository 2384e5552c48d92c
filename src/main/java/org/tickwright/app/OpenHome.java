package org.tickwright.app;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.StoreException;
import org.tickwright.store.H2Store;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.StrategyLibrary;
import org.tickwright.workbench.Workbench;

/// A home in use by this program: its lock, its store, and the use cases over them.
final class OpenHome implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenHome.class);

    private final TickwrightHome home;
    private final @Nullable HomeLock lock;
    private final H2Store store;
    private final Workbench workbench;

    private OpenHome(TickwrightHome home, @Nullable HomeLock lock, H2Store store) {
        this.home = home;
        this.lock = lock;
        this.store = store;
        IndicatorCatalogue indicators = IndicatorCatalogue.builtIn();
        workbench = new Workbench(
                home.directory(),
                lock == null,
                indicators,
                new SeriesLibrary(store.bars()),
                new StrategyLibrary(home.strategies()),
                new Backtests(store.bars(), store.runs(), indicators));
    }

    /// Opens for writing; null where another program holds the home.
    static @Nullable OpenHome forWriting(TickwrightHome home) throws IOException, StoreException {
        home.prepare();
        HomeLock lock = HomeLock.take(home);
        if (lock == null) {
            return null;
        }
        try {
            return new OpenHome(home, lock, H2Store.open(home.store(), false));
        } catch (StoreException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Opens for reading, beside whichever program holds the home.
    static OpenHome forReading(TickwrightHome home) throws IOException, StoreException {
        home.prepare();
        return new OpenHome(home, null, H2Store.open(home.store(), true));
    }

    TickwrightHome home() {
        return home;
    }

    Workbench workbench() {
        return workbench;
    }

    @Override
    public void close() {
        store.close();
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                LOG.warn("The lock of {} could not be released; it ends with this process", home.directory(), e);
            }
        }
    }
}
