package org.tickwright.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.tickwright.market.StoreException;

/// Connections, and transactions that either happen or do not. Safe for several threads; what needs the file alone
/// waits
/// for the work under way and keeps other work waiting.
final class Database {
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private final boolean readOnly;
    private HikariDataSource source;

    Database(HikariDataSource source, boolean readOnly) {
        this.source = source;
        this.readOnly = readOnly;
    }

    /// Work with a connection.
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException, StoreException;
    }

    /// Work with the file while nobody has it open, with what was read before it was closed.
    @FunctionalInterface
    interface FileWork<T> {
        void run(T read) throws StoreException;
    }

    /// Opens the file again.
    @FunctionalInterface
    interface Reopening {
        HikariDataSource open() throws StoreException;
    }

    /// Whether writing is refused.
    boolean readOnly() {
        return readOnly;
    }

    /// Reads, closes the database, does some work with its file, and opens it again, whether the work was done or not.
    /// Nobody writes in between.
    <T> void whileClosed(Work<T> reading, FileWork<T> work, Reopening reopening) throws StoreException {
        Lock alone = use.writeLock();
        alone.lock();
        try {
            T read = read("read before the store is closed", reading);
            source.close();
            try {
                work.run(read);
            } finally {
                source = reopening.open();
            }
        } finally {
            alone.unlock();
        }
    }

    /// Closes the database.
    void close() {
        Lock alone = use.writeLock();
        alone.lock();
        try {
            source.close();
        } finally {
            alone.unlock();
        }
    }

    /// Reads; `task` names the work in the message of a failure ("list the series").
    <T> T read(String task, Work<T> work) throws StoreException {
        Lock shared = use.readLock();
        shared.lock();
        try (Connection connection = source.getConnection()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw failure(task, e);
        } finally {
            shared.unlock();
        }
    }

    /// Writes in one transaction: committed when this returns, without trace when it throws.
    <T> T write(String task, Work<T> work) throws StoreException {
        if (readOnly) {
            throw new StoreException(
                    "Could not " + task + ": this is a read-only look at data that another Tickwright has open.",
                    false);
        }
        Lock shared = use.readLock();
        shared.lock();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.run(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failure(task, e);
        } finally {
            shared.unlock();
        }
    }

    private static StoreException failure(String task, SQLException e) {
        return new StoreException(
                "Could not " + task + ": " + e.getMessage() + ". Nothing was changed; try again, and restart if it"
                        + " stays so.",
                true,
                e);
    }
}
