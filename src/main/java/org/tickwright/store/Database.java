package org.tickwright.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.tickwright.market.StoreException;

/// Connections, and transactions that either happen or do not.
final class Database {
    private final DataSource source;
    private final boolean readOnly;

    Database(DataSource source, boolean readOnly) {
        this.source = source;
        this.readOnly = readOnly;
    }

    /// Work with a connection.
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException, StoreException;
    }

    /// Whether writing is refused.
    boolean readOnly() {
        return readOnly;
    }

    /// Reads; `task` names the work in the message of a failure ("list the series").
    <T> T read(String task, Work<T> work) throws StoreException {
        try (Connection connection = source.getConnection()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw failure(task, e);
        }
    }

    /// Writes in one transaction: committed when this returns, without trace when it throws.
    <T> T write(String task, Work<T> work) throws StoreException {
        if (readOnly) {
            throw new StoreException(
                    "Could not " + task + ": this is a read-only look at data that another Tickwright has open.",
                    false);
        }
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
