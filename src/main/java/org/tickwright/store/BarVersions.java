package org.tickwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;
import org.tickwright.market.MendPlan;
import org.tickwright.market.Provenance;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;

/// The rows of the versions of series of bars.
final class BarVersions {
    private static final String VERSIONS = """
        select s.id, s.symbol, s.timeframe, v.version, v.bars, v.first_time, v.last_time, v.zone, v.content_hash,
               v.simulated, v.source, v.raw, v.mends, v.created,
               v.version = coalesce(s.used, (select max(w.version) from series_version w where w.series_id = s.id))
                   as in_use
        from series s join series_version v on v.series_id = s.id
        """;
    private static final String USED = VERSIONS + """
        where v.version = coalesce(s.used, (select max(w.version) from series_version w where w.series_id = s.id))
        """;
    private static final String OF_KEY = " s.symbol = ? and s.timeframe = ?";

    private BarVersions() {}

    /// A row of the versions; `hash` is null while the live tail has not been hashed.
    record Version(
            long id,
            SeriesKey key,
            int version,
            int bars,
            long first,
            long last,
            ZoneId zone,
            @Nullable String hash,
            Provenance provenance,
            long created,
            boolean used) {
        SeriesInfo info(String contentHash) {
            return new SeriesInfo(
                    key, version, bars, first, last, zone, contentHash, provenance.simulated(), provenance.source());
        }
    }

    /// The versions in use of all series.
    static List<Version> used(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(USED)) {
            return versions(select);
        }
    }

    /// The version in use.
    static Optional<Version> used(Connection connection, SeriesKey key) throws SQLException {
        return of(connection, USED + " and" + OF_KEY, key).stream().findFirst();
    }

    /// All versions, the first one first.
    static List<Version> all(Connection connection, SeriesKey key) throws SQLException {
        return of(connection, VERSIONS + " where" + OF_KEY + " order by v.version", key);
    }

    /// The version of a number.
    static Optional<Version> numbered(Connection connection, SeriesKey key, int number) throws SQLException {
        return of(connection, VERSIONS + " where v.version = " + number + " and" + OF_KEY, key).stream()
                .findFirst();
    }

    private static List<Version> of(Connection connection, String sql, SeriesKey key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, key.symbol());
            select.setString(2, key.timeframe().toString());
            return versions(select);
        }
    }

    private static List<Version> versions(PreparedStatement select) throws SQLException {
        List<Version> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(version(rows));
            }
        }
        return found;
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getLong("id"),
                new SeriesKey(row.getString("symbol"), Timeframe.parse(row.getString("timeframe"))),
                row.getInt("version"),
                row.getInt("bars"),
                row.getLong("first_time"),
                row.getLong("last_time"),
                ZoneId.of(row.getString("zone")),
                row.getString("content_hash"),
                new Provenance(
                        row.getString("source"),
                        row.getBoolean("simulated"),
                        row.getString("raw"),
                        MendPlan.parse(row.getString("mends"))),
                VersionRows.nanos(row.getObject("created", OffsetDateTime.class)),
                row.getBoolean("in_use"));
    }

    /// Adds a version without bars.
    static void insert(Connection connection, Version version) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
            insert into series_version (series_id, version, bars, first_time, last_time, zone, content_hash,
                                        simulated, source, raw, mends, created)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, current_timestamp)
            """)) {
            insert.setLong(1, version.id());
            insert.setInt(2, version.version());
            insert.setInt(3, version.bars());
            insert.setLong(4, version.first());
            insert.setLong(5, version.last());
            insert.setString(6, version.zone().getId());
            insert.setString(7, version.hash());
            Provenance provenance = version.provenance();
            insert.setBoolean(8, provenance.simulated());
            insert.setString(9, provenance.source());
            insert.setString(10, provenance.raw());
            insert.setString(11, provenance.mends().toString());
            insert.executeUpdate();
        }
    }

    /// Notes what a version holds by now; its hash is not known until somebody asks.
    static void update(Connection connection, Version version, Bars appended) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update series_version set bars = ?, last_time = ?, content_hash = null"
                        + " where series_id = ? and version = ?")) {
            update.setInt(1, Math.addExact(version.bars(), appended.size()));
            update.setLong(2, appended.time(appended.size() - 1));
            update.setLong(3, version.id());
            update.setInt(4, version.version());
            update.executeUpdate();
        }
    }
}
