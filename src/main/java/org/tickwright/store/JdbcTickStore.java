package org.tickwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.QuoteTicks;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickHash;
import org.tickwright.market.TickInfo;
import org.tickwright.market.TickKey;
import org.tickwright.market.TickOrigin;
import org.tickwright.market.TickStore;
import org.tickwright.market.TickVersion;
import org.tickwright.market.TradeTicks;
import org.tickwright.store.TickVersions.Row;

/// Ticks as rows of compressed chunks. Full ones are written once; what an append leaves over lies in small ones behind
/// them, which the next appends gather into full ones.
///
/// What a call saved is on disk when it returns. All that is loaded as a whole is checked against its content hash, a
/// range against the checksums of its chunks. Safe for several threads; one writes at a time.
final class JdbcTickStore implements TickStore {
    /// So many small chunks are gathered into one.
    private static final int SMALL_CHUNKS = 32;

    private final Database database;
    private final Object writing = new Object();

    JdbcTickStore(Database database) {
        this.database = database;
    }

    @Override
    public List<TickInfo> list() throws StoreException {
        return database.read(
                "list the ticks",
                connection -> TickVersions.used(connection).stream()
                        .map(Row::info)
                        .sorted(Comparator.comparing(
                                        (TickInfo info) -> info.key().symbol())
                                .thenComparing(info -> info.key().kind()))
                        .toList());
    }

    @Override
    public Optional<TickInfo> find(TickKey key) throws StoreException {
        return database.read(
                "find " + key, connection -> TickVersions.used(connection, key).map(Row::info));
    }

    @Override
    public List<TickVersion> versions(TickKey key) throws StoreException {
        return database.read(
                "list the versions of " + key,
                connection -> TickVersions.all(connection, key).stream()
                        .map(Row::version)
                        .toList());
    }

    @Override
    public TickInfo save(String symbol, TradeTicks trades, TickOrigin origin) throws StoreException {
        return save(TickKey.trades(symbol), TickColumns.of(trades, trades.sided()), trades.contentHash(), origin);
    }

    @Override
    public TickInfo save(String symbol, QuoteTicks quotes, TickOrigin origin) throws StoreException {
        return save(TickKey.quotes(symbol), TickColumns.of(quotes), quotes.contentHash(), origin);
    }

    private TickInfo save(TickKey key, TickColumns ticks, String hash, TickOrigin origin) throws StoreException {
        if (ticks.rows() == 0) {
            throw new IllegalArgumentException("A series of " + key.kind() + " needs at least one");
        }
        synchronized (writing) {
            return database.write("save " + key, connection -> {
                Optional<Row> old = TickVersions.used(connection, key);
                if (old.isPresent()
                        && hash.equals(old.get().info().contentHash())
                        && origin.sameAs(old.get().info().origin())) {
                    TickVersions.noteRaw(connection, old.get(), origin.raw());
                    return old.get().info();
                }
                long id = old.isPresent() ? old.get().id() : TickVersions.insertSeries(connection, key);
                int number = TickVersions.next(connection, id);
                TickInfo empty = new TickInfo(key, number, 0, ticks.time()[0], ticks.time()[0], hash, origin);
                Row version = Row.first(id, empty, ticks.signed());
                TickVersions.insert(connection, version);
                TickVersions.use(connection, id, null);
                return add(connection, version, ticks).info();
            });
        }
    }

    @Override
    public TickInfo append(String symbol, TradeTicks trades) throws StoreException {
        return append(TickKey.trades(symbol), trades.times(), old -> {
            if (old.sided() && !trades.sided()) {
                throw new IllegalArgumentException("All " + old.info().key()
                        + " in the store tell who sent the order that took the other; these do not");
            }
            return TickColumns.of(trades, old.sided());
        });
    }

    @Override
    public TickInfo append(String symbol, QuoteTicks quotes) throws StoreException {
        return append(TickKey.quotes(symbol), quotes.times(), old -> TickColumns.of(quotes));
    }

    /// What is appended, as columns that fit what is there.
    @FunctionalInterface
    private interface More {
        TickColumns fitting(Row old);
    }

    private TickInfo append(TickKey key, long[] times, More more) throws StoreException {
        synchronized (writing) {
            return database.write("append to " + key, connection -> {
                Row old = TickVersions.used(connection, key)
                        .orElseThrow(() -> new IllegalArgumentException("There are no " + key + " to append to"));
                if (times.length == 0) {
                    return old.info();
                }
                if (times[0] < old.info().to()) {
                    throw new IllegalArgumentException("Ticks must not lie before the last one of " + key);
                }
                return add(connection, old, more.fitting(old)).info();
            });
        }
    }

    /// Adds rows: full chunks where there are enough of them with those left over before, one small chunk otherwise.
    private static Row add(Connection connection, Row old, TickColumns more) throws SQLException, StoreException {
        TickInfo before = old.info();
        TickKey.Kind kind = before.key().kind();
        TickRows chunks = new TickRows(connection, old.id(), before.version());
        TickColumns rest;
        try {
            rest = chunks.read(old.full(), old.chunks(), TickColumns.width(kind), old.sided())
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
        long ticks = before.ticks() + more.rows();
        String name = TickColumns.hashName(kind, old.sided());
        String hash = TickHash.of(name, ticks, blocks, rest.time(), rest.columns(), from, rest.rows());
        long last = more.time()[more.rows() - 1];
        TickInfo info = new TickInfo(before.key(), before.version(), ticks, before.from(), last, hash, before.origin());
        Row now = old.grown(info, next, old.full() + from / TickHash.BLOCK, blocks);
        TickVersions.update(connection, now);
        JdbcDerivedBars.drop(connection, info.key().symbol());
        return now;
    }

    @Override
    public Optional<TradeTicks> trades(String symbol) throws StoreException {
        return load(TickKey.trades(symbol), TickColumns::trades);
    }

    @Override
    public Optional<QuoteTicks> quotes(String symbol) throws StoreException {
        return load(TickKey.quotes(symbol), TickColumns::quotes);
    }

    @Override
    public Optional<TradeTicks> trades(String symbol, long from, long to) throws StoreException {
        return load(TickKey.trades(symbol), from, to, TickColumns::trades);
    }

    @Override
    public Optional<QuoteTicks> quotes(String symbol, long from, long to) throws StoreException {
        return load(TickKey.quotes(symbol), from, to, TickColumns::quotes);
    }

    /// Makes ticks of rows, or throws an [IllegalArgumentException].
    @FunctionalInterface
    private interface Made<T> {
        T of(TickColumns rows);
    }

    private <T> Optional<T> load(TickKey key, Made<T> made) throws StoreException {
        return database.read("load " + key, connection -> {
            Optional<Row> found = TickVersions.used(connection, key);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Row version = found.get();
            TickColumns rows = read(connection, version, 0, version.chunks());
            String name = TickColumns.hashName(key.kind(), version.sided());
            if (!TickHash.of(name, rows.time(), rows.columns())
                    .equals(version.info().contentHash())) {
                throw damaged(version, "the content hash is not that of what was saved", null);
            }
            return Optional.of(made(version, rows, made));
        });
    }

    private <T> Optional<T> load(TickKey key, long from, long to, Made<T> made) throws StoreException {
        return database.read("load " + key, connection -> {
            Optional<Row> found = TickVersions.used(connection, key);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Row version = found.get();
            TickRows chunks =
                    new TickRows(connection, version.id(), version.info().version());
            // Ticks of the first nanosecond of the range may begin in the chunk before.
            int first = Math.max(chunks.chunkAtOrAfter(from, version.chunks()) - 1, 0);
            int last = Math.max(chunks.chunkAtOrAfter(to, version.chunks()), first);
            TickColumns rows = read(connection, version, first, last);
            int start = rows.indexAtOrAfter(from);
            int end = to == Long.MAX_VALUE ? rows.rows() : Math.max(rows.indexAtOrAfter(to), start);
            return Optional.of(made(version, rows.slice(start, end), made));
        });
    }

    private static <T> T made(Row version, TickColumns rows, Made<T> made) throws StoreException {
        try {
            return made.of(rows);
        } catch (IllegalArgumentException e) {
            throw damaged(version, String.valueOf(e.getMessage()), e);
        }
    }

    private static TickColumns read(Connection connection, Row version, int first, int last)
            throws SQLException, StoreException {
        int width = TickColumns.width(version.info().key().kind());
        long bytes = (long) (last - first) * TickChunk.LARGEST * (width + 1) * Long.BYTES;
        if (bytes > Runtime.getRuntime().maxMemory() / 2) {
            throw new StoreException(
                    "So many " + version.info().key() + " (" + version.info().ticks()
                            + ") do not fit into the memory of this program. Ask for a shorter range of time.",
                    false);
        }
        try {
            return new TickRows(connection, version.id(), version.info().version())
                    .read(first, last, width, version.sided());
        } catch (DataFormatException e) {
            throw damaged(version, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public TickInfo use(TickKey key, int version) throws StoreException {
        synchronized (writing) {
            return database.write("use version " + version + " of " + key, connection -> {
                Row found = TickVersions.numbered(connection, key, version)
                        .orElseThrow(
                                () -> new IllegalArgumentException("There is no version " + version + " of " + key));
                TickVersions.use(connection, found.id(), version);
                JdbcDerivedBars.drop(connection, key.symbol());
                return found.info();
            });
        }
    }

    @Override
    public boolean remove(TickKey key, int version) throws StoreException {
        synchronized (writing) {
            return database.write("remove version " + version + " of " + key, connection -> {
                Optional<Row> found = TickVersions.numbered(connection, key, version);
                if (found.isEmpty()) {
                    return false;
                }
                if (found.get().used()) {
                    throw new IllegalArgumentException("Version " + version + " of " + key
                            + " is in use. Use another version first, or delete the series.");
                }
                return TickVersions.remove(connection, found.get());
            });
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

    /// Reads a version, some blocks at a time, and throws where it is not as it was saved.
    void check(TickKey key, int number) throws StoreException {
        database.read("check " + key, connection -> {
            Optional<Row> found = TickVersions.numbered(connection, key, number);
            if (found.isPresent()) {
                check(connection, found.get());
            }
            return key;
        });
    }

    private static void check(Connection connection, Row version) throws SQLException, StoreException {
        TickRows chunks = new TickRows(connection, version.id(), version.info().version());
        TickKey.Kind kind = version.info().key().kind();
        int width = TickColumns.width(kind);
        try {
            String blocks = "";
            for (int at = 0; at < version.full(); at++) {
                TickColumns block = chunks.read(at, at + 1, width, version.sided());
                if (block.rows() != TickHash.BLOCK) {
                    throw damaged(version, "chunk " + at + " has " + block.rows() + " ticks", null);
                }
                blocks = TickHash.next(blocks, block.time(), block.columns(), 0);
            }
            TickColumns rest = chunks.read(version.full(), version.chunks(), width, version.sided());
            String name = TickColumns.hashName(kind, version.sided());
            long ticks = version.info().ticks();
            String hash = TickHash.of(name, ticks, blocks, rest.time(), rest.columns(), 0, rest.rows());
            if (!hash.equals(version.info().contentHash())) {
                throw damaged(version, "the content hash is not that of what was saved", null);
            }
        } catch (DataFormatException e) {
            throw damaged(version, String.valueOf(e.getMessage()), e);
        }
    }

    private static StoreException damaged(Row version, String what, @Nullable Exception cause) {
        String message = "The stored " + version.info().key() + " are damaged (" + what
                + "). Nothing was run on them; delete them and import them again from "
                + version.info().origin().source() + ".";
        return cause == null ? new StoreException(message, false) : new StoreException(message, false, cause);
    }
}
