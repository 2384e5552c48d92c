package org.tickwright.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.RunArchive;
import org.tickwright.kernel.Progress;
import org.tickwright.market.ActionStore;
import org.tickwright.market.BarStore;
import org.tickwright.market.DerivedBars;
import org.tickwright.market.InstrumentStore;
import org.tickwright.market.RawFiles;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickStore;
import org.tickwright.study.TrialLedger;
import org.tickwright.study.sweep.SweepArchive;
import org.tickwright.workbench.SqlQueries;
import org.tickwright.workbench.StoreUpkeep;

/// The H2 database of a user's home: series of bars and ticks, archived runs, sweeps, the ledger of trials.
///
/// One program at a time writes; a lock file holds others off, who get a [StoreInUseException]. A read-only store is a
/// copy of the database file as it was when it was opened. It needs no lock and holds nobody off.
///
/// Every commit is written to the file before it returns (`WRITE_DELAY=0`), and only ever behind what is there
/// (`REUSE_SPACE=FALSE`). Both are needed: when H2 2.5 writes into freed space it may leave its header pointing to the
/// chunk before, and a process killed then loses commits that it had acknowledged. Appending also means that a copy
/// taken while another program writes opens at the last state that one committed. Closing compacts the file.
public final class H2Store implements AutoCloseable {
    /// The name of the database.
    static final String NAME = "tickwright";
    /// Its file.
    static final String FILE = NAME + ".mv.db";
    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;REUSE_SPACE=FALSE;DB_CLOSE_ON_EXIT=FALSE";
    private static final int ALREADY_OPEN = 90020;
    private static final int ATTEMPTS = 5;

    private final Database database;
    private final StoreUpkeep upkeep;
    private final @Nullable FileChannel lock;
    private final @Nullable Path copy;
    private final JdbcBarStore bars;
    private final JdbcTickStore ticks;
    private final JdbcActionStore actions;
    private final JdbcRawFiles rawFiles;
    private final JdbcInstrumentStore instruments;
    private final JdbcRunArchive runs;
    private final JdbcTrialLedger trials;
    private final JdbcSweepArchive sweeps;

    private H2Store(Path directory, @Nullable FileChannel lock, @Nullable Path copy) throws StoreException {
        this.lock = lock;
        this.copy = copy;
        database = new Database(connect(directory, NAME), copy != null);
        upkeep = new H2Upkeep(database, directory);
        bars = new JdbcBarStore(database);
        ticks = new JdbcTickStore(database);
        actions = new JdbcActionStore(database);
        rawFiles = new JdbcRawFiles(database);
        instruments = new JdbcInstrumentStore(database);
        runs = new JdbcRunArchive(database);
        trials = new JdbcTrialLedger(database);
        sweeps = new JdbcSweepArchive(database);
    }

    /// Opens the store in a directory, which is created where it is missing; an older store is brought up to date.
    /// Read-only gives a look at the last committed state and refuses to write.
    public static H2Store open(Path directory, boolean readOnly) throws StoreException {
        Path absolute = directory.toAbsolutePath();
        return readOnly ? look(absolute) : openToWrite(absolute);
    }

    /// Series of bars.
    public BarStore bars() {
        return bars;
    }

    /// Trades and quotes, one by one.
    public TickStore ticks() {
        return ticks;
    }

    /// Splits and dividends.
    public ActionStore actions() {
        return actions;
    }

    /// Files as they came.
    public RawFiles rawFiles() {
        return rawFiles;
    }

    /// Looking the store over, compacting and copying it.
    public StoreUpkeep upkeep() {
        return upkeep;
    }

    /// Longer bars that were made of others.
    public DerivedBars derived() {
        return new JdbcDerivedBars(database);
    }

    /// What questions in SQL can read.
    public static List<SqlQueries.Source> sources() {
        return SqlTables.sources();
    }

    /// Questions in SQL about the series that are stored.
    public SqlQueries queries() {
        return queries(bars);
    }

    /// Questions in SQL about these series and what else is stored.
    public SqlQueries queries(BarStore series) {
        return new H2SqlQueries(database, new SqlTables(series, ticks, runs, trials));
    }

    /// Looks a store over whose file lies anywhere, such as one that is to be restored.
    public static StoreUpkeep.Verdict inspect(Path file, Progress progress) throws StoreException {
        return H2Upkeep.lookAt(file, progress);
    }

    /// What a person says of instruments.
    public InstrumentStore instruments() {
        return instruments;
    }

    /// Archived runs.
    public RunArchive runs() {
        return runs;
    }

    /// Every trial that was made.
    public TrialLedger trials() {
        return trials;
    }

    /// Sweeps and their rows.
    public SweepArchive sweeps() {
        return sweeps;
    }

    /// True for a look that refuses to write.
    public boolean readOnly() {
        return copy != null;
    }

    @Override
    public void close() {
        database.close();
        if (lock != null) {
            release(lock);
        }
        if (copy != null) {
            discard(copy);
        }
    }

    private static H2Store openToWrite(Path directory) throws StoreException {
        FileChannel lock;
        try {
            Files.createDirectories(directory);
            lock = FileChannel.open(
                    directory.resolve(NAME + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StoreException(
                    "Cannot write to " + directory + ": " + e.getMessage() + ". Choose another home (--home DIR).",
                    false,
                    e);
        }
        boolean opened = false;
        try {
            acquire(lock, directory);
            tidy(directory);
            H2Store store = new H2Store(directory, lock, null);
            opened = true;
            return store;
        } finally {
            if (!opened) {
                release(lock);
            }
        }
    }

    private static void tidy(Path directory) throws StoreException {
        try {
            CompactedFile.tidy(directory);
        } catch (IOException e) {
            throw new StoreException("Cannot write to " + directory + ": " + e.getMessage(), true, e);
        }
    }

    private static void acquire(FileChannel channel, Path directory) throws StoreException {
        try {
            FileLock held = channel.tryLock();
            if (held == null) {
                throw new StoreInUseException(directory);
            }
        } catch (OverlappingFileLockException e) {
            throw new StoreInUseException(directory, e);
        } catch (IOException e) {
            throw new StoreException("Cannot lock " + directory + ": " + e.getMessage(), true, e);
        }
    }

    private static H2Store look(Path directory) throws StoreException {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new StoreException("There is no store in " + directory + " to look at yet.", false);
        }
        StoreException last = new StoreException("Cannot look at " + file, true);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Path copy = copyOf(file);
            try {
                return new H2Store(copy, null, copy);
            } catch (StoreException e) {
                // The copy may have caught the writer tidying the file; a later one will not.
                discard(copy);
                last = e;
            }
        }
        throw last;
    }

    private static Path copyOf(Path file) throws StoreException {
        try {
            Path copy = Files.createTempDirectory("tickwright-look");
            Files.copy(file, copy.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new StoreException(
                    "Cannot copy " + file + " for a look at it: " + e.getMessage()
                            + ". Close the other Tickwright, or make room in the directory for temporary files.",
                    true,
                    e);
        }
    }

    static HikariDataSource connect(Path directory, String name) throws StoreException {
        HikariConfig config = new HikariConfig();
        String path = directory.resolve(name).toString().replace('\\', '/').replace(";", "\\;");
        // By its own class: asked for by address, every driver on the class path would be loaded to find the one.
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + path + OPTIONS);
        h2.setUser("sa");
        h2.setPassword("");
        config.setDataSource(h2);
        config.setPoolName("store");
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(1);
        try {
            HikariDataSource source = new HikariDataSource(config);
            try {
                Schema.refuseNewer(source, directory);
                if (!Schema.upToDate(source)) {
                    Flyway.configure()
                            .dataSource(source)
                            .locations("classpath:db/migration")
                            .load()
                            .migrate();
                }
                return source;
            } catch (StoreException e) {
                source.close();
                throw e;
            } catch (FlywayException e) {
                source.close();
                throw new StoreException(
                        "The store in " + directory + " could not be brought up to date: " + e.getMessage()
                                + ". Its data was left as it was; restore it from a backup or use another home (--home"
                                + " DIR).",
                        false,
                        e);
            }
        } catch (HikariPool.PoolInitializationException e) {
            if (inUse(e)) {
                throw new StoreInUseException(directory, e);
            }
            throw new StoreException(
                    "The store in " + directory + " cannot be opened: " + e.getMessage()
                            + ". Nothing was changed; restore it from a backup or use another home (--home DIR).",
                    false,
                    e);
        }
    }

    private static boolean inUse(Throwable failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof java.sql.SQLException sql && sql.getErrorCode() == ALREADY_OPEN) {
                return true;
            }
        }
        return false;
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Could not release the lock of the store", e);
        }
    }

    static void discard(Path copy) {
        try (var files = Files.list(copy)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Could not remove the copy in " + copy, e);
        }
    }
}
