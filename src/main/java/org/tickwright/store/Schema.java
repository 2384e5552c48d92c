package org.tickwright.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// Looks whether a store has every migration of this program and no other, which nearly every start finds, so that
/// Flyway, which reads and compares them all, need not be woken.
final class Schema {
    /// The version of the newest migration in `db/migration`; versions are 1, 2, 3 and so on.
    static final int NEWEST = 5;

    private Schema() {}

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
