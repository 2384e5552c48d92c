package org.tickwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.adapter.duckdb.ParquetFiles;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.BarStore;
import org.tickwright.market.StoreException;
import org.tickwright.plugin.PlugInFolders;
import org.tickwright.store.H2Store;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.CatalogueSource;
import org.tickwright.workbench.DerivingBarStore;
import org.tickwright.workbench.EventLibrary;
import org.tickwright.workbench.HomeBackup;
import org.tickwright.workbench.Instruments;
import org.tickwright.workbench.SeriesFiles;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.Storage;
import org.tickwright.workbench.StrategyLibrary;
import org.tickwright.workbench.Sweeps;
import org.tickwright.workbench.TrialRecorder;
import org.tickwright.workbench.Workbench;

/// A home in use by this program: its lock, its store, and the use cases over them.
final class OpenHome implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenHome.class);

    /// Reads text, and Parquet by a library that is loaded with the first such file.
    static final SeriesFiles FILES = new SeriesFiles(new ParquetFiles());

    private final TickwrightHome home;
    private final @Nullable HomeLock lock;
    private final H2Store store;
    private final TrialRecorder trials;
    private final ExecutorService counting = counting();
    private final ExecutorService sweeping = sweeping();
    private final Workbench workbench;

    private OpenHome(TickwrightHome home, @Nullable HomeLock lock, H2Store store, CatalogueSource catalogues) {
        this.home = home;
        this.lock = lock;
        this.store = store;
        BarStore bars = new DerivingBarStore(store.bars(), store.ticks(), store.derived());
        trials = new TrialRecorder(store.trials(), bars, counting);
        Backtests backtests = new Backtests(bars, store.runs(), catalogues, trials);
        workbench = new Workbench(
                home.directory(),
                lock == null,
                catalogues,
                new SeriesLibrary(
                        bars,
                        FILES,
                        new Instruments(store.instruments(), UserCalendars.read(home.calendars())),
                        store.rawFiles(),
                        new EventLibrary(
                                store.ticks(),
                                store.actions(),
                                store.rawFiles(),
                                home.directory().resolve("recordings"))),
                new StrategyLibrary(home.strategies()),
                backtests,
                new Sweeps(backtests, trials, store.sweeps(), sweeping),
                new Storage(home.directory(), store.upkeep(), store.ticks(), store.queries(bars)));
    }

    /// The built-in nodes and the home's plug-ins.
    private static CatalogueSource plugIns(TickwrightHome home) {
        return new PlugInFolders(IndicatorCatalogue.builtIn(), List.of(home.plugins()));
    }

    /// One thread, while there is something to write; what comes after the home was closed is let go.
    private static ExecutorService counting() {
        return new ThreadPoolExecutor(
                0,
                1,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> {
                    Thread thread = new Thread(work, "trial-ledger");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /// As many threads as a sweep asks for, while there is one.
    private static ExecutorService sweeping() {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "sweep-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /// Opens for writing; null where another program holds the home.
    static @Nullable OpenHome forWriting(TickwrightHome home) throws IOException, StoreException {
        return forWriting(home, plugIns(home));
    }

    /// Opens for writing with these catalogues; null where another program holds the home.
    static @Nullable OpenHome forWriting(TickwrightHome home, CatalogueSource catalogues)
            throws IOException, StoreException {
        home.prepare();
        HomeLock lock = HomeLock.take(home);
        if (lock == null) {
            return null;
        }
        try {
            if (HomeBackup.finish(home.directory())) {
                LOG.info("Went on with the restore of a backup in {}", home.directory());
                home.prepare();
            }
            return new OpenHome(home, lock, H2Store.open(home.store(), false), catalogues);
        } catch (IOException | StoreException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Opens for reading, beside whichever program holds the home.
    static OpenHome forReading(TickwrightHome home) throws IOException, StoreException {
        return forReading(home, plugIns(home));
    }

    /// Opens for reading with these catalogues.
    static OpenHome forReading(TickwrightHome home, CatalogueSource catalogues) throws IOException, StoreException {
        home.prepare();
        return new OpenHome(home, null, H2Store.open(home.store(), true), catalogues);
    }

    /// Puts a backup in the place of what a home holds; null where another program holds the home.
    static @Nullable OpenHome restored(TickwrightHome home, Path backup, boolean force)
            throws IOException, StoreException {
        Files.createDirectories(home.directory());
        HomeLock lock = HomeLock.take(home);
        if (lock == null) {
            return null;
        }
        try (lock) {
            HomeBackup.finish(home.directory());
            HomeBackup.prepare(home.directory(), backup, force, H2Store::inspect);
            HomeBackup.finish(home.directory());
        }
        return forWriting(home);
    }

    TickwrightHome home() {
        return home;
    }

    Workbench workbench() {
        return workbench;
    }

    @Override
    public void close() {
        counting.shutdown();
        sweeping.shutdown();
        try {
            trials.flush();
        } catch (StoreException e) {
            LOG.warn("The last previews could not be counted as trials", e);
        }
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
