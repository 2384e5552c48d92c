package org.tickwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.tickwright.market.Bars;
import org.tickwright.market.DerivedBars;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;

/// Derived series in chunks of their own. What is damaged counts as not there; a store that is only looked at keeps
/// nothing.
final class JdbcDerivedBars implements DerivedBars {
    private final Database database;

    JdbcDerivedBars(Database database) {
        this.database = database;
    }

    private record Head(long id, ZoneId zone, int bars, String hash) {}

    @Override
    public Optional<Bars> find(String source, Timeframe timeframe) throws StoreException {
        return database.read("look for bars of " + timeframe, connection -> {
            Optional<Head> head = head(connection, source, timeframe);
            return head.isEmpty() ? Optional.empty() : bars(connection, head.get(), timeframe);
        });
    }

    private static Optional<Head> head(Connection connection, String source, Timeframe timeframe) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select id, zone, bars, content_hash from derived where source = ? and timeframe = ?")) {
            select.setString(1, source);
            select.setString(2, timeframe.toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Head(row.getLong(1), ZoneId.of(row.getString(2)), row.getInt(3), row.getString(4)))
                        : Optional.empty();
            }
        }
    }

    private static Optional<Bars> bars(Connection connection, Head head, Timeframe timeframe) throws SQLException {
        Bars bars = new Bars(timeframe, head.zone(), head.bars());
        try (PreparedStatement select = connection.prepareStatement(
                "select bars, checksum, payload from derived_chunk where derived_id = ? order by sequence")) {
            select.setLong(1, head.id());
            try (ResultSet row = select.executeQuery()) {
                ChunkColumns columns = new ChunkColumns();
                while (row.next()) {
                    new BarChunk(row.getInt(1), row.getLong(2), row.getBytes(3)).unpack(bars, columns);
                }
            }
        } catch (DataFormatException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return bars.contentHash().equals(head.hash()) ? Optional.of(bars) : Optional.empty();
    }

    @Override
    public void keep(String source, String symbol, Bars bars) throws StoreException {
        if (database.readOnly() || bars.size() == 0 || !bars.timeframe().timed()) {
            return;
        }
        database.write("keep bars that were made", connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from derived where timeframe = ? and (symbol = ? or source = ?)")) {
                delete.setString(1, bars.timeframe().toString());
                delete.setString(2, symbol);
                delete.setString(3, source);
                delete.executeUpdate();
            }
            chunks(connection, insert(connection, source, symbol, bars), bars);
            return bars.size();
        });
    }

    private static long insert(Connection connection, String source, String symbol, Bars bars) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into derived (source, symbol, timeframe, zone, bars, content_hash) values (?, ?, ?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, source);
            insert.setString(2, symbol);
            insert.setString(3, bars.timeframe().toString());
            insert.setString(4, bars.zone().getId());
            insert.setInt(5, bars.size());
            insert.setString(6, bars.contentHash());
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static void chunks(Connection connection, long id, Bars bars) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into derived_chunk (derived_id, sequence, bars, checksum, payload) values (?, ?, ?, ?, ?)")) {
            for (int from = 0; from < bars.size(); from += BarChunk.LARGEST) {
                BarChunk chunk = BarChunk.pack(bars, from, Math.min(from + BarChunk.LARGEST, bars.size()));
                insert.setLong(1, id);
                insert.setInt(2, from / BarChunk.LARGEST);
                insert.setInt(3, chunk.bars());
                insert.setLong(4, chunk.checksum());
                insert.setBytes(5, chunk.payload());
                insert.executeUpdate();
            }
        }
    }

    /// Drops what was made of the series of a symbol, within the transaction that changes one.
    static void drop(Connection connection, String symbol) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from derived where symbol = ?")) {
            delete.setString(1, symbol);
            delete.executeUpdate();
        }
    }
}
