package org.tickwright.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.tickwright.kernel.Progress;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.StoreUpkeep;

/// The upkeep of an H2 store. Copies are of the file as it lies there, which opens at the last committed state because
/// commits are only ever added behind what is there; each is opened and looked over before it counts.
final class H2Upkeep implements StoreUpkeep {
    private static final int ATTEMPTS = 5;
    private static final String UNUSED_FILES =
            "delete from raw_file where hash not in (select raw from series_version where raw is not null"
                    + " union select raw from tick_version where raw is not null"
                    + " union select raw from action_version where raw is not null)";
    private static final String UNUSED_DERIVED = "delete from derived where source not in (select content_hash from"
            + " series_version where content_hash is not null union select content_hash from tick_version)";

    private final Database database;
    private final Path directory;

    /// Of the store whose file lies in a directory.
    H2Upkeep(Database database, Path directory) {
        this.database = database;
        this.directory = directory;
    }

    private Path file() {
        return directory.resolve(H2Store.FILE);
    }

    @Override
    public Verdict check(Progress progress) throws StoreException {
        return new StoreCheck(database).run(progress);
    }

    @Override
    public Compaction compact(Progress progress) throws StoreException {
        progress.report(0.1, "Taking out what nothing needs");
        int files = database.write("take out files that nothing needs", c -> update(c, UNUSED_FILES));
        int derived = database.write("take out series that were made of others", c -> update(c, UNUSED_DERIVED));
        long before = size();
        progress.report(0.3, "Writing the store anew");
        database.whileClosed(
                H2Upkeep::versions,
                versions -> {
                    CompactedFile compacted = CompactedFile.of(file());
                    prove(compacted.draft(), versions);
                    compacted.replace();
                },
                () -> H2Store.connect(directory, H2Store.NAME));
        return new Compaction(before, size(), files, derived);
    }

    private void prove(Path draft, int versions) throws StoreException {
        try (HikariDataSource opened = H2Store.connect(directory, CompactedFile.NAME)) {
            int there = new Database(opened, true).read("count the versions", H2Upkeep::versions);
            if (there != versions) {
                throw new StoreException(
                        draft + " has " + there + " versions of series where the store has " + versions
                                + ". The store was left as it was.",
                        false);
            }
        }
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            return delete.executeUpdate();
        }
    }

    private static int versions(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select (select count(*) from series_version) + (select count(*) from tick_version)"
                                + " + (select count(*) from action_version)");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private long size() throws StoreException {
        try {
            return Files.size(file());
        } catch (IOException e) {
            throw new StoreException("Cannot tell the size of " + file() + ": " + e.getMessage(), true, e);
        }
    }

    @Override
    public Verdict copy(Path target, Progress progress) throws StoreException {
        StoreException last = new StoreException("Cannot copy " + file(), true);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Path folder = copied(file(), target);
            try {
                Verdict verdict = look(folder, progress);
                Files.move(folder.resolve(H2Store.FILE), target);
                return verdict;
            } catch (StoreException e) {
                // The copy may have caught a writer tidying the file; a later one will not.
                last = e;
            } catch (IOException e) {
                throw new StoreException("Cannot write " + target + ": " + e.getMessage(), true, e);
            } finally {
                H2Store.discard(folder);
            }
        }
        throw last;
    }

    /// Opens a file that lies anywhere, by a copy beside it, and looks it over.
    static Verdict lookAt(Path file, Progress progress) throws StoreException {
        Path folder = copied(file, file);
        try {
            return look(folder, progress);
        } finally {
            H2Store.discard(folder);
        }
    }

    /// A folder beside `target` with a copy of the file.
    private static Path copied(Path file, Path target) throws StoreException {
        try {
            Path folder = Files.createTempDirectory(target.toAbsolutePath().getParent(), ".copy");
            Files.copy(file, folder.resolve(H2Store.FILE));
            return folder;
        } catch (IOException e) {
            throw new StoreException("Cannot copy " + file + " to look it over: " + e.getMessage(), true, e);
        }
    }

    private static Verdict look(Path folder, Progress progress) throws StoreException {
        try (HikariDataSource opened = H2Store.connect(folder, H2Store.NAME)) {
            return new StoreCheck(new Database(opened, true)).run(progress);
        }
    }
}
