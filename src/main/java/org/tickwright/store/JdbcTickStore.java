package org.tickwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickHash;
import org.tickwright.market.TickInfo;
import org.tickwright.market.TickKey;
import org.tickwright.market.TickOrigin;
import org.tickwright.market.TickStore;
import org.tickwright.market.TradeTicks;

/// Ticks as rows of compressed chunks. Full ones are written once; what an append leaves over lies in small ones behind
/// them, which the next appends gather into full ones.
///
/// What a call saved is on disk when it returns. All that is loaded as a whole is checked against its content hash, a
/// range against the checksums of its chunks. Safe for several threads; one writes at a time.
final class JdbcTickStore implements TickStore {
    private static final int TRADE_WIDTH = 2;
    /// So many small chunks are gathered into one.
    private static final int SMALL_CHUNKS = 32;
    private static final int BYTES_OF_A_TRADE = 24;

    private static final String NEWEST = """
        select s.id, s.symbol, s.kind, v.version, v.ticks, v.chunks, v.full_chunks, v.blocks, v.first_time,
               v.last_time, v.sided, v.zone, v.content_hash, v.simulated, v.source
        from tick_series s join tick_version v on v.series_id = s.id
        where v.version = (select max(w.version) from tick_version w where w.series_id = s.id)
        """;

    private final Database database;
    private final Object writing = new Object();

    JdbcTickStore(Database database) {
        this.database = database;
    }

    /// A row of the newest versions.
    private record Version(long id, TickInfo info, int chunks, int full, String blocks, boolean sided) {}

    @Override
    public List<TickInfo> list() throws StoreException {
        return database.read("list the ticks", connection -> {
            List<TickInfo> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(NEWEST);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(version(rows).info());
                }
            }
            found.sort(Comparator.comparing((TickInfo info) -> info.key().symbol())
                    .thenComparing(info -> info.key().kind()));
            return found;
        });
    }

    @Override
    public Optional<TickInfo> find(TickKey key) throws StoreException {
        return database.read(
                "find " + key, connection -> newest(connection, key).map(Version::info));
    }

    @Override
    public TickInfo save(String symbol, TradeTicks trades, TickOrigin origin) throws StoreException {
        TickKey key = TickKey.trades(symbol);
        if (trades.size() == 0) {
            throw new IllegalArgumentException("A series of trades needs at least one");
        }
        String hash = trades.contentHash();
        TickOrigin shortened = shortened(origin);
        synchronized (writing) {
            return database.write("save " + key, connection -> {
                Optional<Version> old = newest(connection, key);
                if (old.isPresent()
                        && hash.equals(old.get().info().contentHash())
                        && shortened.equals(old.get().info().origin())) {
                    return old.get().info();
                }
                long id = old.isPresent() ? old.get().id() : insertSeries(connection, key);
                int number = old.isPresent() ? old.get().info().version() + 1 : 1;
                TickInfo empty = new TickInfo(key, number, 0, trades.time(0), trades.time(0), hash, shortened);
                Version version = new Version(id, empty, 0, 0, "", trades.sided());
                insertVersion(connection, version);
                return add(connection, version, columns(trades, trades.sided())).info();
            });
        }
    }

    private static TickOrigin shortened(TickOrigin origin) {
        String source = origin.source();
        return source.length() > 1000
                ? new TickOrigin(origin.zone(), source.substring(0, 1000), origin.simulated())
                : origin;
    }

    @Override
    public TickInfo append(String symbol, TradeTicks trades) throws StoreException {
        TickKey key = TickKey.trades(symbol);
        synchronized (writing) {
            return database.write("append to " + key, connection -> {
                Version old = newest(connection, key)
                        .orElseThrow(() -> new IllegalArgumentException("There are no " + key + " to append to"));
                if (trades.size() == 0) {
                    return old.info();
                }
                if (trades.time(0) < old.info().to()) {
                    throw new IllegalArgumentException("Trades must not lie before the last one of " + key);
                }
                if (old.sided() && !trades.sided()) {
                    throw new IllegalArgumentException(
                            "All " + key + " in the store tell who sent the order that took the other; these do not");
                }
                return add(connection, old, columns(trades, old.sided())).info();
            });
        }
    }

    private static TickColumns columns(TradeTicks trades, boolean sided) {
        double[] sizes = trades.sizes();
        if (!sided && trades.sided()) {
            sizes = sizes.clone();
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = Math.abs(sizes[i]);
            }
        }
        return new TickColumns(trades.times(), new double[][] {trades.prices(), sizes}, sided);
    }

    /// Adds rows: full chunks where there are enough of them with those left over before, one small chunk otherwise.
    private static Version add(Connection connection, Version old, TickColumns more)
            throws SQLException, StoreException {
        TickRows chunks = new TickRows(connection, old.id(), old.info().version());
        TickColumns rest;
        try {
            rest = chunks.read(old.full(), old.chunks(), TRADE_WIDTH, old.sided())
                    .with(more);
        } catch (DataFormatException e) {
            throw damaged(old, String.valueOf(e.getMessage()), e);
        }
        boolean gather = rest.rows() >= TickChunk.LARGEST || old.chunks() - old.full() >= SMALL_CHUNKS;
        int next;
        if (gather) {
            chunks.deleteFrom(old.full());
            next = chunks.insert(rest, old.full());
        } else {
            next = chunks.insert(more, old.chunks());
        }
        String blocks = old.blocks();
        int from = 0;
        for (; rest.rows() - from >= TickHash.BLOCK; from += TickHash.BLOCK) {
            blocks = TickHash.next(blocks, rest.time(), rest.columns(), from);
        }
        TickInfo before = old.info();
        long ticks = before.ticks() + more.rows();
        String hash = TickHash.of(
                TradeTicks.hashName(old.sided()), ticks, blocks, rest.time(), rest.columns(), from, rest.rows());
        TickInfo info = new TickInfo(
                before.key(),
                before.version(),
                ticks,
                before.from(),
                more.time()[more.rows() - 1],
                hash,
                before.origin());
        Version now = new Version(old.id(), info, next, old.full() + from / TickHash.BLOCK, blocks, old.sided());
        updateVersion(connection, now);
        JdbcDerivedBars.drop(connection, info.key().symbol());
        return now;
    }

    @Override
    public Optional<TradeTicks> trades(String symbol) throws StoreException {
        TickKey key = TickKey.trades(symbol);
        return database.read("load " + key, connection -> {
            Optional<Version> found = newest(connection, key);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Version version = found.get();
            TradeTicks trades = read(connection, version, 0, version.chunks(), Long.MIN_VALUE, Long.MAX_VALUE);
            if (!trades.contentHash().equals(version.info().contentHash())) {
                throw damaged(version, "the content hash is not that of what was saved", null);
            }
            return Optional.of(trades);
        });
    }

    @Override
    public Optional<TradeTicks> trades(String symbol, long from, long to) throws StoreException {
        TickKey key = TickKey.trades(symbol);
        return database.read("load " + key, connection -> {
            Optional<Version> found = newest(connection, key);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Version version = found.get();
            TickRows chunks =
                    new TickRows(connection, version.id(), version.info().version());
            // Trades of the first nanosecond of the range may begin in the chunk before.
            int first = Math.max(chunks.chunkAtOrAfter(from, version.chunks()) - 1, 0);
            int last = Math.max(chunks.chunkAtOrAfter(to, version.chunks()), first);
            return Optional.of(read(connection, version, first, last, from, to));
        });
    }

    private static TradeTicks read(Connection connection, Version version, int first, int last, long from, long to)
            throws SQLException, StoreException {
        long bytes = (long) (last - first) * TickChunk.LARGEST * BYTES_OF_A_TRADE;
        if (bytes > Runtime.getRuntime().maxMemory() / 2) {
            throw new StoreException(
                    "So many " + version.info().key() + " (" + version.info().ticks()
                            + ") do not fit into the memory of this program. Ask for a shorter range of time.",
                    false);
        }
        try {
            TickRows chunks =
                    new TickRows(connection, version.id(), version.info().version());
            TickColumns rows = chunks.read(first, last, TRADE_WIDTH, version.sided());
            int start = rows.indexAtOrAfter(from);
            int end = to == Long.MAX_VALUE ? rows.rows() : Math.max(rows.indexAtOrAfter(to), start);
            TickColumns wanted = rows.slice(start, end);
            return TradeTicks.of(wanted.time(), wanted.columns()[0], wanted.columns()[1], version.sided());
        } catch (DataFormatException | IllegalArgumentException e) {
            throw damaged(version, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public boolean delete(TickKey key) throws StoreException {
        synchronized (writing) {
            return database.write("delete " + key, connection -> {
                JdbcDerivedBars.drop(connection, key.symbol());
                try (PreparedStatement delete =
                        connection.prepareStatement("delete from tick_series where symbol = ? and kind = ?")) {
                    delete.setString(1, key.symbol());
                    delete.setString(2, key.kind().toString());
                    return delete.executeUpdate() > 0;
                }
            });
        }
    }

    /// Reads the newest version, some blocks at a time, and throws where it is not as it was saved.
    void check(TickKey key) throws StoreException {
        database.read("check " + key, connection -> {
            Optional<Version> found = newest(connection, key);
            if (found.isPresent()) {
                check(connection, found.get());
            }
            return key;
        });
    }

    private static void check(Connection connection, Version version) throws SQLException, StoreException {
        TickRows chunks = new TickRows(connection, version.id(), version.info().version());
        try {
            String blocks = "";
            for (int at = 0; at < version.full(); at++) {
                TickColumns block = chunks.read(at, at + 1, TRADE_WIDTH, version.sided());
                if (block.rows() != TickHash.BLOCK) {
                    throw damaged(version, "chunk " + at + " has " + block.rows() + " ticks", null);
                }
                blocks = TickHash.next(blocks, block.time(), block.columns(), 0);
            }
            TickColumns rest = chunks.read(version.full(), version.chunks(), TRADE_WIDTH, version.sided());
            String hash = TickHash.of(
                    TradeTicks.hashName(version.sided()),
                    version.info().ticks(),
                    blocks,
                    rest.time(),
                    rest.columns(),
                    0,
                    rest.rows());
            if (!hash.equals(version.info().contentHash())) {
                throw damaged(version, "the content hash is not that of what was saved", null);
            }
        } catch (DataFormatException e) {
            throw damaged(version, String.valueOf(e.getMessage()), e);
        }
    }

    private static Optional<Version> newest(Connection connection, TickKey key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST + " and s.symbol = ? and s.kind = ?")) {
            select.setString(1, key.symbol());
            select.setString(2, key.kind().toString());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(version(rows)) : Optional.empty();
            }
        }
    }

    private static Version version(ResultSet row) throws SQLException {
        TickKey.Kind kind = TickKey.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        TickInfo info = new TickInfo(
                new TickKey(row.getString("symbol"), kind),
                row.getInt("version"),
                row.getLong("ticks"),
                row.getLong("first_time"),
                row.getLong("last_time"),
                row.getString("content_hash"),
                new TickOrigin(ZoneId.of(row.getString("zone")), row.getString("source"), row.getBoolean("simulated")));
        return new Version(
                row.getLong("id"),
                info,
                row.getInt("chunks"),
                row.getInt("full_chunks"),
                row.getString("blocks"),
                row.getBoolean("sided"));
    }

    private static long insertSeries(Connection connection, TickKey key) throws SQLException {
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

    private static void insertVersion(Connection connection, Version version) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
            insert into tick_version (series_id, version, ticks, chunks, full_chunks, blocks, first_time, last_time,
                                      sided, zone, content_hash, simulated, source, created)
            values (?, ?, 0, 0, 0, '', ?, ?, ?, ?, ?, ?, ?, current_timestamp)
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
            insert.executeUpdate();
        }
    }

    private static void updateVersion(Connection connection, Version version) throws SQLException {
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

    private static StoreException damaged(Version version, String what, @Nullable Exception cause) {
        String message = "The stored " + version.info().key() + " are damaged (" + what
                + "). Nothing was run on them; delete them and import them again from "
                + version.info().origin().source() + ".";
        return cause == null ? new StoreException(message, false) : new StoreException(message, false, cause);
    }
}
