package org.tickwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.TickInfo;
import org.tickwright.market.TickKey;
import org.tickwright.market.TickOrigin;
import org.tickwright.market.TickVersion;

/// The rows of series of ticks and of their versions.
final class TickVersions {
    private static final String ALL = """
        select s.id, s.symbol, s.kind, v.version, v.ticks, v.chunks, v.full_chunks, v.blocks, v.first_time,
               v.last_time, v.sided, v.zone, v.content_hash, v.simulated, v.source, v.raw, v.created,
               v.version = coalesce(s.used, (select max(w.version) from tick_version w where w.series_id = s.id))
                   as in_use
        from tick_series s join tick_version v on v.series_id = s.id
        """;
    private static final String USED = ALL + """
        where v.version = coalesce(s.used, (select max(w.version) from tick_version w where w.series_id = s.id))
        """;
    private static final String OF_KEY = " s.symbol = ? and s.kind = ?";

    private TickVersions() {}

    /// One version: what is known of it, and how its chunks lie.
    record Row(long id, TickInfo info, int chunks, int full, String blocks, boolean sided, long created, boolean used) {
        TickVersion version() {
            return new TickVersion(info, created, used);
        }

        /// Of a series of which nothing is stored yet.
        static Row first(long id, TickInfo info, boolean sided) {
            return new Row(id, info, 0, 0, "", sided, 0, true);
        }

        /// With more in it.
        Row grown(TickInfo now, int chunksNow, int fullNow, String blocksNow) {
            return new Row(id, now, chunksNow, fullNow, blocksNow, sided, created, used);
        }
    }

    /// The versions in use of all series.
    static List<Row> used(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(USED)) {
            return rows(select);
        }
    }

    /// The version in use.
    static Optional<Row> used(Connection connection, TickKey key) throws SQLException {
        return of(connection, USED + " and" + OF_KEY, key).stream().findFirst();
    }

    /// All versions, the first one first.
    static List<Row> all(Connection connection, TickKey key) throws SQLException {
        return of(connection, ALL + " where" + OF_KEY + " order by v.version", key);
    }

    /// The version of a number.
    static Optional<Row> numbered(Connection connection, TickKey key, int number) throws SQLException {
        return of(connection, ALL + " where v.version = " + number + " and" + OF_KEY, key).stream()
                .findFirst();
    }

    private static List<Row> of(Connection connection, String sql, TickKey key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, key.symbol());
            select.setString(2, key.kind().toString());
            return rows(select);
        }
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(row(rows));
            }
        }
        return found;
    }

    private static Row row(ResultSet row) throws SQLException {
        TickKey.Kind kind = TickKey.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        TickOrigin origin = new TickOrigin(
                ZoneId.of(row.getString("zone")),
                row.getString("source"),
                row.getBoolean("simulated"),
                row.getString("raw"));
        TickInfo info = new TickInfo(
                new TickKey(row.getString("symbol"), kind),
                row.getInt("version"),
                row.getLong("ticks"),
                row.getLong("first_time"),
                row.getLong("last_time"),
                row.getString("content_hash"),
                origin);
        return new Row(
                row.getLong("id"),
                info,
                row.getInt("chunks"),
                row.getInt("full_chunks"),
                row.getString("blocks"),
                row.getBoolean("sided"),
                VersionRows.nanos(row.getObject("created", OffsetDateTime.class)),
                row.getBoolean("in_use"));
    }

    /// Adds a series; returns its id.
    static long insertSeries(Connection connection, TickKey key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into tick_series (symbol, kind) values (?, ?)", Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, key.symbol());
            insert.setString(2, key.kind().toString());
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
                "select coalesce(max(version), 0) + 1 from tick_version where series_id = ?")) {
            select.setLong(1, series);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /// Says which version is read; null for the newest.
    static void use(Connection connection, long series, @Nullable Integer version) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update tick_series set used = ? where id = ?")) {
            update.setObject(1, version, Types.INTEGER);
            update.setLong(2, series);
            update.executeUpdate();
        }
    }

    /// Notes which file a version came from, where none was kept yet.
    static void noteRaw(Connection connection, Row version, @Nullable String raw) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update tick_version set raw = ? where series_id = ? and version = ? and raw is null")) {
            update.setString(1, raw);
            update.setLong(2, version.id());
            update.setInt(3, version.info().version());
            update.executeUpdate();
        }
    }

    /// Removes a version with its ticks.
    static boolean remove(Connection connection, Row version) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from tick_version where series_id = ? and version = ?")) {
            delete.setLong(1, version.id());
            delete.setInt(2, version.info().version());
            return delete.executeUpdate() > 0;
        }
    }

    /// Adds a version without ticks.
    static void insert(Connection connection, Row version) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
            insert into tick_version (series_id, version, ticks, chunks, full_chunks, blocks, first_time, last_time,
                                      sided, zone, content_hash, simulated, source, raw, created)
            values (?, ?, 0, 0, 0, '', ?, ?, ?, ?, ?, ?, ?, ?, current_timestamp)
            """)) {
            TickInfo info = version.info();
            insert.setLong(1, version.id());
            insert.setInt(2, info.version());
            insert.setLong(3, info.from());
            insert.setLong(4, info.to());
            insert.setBoolean(5, version.sided());
            insert.setString(6, info.origin().zone().getId());
            insert.setString(7, info.contentHash());
            insert.setBoolean(8, info.origin().simulated());
            insert.setString(9, info.origin().source());
            insert.setString(10, info.origin().raw());
            insert.executeUpdate();
        }
    }

    /// Notes what a version holds by now.
    static void update(Connection connection, Row version) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update tick_version set ticks = ?, chunks = ?,"
                + " full_chunks = ?, blocks = ?, last_time = ?, content_hash = ? where series_id = ? and version"
                + " = ?")) {
            TickInfo info = version.info();
            update.setLong(1, info.ticks());
            update.setInt(2, version.chunks());
            update.setInt(3, version.full());
            update.setString(4, version.blocks());
            update.setLong(5, info.to());
            update.setString(6, info.contentHash());
            update.setLong(7, version.id());
            update.setInt(8, info.version());
            update.executeUpdate();
        }
    }
}
