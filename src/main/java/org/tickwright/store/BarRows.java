package org.tickwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import org.tickwright.kernel.ContentHash;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;

/// The rows of one version of a series of bars: chunks, numbered from 0 without a gap, and behind them the tail, bar by
/// bar until it fills a chunk.
record BarRows(Connection connection, long series, int version) {
    private static final int BATCH = 64;
    private static final String OF_THIS = " where series_id = ? and version = ?";

    /// Writes the bars `from` (inclusive) to `to` (exclusive) as chunks from a number on.
    void insert(Bars bars, int from, int to, int firstSequence) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into bar_chunk (series_id, version, sequence, bars, checksum, payload)"
                        + " values (?, ?, ?, ?, ?, ?)")) {
            int sequence = firstSequence;
            for (int start = from; start < to; start += BarChunk.LARGEST) {
                BarChunk chunk = BarChunk.pack(bars, start, Math.min(start + BarChunk.LARGEST, to));
                insert.setLong(1, series);
                insert.setInt(2, version);
                insert.setInt(3, sequence++);
                insert.setInt(4, chunk.bars());
                insert.setLong(5, chunk.checksum());
                insert.setBytes(6, chunk.payload());
                insert.addBatch();
                if ((sequence - firstSequence) % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /// Adds bars behind the last: to the tail, or as chunks with what is in the tail once these fill one.
    void append(Bars more) throws SQLException {
        Bars tail = new Bars(more.timeframe(), more.zone(), 16);
        readTail(tail);
        if (tail.size() + more.size() < BarChunk.LARGEST) {
            insertTail(more, 0);
            return;
        }
        tail.append(more.times(), more.columns(), more.size());
        int full = tail.size() - tail.size() % BarChunk.LARGEST;
        insert(tail, 0, full, chunks());
        try (PreparedStatement delete = of("delete from bar_tail" + OF_THIS)) {
            delete.executeUpdate();
        }
        insertTail(tail, full);
    }

    private PreparedStatement of(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setLong(1, series);
        statement.setInt(2, version);
        return statement;
    }

    private void insertTail(Bars bars, int from) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
            insert into bar_tail (series_id, version, opened, price_open, price_high, price_low, price_close, volume)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
            for (int i = from; i < bars.size(); i++) {
                insert.setLong(1, series);
                insert.setInt(2, version);
                insert.setLong(3, bars.time(i));
                insert.setDouble(4, bars.open(i));
                insert.setDouble(5, bars.high(i));
                insert.setDouble(6, bars.low(i));
                insert.setDouble(7, bars.close(i));
                insert.setDouble(8, bars.volume(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// How many chunks there are.
    int chunks() throws SQLException {
        try (PreparedStatement select = of("select coalesce(max(sequence), -1) + 1 from bar_chunk" + OF_THIS);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /// Reads a few chunks at a time, and keeps none.
    void check(Timeframe timeframe, ZoneId zone) throws SQLException, DataFormatException {
        int chunks = chunks();
        for (int from = 0; from < chunks; from += BATCH) {
            readChunks(new Bars(timeframe, zone, 16), from, from + BATCH);
        }
    }

    /// The [content hash][Bars#contentHash()] of so many bars, read some chunks at a time, once for each column.
    String hash(Timeframe timeframe, ZoneId zone, int bars) throws SQLException, DataFormatException {
        ContentHash hash =
                new ContentHash().add(timeframe.toString()).add(zone.getId()).add(bars);
        int there = parts(timeframe, zone, part -> hash.add(part.times(), part.size()));
        for (Bars.Field field : Bars.Field.values()) {
            parts(timeframe, zone, part -> hash.add(part.column(field), part.size()));
        }
        if (there != bars) {
            throw new DataFormatException(there + " bars where " + bars + " were saved");
        }
        return hash.hex();
    }

    private int parts(Timeframe timeframe, ZoneId zone, Consumer<Bars> each) throws SQLException, DataFormatException {
        int chunks = chunks();
        int bars = 0;
        for (int from = 0; from <= chunks; from += BATCH) {
            Bars part = new Bars(timeframe, zone, BATCH * BarChunk.LARGEST);
            readChunks(part, from, from + BATCH);
            if (from + BATCH > chunks) {
                readTail(part);
            }
            each.accept(part);
            bars += part.size();
        }
        return bars;
    }

    /// Reads all bars.
    void read(Bars into) throws SQLException, DataFormatException {
        readChunks(into, 0, Integer.MAX_VALUE);
        readTail(into);
    }

    /// Reads the chunks and the tail that have bars of a range of time, and with them some bars around it.
    void read(Bars into, long from, long to) throws SQLException, DataFormatException {
        int chunks = chunks();
        int first = Math.max(chunkAtOrAfter(from, chunks) - 1, 0);
        int last = chunkAtOrAfter(to, chunks);
        readChunks(into, first, last);
        if (last == chunks) {
            readTail(into);
        }
    }

    /// The first chunk whose first bar lies at or after a time: found by halves, so that a few chunks are read.
    private int chunkAtOrAfter(long nanos, int chunks) throws SQLException, DataFormatException {
        int low = 0;
        int high = chunks;
        try (PreparedStatement select =
                of("select bars, checksum, payload from bar_chunk" + OF_THIS + " and sequence = ?")) {
            while (low < high) {
                int middle = (low + high) >>> 1;
                select.setInt(3, middle);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        throw new DataFormatException("chunk " + middle + " of " + chunks + " is missing");
                    }
                    if (chunk(row).first() < nanos) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
            }
        }
        return low;
    }

    private static BarChunk chunk(ResultSet row) throws SQLException {
        return new BarChunk(row.getInt(1), row.getLong(2), row.getBytes(3));
    }

    private void readChunks(Bars into, int from, int to) throws SQLException, DataFormatException {
        try (PreparedStatement select = of("select bars, checksum, payload from bar_chunk" + OF_THIS
                + " and sequence >= ? and sequence < ? order by sequence")) {
            select.setInt(3, from);
            select.setInt(4, to);
            try (ResultSet row = select.executeQuery()) {
                ChunkColumns columns = new ChunkColumns();
                while (row.next()) {
                    chunk(row).unpack(into, columns);
                }
            }
        }
    }

    private void readTail(Bars into) throws SQLException {
        try (PreparedStatement select =
                        of("select opened, price_open, price_high, price_low, price_close, volume from bar_tail"
                                + OF_THIS + " order by opened");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                into.append(
                        row.getLong(1),
                        row.getDouble(2),
                        row.getDouble(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        row.getDouble(6));
            }
        }
    }
}
