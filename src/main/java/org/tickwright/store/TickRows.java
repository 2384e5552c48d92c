package org.tickwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;

/// The chunks of one version of a series of ticks. Chunks are numbered from 0 without a gap.
record TickRows(Connection connection, long series, int version) {
    private static final int BATCH = 64;

    /// Writes rows as chunks from a number on; returns the number behind the last.
    int insert(TickColumns rows, int firstSequence) throws SQLException {
        int sequence = firstSequence;
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into tick_chunk (series_id, version, sequence, ticks, first_time, checksum, payload)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")) {
            for (int from = 0; from < rows.rows(); from += TickChunk.LARGEST) {
                TickChunk chunk = TickChunk.pack(rows, from, Math.min(from + TickChunk.LARGEST, rows.rows()));
                insert.setLong(1, series);
                insert.setInt(2, version);
                insert.setInt(3, sequence++);
                insert.setInt(4, chunk.ticks());
                insert.setLong(5, chunk.first());
                insert.setLong(6, chunk.checksum());
                insert.setBytes(7, chunk.payload());
                insert.addBatch();
                if ((sequence - firstSequence) % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        return sequence;
    }

    void deleteFrom(int sequence) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from tick_chunk where series_id = ? and version = ? and sequence >= ?")) {
            delete.setLong(1, series);
            delete.setInt(2, version);
            delete.setInt(3, sequence);
            delete.executeUpdate();
        }
    }

    /// The chunks `from` (inclusive) to `to` (exclusive), by number.
    TickColumns read(int from, int to, int width, boolean signed) throws SQLException, DataFormatException {
        List<TickChunk> chunks = new ArrayList<>(Math.max(to - from, 0));
        long ticks = 0;
        try (PreparedStatement select = connection.prepareStatement(
                "select ticks, first_time, checksum, payload from tick_chunk where series_id = ? and version = ?"
                        + " and sequence >= ? and sequence < ? order by sequence")) {
            select.setLong(1, series);
            select.setInt(2, version);
            select.setInt(3, from);
            select.setInt(4, to);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    chunks.add(new TickChunk(row.getInt(1), row.getLong(2), row.getLong(3), row.getBytes(4)));
                    ticks += row.getInt(1);
                }
            }
        }
        if (chunks.size() != Math.max(to - from, 0)) {
            throw new DataFormatException(chunks.size() + " chunks where " + (to - from) + " were saved");
        }
        TickColumns rows = TickColumns.room(Math.toIntExact(ticks), width, signed);
        int at = 0;
        for (TickChunk chunk : chunks) {
            chunk.unpack(rows, at);
            at += chunk.ticks();
        }
        return rows;
    }

    /// The first chunk of `chunks` whose first tick lies at or after a time.
    int chunkAtOrAfter(long nanos, int chunks) throws SQLException {
        int low = 0;
        int high = chunks;
        try (PreparedStatement select = connection.prepareStatement(
                "select first_time from tick_chunk where series_id = ? and version = ? and sequence = ?")) {
            select.setLong(1, series);
            select.setInt(2, version);
            while (low < high) {
                int middle = (low + high) >>> 1;
                select.setInt(3, middle);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next() && row.getLong(1) < nanos) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
            }
        }
        return low;
    }
}
