package org.tickwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.BarStore;
import org.tickwright.market.Bars;
import org.tickwright.market.Provenance;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SeriesVersion;
import org.tickwright.market.StoreException;
import org.tickwright.store.BarVersions.Version;

/// Series as rows of compressed chunks, with bars appended live in a table apart until a chunk is full.
///
/// What a call saved is on disk when it returns. A loaded series is checked against its content hash; damage stops the
/// load. Safe for several threads; one writes at a time.
final class JdbcBarStore implements BarStore {
    /// A longer series that grew since it was last hashed is listed without its hash.
    private static final int HASHED_IN_LISTS = 2_000_000;

    private final Database database;
    private final Object writing = new Object();

    JdbcBarStore(Database database) {
        this.database = database;
    }

    @Override
    public List<SeriesInfo> list() throws StoreException {
        List<Version> versions = database.read("list the series", BarVersions::used);
        List<SeriesInfo> infos = new ArrayList<>();
        for (Version version : versions) {
            boolean unknown = version.hash() == null && version.bars() > HASHED_IN_LISTS;
            infos.add(unknown ? version.info("") : described(version));
        }
        infos.sort(Comparator.comparing((SeriesInfo info) -> info.key().symbol())
                .thenComparing(info -> info.key().timeframe()));
        return infos;
    }

    @Override
    public Optional<SeriesInfo> find(SeriesKey key) throws StoreException {
        Optional<Version> version = database.read("find " + key, connection -> BarVersions.used(connection, key));
        return version.isPresent() ? Optional.of(described(version.get())) : Optional.empty();
    }

    @Override
    public Optional<Bars> load(SeriesKey key) throws StoreException {
        return database.read("load " + key, connection -> {
            Optional<Version> version = BarVersions.used(connection, key);
            return version.isPresent() ? Optional.of(bars(connection, version.get())) : Optional.empty();
        });
    }

    @Override
    public Optional<Bars> load(SeriesKey key, long from, long to) throws StoreException {
        return database.read("load " + key, connection -> {
            Optional<Version> found = BarVersions.used(connection, key);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Version version = found.get();
            Bars bars = new Bars(version.key().timeframe(), version.zone(), 16);
            try {
                rows(connection, version).read(bars, from, to);
            } catch (DataFormatException | IllegalArgumentException e) {
                throw damaged(version, String.valueOf(e.getMessage()), e);
            }
            int first = bars.indexAtOrAfter(from);
            return Optional.of(bars.slice(first, Math.max(bars.indexAtOrAfter(to), first)));
        });
    }

    @Override
    public SeriesInfo save(SeriesKey key, Bars bars, String source, boolean simulated) throws StoreException {
        return save(key, bars, new Provenance(source, simulated));
    }

    @Override
    public SeriesInfo save(SeriesKey key, Bars bars, Provenance provenance) throws StoreException {
        if (bars.size() == 0) {
            throw new IllegalArgumentException("A series needs at least one bar");
        }
        if (!bars.timeframe().timed()) {
            throw new IllegalArgumentException(
                    "The store does not keep when bars of " + bars.timeframe() + " are known");
        }
        if (!bars.timeframe().equals(key.timeframe())) {
            throw new IllegalArgumentException("Bars of " + bars.timeframe() + " do not belong to " + key);
        }
        String hash = bars.contentHash();
        synchronized (writing) {
            return database.write("save " + key, connection -> {
                Optional<Version> old = BarVersions.used(connection, key);
                if (old.isPresent()
                        && hash.equals(old.get().hash())
                        && provenance.sameAs(old.get().provenance())) {
                    VersionRows.noteRaw(connection, old.get().id(), old.get().version(), provenance.raw());
                    return old.get().info(hash);
                }
                long id = old.isPresent() ? old.get().id() : VersionRows.insertSeries(connection, key);
                Version version = new Version(
                        id,
                        key,
                        VersionRows.next(connection, id),
                        bars.size(),
                        bars.time(0),
                        bars.time(bars.size() - 1),
                        bars.zone(),
                        hash,
                        provenance,
                        0,
                        true);
                BarVersions.insert(connection, version);
                rows(connection, version).insert(bars, 0, bars.size(), 0);
                VersionRows.use(connection, id, null);
                JdbcDerivedBars.drop(connection, key.symbol());
                return version.info(hash);
            });
        }
    }

    @Override
    public List<SeriesVersion> versions(SeriesKey key) throws StoreException {
        List<Version> found =
                database.read("list the versions of " + key, connection -> BarVersions.all(connection, key));
        List<SeriesVersion> versions = new ArrayList<>();
        for (Version version : found) {
            versions.add(
                    new SeriesVersion(described(version), version.created(), version.used(), version.provenance()));
        }
        return versions;
    }

    @Override
    public Optional<Bars> load(SeriesKey key, int version) throws StoreException {
        return database.read("load version " + version + " of " + key, connection -> {
            Optional<Version> found = BarVersions.numbered(connection, key, version);
            return found.isPresent() ? Optional.of(bars(connection, found.get())) : Optional.empty();
        });
    }

    @Override
    public SeriesInfo use(SeriesKey key, int version) throws StoreException {
        synchronized (writing) {
            Version used = database.write("use version " + version + " of " + key, connection -> {
                Version found = BarVersions.numbered(connection, key, version)
                        .orElseThrow(
                                () -> new IllegalArgumentException("There is no version " + version + " of " + key));
                VersionRows.use(connection, found.id(), version);
                JdbcDerivedBars.drop(connection, key.symbol());
                return found;
            });
            return described(used);
        }
    }

    @Override
    public boolean remove(SeriesKey key, int version) throws StoreException {
        synchronized (writing) {
            return database.write("remove version " + version + " of " + key, connection -> {
                Optional<Version> found = BarVersions.numbered(connection, key, version);
                if (found.isEmpty()) {
                    return false;
                }
                if (found.get().used()) {
                    throw new IllegalArgumentException("Version " + version + " of " + key
                            + " is in use. Use another version first, or delete the series.");
                }
                return VersionRows.remove(connection, found.get().id(), version);
            });
        }
    }

    @Override
    public SeriesInfo append(SeriesKey key, Bars bars) throws StoreException {
        synchronized (writing) {
            Version appended = database.write("append to " + key, connection -> {
                Version old = BarVersions.used(connection, key)
                        .orElseThrow(() -> new IllegalArgumentException("There is no series " + key + " to append to"));
                if (!bars.timeframe().equals(key.timeframe()) || !bars.zone().equals(old.zone())) {
                    throw new IllegalArgumentException("The bars' timeframe or zone is not that of " + key);
                }
                if (bars.size() == 0) {
                    return old;
                }
                if (bars.time(0) <= old.last()) {
                    throw new IllegalArgumentException("Bars must lie after the last one of " + key);
                }
                rows(connection, old).append(bars);
                BarVersions.update(connection, old, bars);
                JdbcDerivedBars.drop(connection, key.symbol());
                return BarVersions.used(connection, key).orElseThrow();
            });
            // To read millions of bars again for their hash would make each append as slow as all before.
            return appended.hash() == null && appended.bars() > HASHED_IN_LISTS
                    ? appended.info("")
                    : described(appended);
        }
    }

    @Override
    public boolean delete(SeriesKey key) throws StoreException {
        synchronized (writing) {
            return database.write("delete " + key, connection -> {
                JdbcDerivedBars.drop(connection, key.symbol());
                try (PreparedStatement delete =
                        connection.prepareStatement("delete from series where symbol = ? and timeframe = ?")) {
                    delete.setString(1, key.symbol());
                    delete.setString(2, key.timeframe().toString());
                    return delete.executeUpdate() > 0;
                }
            });
        }
    }

    /// With the content hash, which is worked out now if bars were appended since it was last.
    private SeriesInfo described(Version version) throws StoreException {
        String known = version.hash();
        if (known != null) {
            return version.info(known);
        }
        String hash = database.read("read " + version.key(), connection -> hash(connection, version));
        if (!database.readOnly()) {
            database.write("note the hash of " + version.key(), connection -> {
                try (PreparedStatement update = connection.prepareStatement(
                        "update series_version set content_hash = ? where series_id = ? and version = ? and bars ="
                                + " ?")) {
                    update.setString(1, hash);
                    update.setLong(2, version.id());
                    update.setInt(3, version.version());
                    update.setInt(4, version.bars());
                    return update.executeUpdate();
                }
            });
        }
        return version.info(hash);
    }

    /// Of a long series chunk by chunk, so that it need not fit into memory.
    private static String hash(Connection connection, Version version) throws SQLException, StoreException {
        if (version.bars() <= HASHED_IN_LISTS) {
            return bars(connection, version).contentHash();
        }
        try {
            return rows(connection, version).hash(version.key().timeframe(), version.zone(), version.bars());
        } catch (DataFormatException | IllegalArgumentException e) {
            throw damaged(version, String.valueOf(e.getMessage()), e);
        }
    }

    private static BarRows rows(Connection connection, Version version) {
        return new BarRows(connection, version.id(), version.version());
    }

    private static Bars bars(Connection connection, Version version) throws SQLException, StoreException {
        Bars bars = new Bars(version.key().timeframe(), version.zone(), version.bars());
        try {
            rows(connection, version).read(bars);
        } catch (DataFormatException | IllegalArgumentException e) {
            throw damaged(version, String.valueOf(e.getMessage()), e);
        }
        if (bars.size() != version.bars()) {
            throw damaged(version, bars.size() + " bars where " + version.bars() + " were saved", null);
        }
        String hash = version.hash();
        if (hash != null && !hash.equals(bars.contentHash())) {
            throw damaged(version, "the content hash is not that of what was saved", null);
        }
        return bars;
    }

    /// Reads a version and throws where it is not as it was saved: by its content hash, or by the checksums of its
    /// chunks where it grew since it was hashed.
    void check(SeriesKey key, int number) throws StoreException {
        database.read("check " + key, connection -> {
            Optional<Version> found = BarVersions.numbered(connection, key, number);
            if (found.isPresent() && found.get().hash() == null) {
                chunks(connection, found.get());
            } else if (found.isPresent()
                    && !hash(connection, found.get()).equals(found.get().hash())) {
                throw damaged(found.get(), "the content hash is not that of what was saved", null);
            }
            return number;
        });
    }

    private static void chunks(Connection connection, Version version) throws SQLException, StoreException {
        try {
            rows(connection, version).check(version.key().timeframe(), version.zone());
        } catch (DataFormatException | IllegalArgumentException e) {
            throw damaged(version, String.valueOf(e.getMessage()), e);
        }
    }

    private static StoreException damaged(Version version, String what, @Nullable Exception cause) {
        String message = "The stored bars of " + version.key() + " are damaged (" + what
                + "). Nothing was run on them; delete the series and import it again from "
                + version.provenance().source() + ".";
        return cause == null ? new StoreException(message, false) : new StoreException(message, false, cause);
    }
}
