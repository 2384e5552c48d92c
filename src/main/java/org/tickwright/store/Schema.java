package org.tickwright.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.tickwright.market.StoreException;

/// Looks whether a store has every migration of this program and no other, which nearly every start finds, so that
/// Flyway, which reads and compares them all, need not be woken.
final class Schema {
    /// The version of the newest migration in `db/migration`; versions are 1, 2, 3 and so on.
    static final int NEWEST = 9;

    private Schema() {}

    /// Refuses a store that a newer version of the program brought further than this one knows.
    static void refuseNewer(DataSource source, Path directory) throws StoreException {
        int format = newest(source);
        if (format > NEWEST) {
            throw new StoreException(
                    "The store in " + directory + " was written by a newer Tickwright (format " + format
                            + "; this program knows up to " + NEWEST + "). Nothing was changed. Open it with the newer"
                            + " program, restore an older backup, or use another home (--home DIR).",
                    false);
        }
    }

    private static int newest(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select version from \"flyway_schema_history\" where version is not null")) {
            int newest = 0;
            while (row.next()) {
                newest = Math.max(newest, number(row.getString(1)));
            }
            return newest;
        } catch (SQLException e) {
            // A new store has no such table yet.
            return 0;
        }
    }

    /// The whole number in front of a version; one that is none is newer than all that are known.
    private static int number(String version) {
        try {
            return Integer.parseInt(version.replaceFirst("\\..*", ""));
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    /// True if there is nothing to bring up to date. A store that is new, older, newer or half-migrated is not.
    static boolean upToDate(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version, success from \"flyway_schema_history\""
                        + " where version is not null order by installed_rank")) {
            int applied = 0;
            while (row.next()) {
                applied++;
                if (!row.getBoolean(2) || !String.valueOf(applied).equals(row.getString(1))) {
                    return false;
                }
            }
            return applied == NEWEST;
        } catch (SQLException e) {
            // A new store has no such table yet.
            return false;
        }
    }
}
