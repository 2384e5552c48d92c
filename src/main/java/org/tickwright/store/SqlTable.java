package org.tickwright.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import org.h2.tools.SimpleResultSet;
import org.h2.tools.SimpleRowSource;
import org.jspecify.annotations.Nullable;
import org.tickwright.workbench.SqlQueries;

/// A table that a question in SQL may read: its columns, and its rows as they are asked for.
record SqlTable(String name, List<Column> columns) {
    private static final long SECOND = 1_000_000_000L;

    /// A column and its type of [java.sql.Types].
    record Column(String name, int type) {}

    /// A table of columns written `name:type`, where a type is `text`, `int`, `long`, `number`, `time` or `flag`.
    static SqlTable of(String name, String... columns) {
        return new SqlTable(
                name, List.of(columns).stream().map(SqlTable::column).toList());
    }

    private static Column column(String text) {
        String[] parts = text.split(":", 2);
        return new Column(
                parts[0],
                switch (parts[1]) {
                    case "int" -> Types.INTEGER;
                    case "long" -> Types.BIGINT;
                    case "number" -> Types.DOUBLE;
                    case "time" -> Types.TIMESTAMP_WITH_TIMEZONE;
                    case "flag" -> Types.BOOLEAN;
                    default -> Types.VARCHAR;
                });
    }

    /// The table as a person who asks is told of it.
    SqlQueries.Source source(String call, String rows) {
        return new SqlQueries.Source(
                call,
                rows,
                columns.stream()
                        .map(column -> new SqlQueries.Column(column.name(), numeric(column.type())))
                        .toList());
    }

    private static boolean numeric(int type) {
        return type == Types.INTEGER || type == Types.BIGINT || type == Types.DOUBLE;
    }

    /// The columns without rows.
    ResultSet empty() {
        return rows(List.<@Nullable Object[]>of().iterator());
    }

    /// The columns with rows, each of which has a value per column.
    ResultSet rows(Iterator<@Nullable Object[]> rows) {
        SimpleResultSet result = new SimpleResultSet(new SimpleRowSource() {
            // H2 takes null for the end and for an empty cell, which its face does not say.
            @Override
            @SuppressWarnings("NullAway")
            public @Nullable Object @Nullable [] readRow() {
                return rows.hasNext() ? rows.next() : null;
            }

            @Override
            public void close() {}

            @Override
            public void reset() throws SQLException {
                throw new SQLException("The rows are read once");
            }
        });
        for (Column column : columns) {
            boolean time = column.type() == Types.TIMESTAMP_WITH_TIMEZONE;
            result.addColumn(column.name(), column.type(), time ? 35 : 0, time ? 9 : 0);
        }
        return result;
    }

    /// A time of nanoseconds UTC as SQL has it.
    static OffsetDateTime time(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND))
                .atOffset(ZoneOffset.UTC);
    }
}
