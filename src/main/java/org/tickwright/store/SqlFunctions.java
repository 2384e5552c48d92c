package org.tickwright.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.StoreException;

/// The functions that questions in SQL call, as H2 wants them: public and static. They read the [tables][SqlTables] of
/// the question that is being answered on the thread, and nothing where none is.
public final class SqlFunctions {
    /// What the question under way reads.
    static final ScopedValue<SqlTables> READ = ScopedValue.newInstance();

    private SqlFunctions() {}

    @FunctionalInterface
    private interface Rows {
        Iterator<@Nullable Object[]> of(SqlTables tables) throws StoreException;
    }

    private static ResultSet read(Connection connection, SqlTable table, Rows rows) throws SQLException {
        if (connection.getMetaData().getURL().startsWith("jdbc:columnlist:")) {
            return table.empty();
        }
        try {
            return table.rows(rows.of(READ.orElseThrow(() -> new NoSuchElementException("no question is asked"))));
        } catch (StoreException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }

    /// All bars of a series.
    public static ResultSet bars(Connection connection, String symbol, String timeframe) throws SQLException {
        return read(
                connection, SqlTables.BARS, tables -> tables.bars(symbol, timeframe, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    /// The bars of a series from a time on, up to another.
    public static ResultSet bars(Connection connection, String symbol, String timeframe, String from, String to)
            throws SQLException {
        return read(
                connection,
                SqlTables.BARS,
                tables -> tables.bars(symbol, timeframe, SqlTables.nanos(from), SqlTables.nanos(to)));
    }

    /// All trades of a symbol.
    public static ResultSet ticks(Connection connection, String symbol) throws SQLException {
        return read(connection, SqlTables.TICKS, tables -> tables.ticks(symbol, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    /// The trades of a symbol from a time on, up to another.
    public static ResultSet ticks(Connection connection, String symbol, String from, String to) throws SQLException {
        return read(
                connection,
                SqlTables.TICKS,
                tables -> tables.ticks(symbol, SqlTables.nanos(from), SqlTables.nanos(to)));
    }

    /// All quotes of a symbol.
    public static ResultSet quotes(Connection connection, String symbol) throws SQLException {
        return read(connection, SqlTables.QUOTES, tables -> tables.quotes(symbol, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    /// The quotes of a symbol from a time on, up to another.
    public static ResultSet quotes(Connection connection, String symbol, String from, String to) throws SQLException {
        return read(
                connection,
                SqlTables.QUOTES,
                tables -> tables.quotes(symbol, SqlTables.nanos(from), SqlTables.nanos(to)));
    }

    /// All series of bars.
    public static ResultSet series(Connection connection) throws SQLException {
        return read(connection, SqlTables.SERIES, SqlTables::series);
    }

    /// All series of ticks.
    public static ResultSet tickSeries(Connection connection) throws SQLException {
        return read(connection, SqlTables.TICK_SERIES, SqlTables::tickSeries);
    }

    /// All runs.
    public static ResultSet runs(Connection connection) throws SQLException {
        return read(connection, SqlTables.RUNS, SqlTables::runs);
    }

    /// The trades of all runs.
    public static ResultSet trades(Connection connection) throws SQLException {
        return read(connection, SqlTables.TRADES, tables -> tables.trades(null));
    }

    /// The trades of a run.
    public static ResultSet trades(Connection connection, String run) throws SQLException {
        return read(connection, SqlTables.TRADES, tables -> tables.trades(run));
    }

    /// All trials.
    public static ResultSet trials(Connection connection) throws SQLException {
        return read(connection, SqlTables.TRIALS, SqlTables::trials);
    }
}
