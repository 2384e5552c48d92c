package org.tickwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.SeriesKey;

/// The rows of series and of the numbers of their versions.
final class VersionRows {
    private VersionRows() {}

    /// Adds a series; returns its id.
    static long insertSeries(Connection connection, SeriesKey key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into series (symbol, timeframe) values (?, ?)", Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, key.symbol());
            insert.setString(2, key.timeframe().toString());
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /// The number of the next version.
    static int next(Connection connection, long series) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select coalesce(max(version), 0) + 1 from series_version where series_id = ?")) {
            select.setLong(1, series);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /// Says which version is read; null for the newest.
    static void use(Connection connection, long series, @Nullable Integer version) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update series set used = ? where id = ?")) {
            update.setObject(1, version, Types.INTEGER);
            update.setLong(2, series);
            update.executeUpdate();
        }
    }

    /// Notes which file a version came from, where none was kept yet.
    static void noteRaw(Connection connection, long series, int version, @Nullable String raw) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update series_version set raw = ? where series_id = ? and version = ? and raw is null")) {
            update.setString(1, raw);
            update.setLong(2, series);
            update.setInt(3, version);
            update.executeUpdate();
        }
    }

    /// Removes a version with its bars.
    static boolean remove(Connection connection, long series, int version) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from series_version where series_id = ? and version = ?")) {
            delete.setLong(1, series);
            delete.setInt(2, version);
            return delete.executeUpdate() > 0;
        }
    }

    /// Nanoseconds UTC.
    static long nanos(OffsetDateTime time) {
        return Math.addExact(Math.multiplyExact(time.toEpochSecond(), 1_000_000_000L), time.getNano());
    }
}
