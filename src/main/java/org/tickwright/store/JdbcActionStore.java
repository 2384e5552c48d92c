package org.tickwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.ContentHash;
import org.tickwright.market.ActionStore;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.CorporateActions.Dividend;
import org.tickwright.market.CorporateActions.Split;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;

/// Splits and dividends, a row each, under the version of the list that they came with. What is read is checked against
/// the content hash of its version.
final class JdbcActionStore implements ActionStore {
    private static final int LONGEST = 1000;
    private static final String VERSIONS = """
        select v.id, v.symbol, v.version, v.content_hash, v.source, v.raw, v.known,
               (select count(*) from corporate_action a where a.version_id = v.id and a.kind = 'split') as splits,
               (select count(*) from corporate_action a where a.version_id = v.id and a.kind = 'dividend')
                   as dividends
        from action_version v
        """;

    private final Database database;

    JdbcActionStore(Database database) {
        this.database = database;
    }

    private record Row(long id, Info info) {}

    @Override
    public List<Info> list() throws StoreException {
        return infos(
                "list the splits and dividends",
                VERSIONS + " where v.version = (select max(w.version) from action_version w where w.symbol = v.symbol)"
                        + " order by v.symbol");
    }

    @Override
    public List<Info> versions(String symbol) throws StoreException {
        return database.read(
                "list the splits and dividends of " + symbol,
                connection -> of(connection, symbol).stream().map(Row::info).toList());
    }

    private List<Info> infos(String task, String sql) throws StoreException {
        return database.read(task, connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                return rows(select).stream().map(Row::info).toList();
            }
        });
    }

    private static List<Row> of(Connection connection, String symbol) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(VERSIONS + " where v.symbol = ? order by v.version")) {
            select.setString(1, symbol);
            return rows(select);
        }
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Info info = new Info(
                        row.getString("symbol"),
                        row.getInt("version"),
                        row.getInt("splits"),
                        row.getInt("dividends"),
                        VersionRows.nanos(row.getObject("known", OffsetDateTime.class)),
                        row.getString("content_hash"),
                        row.getString("source"),
                        row.getString("raw"));
                found.add(new Row(row.getLong("id"), info));
            }
        }
        return found;
    }

    @Override
    public Optional<CorporateActions> find(String symbol, long knownAt) throws StoreException {
        return database.read("load the splits and dividends of " + symbol, connection -> {
            List<Row> known = of(connection, symbol).stream()
                    .filter(row -> row.info().known() <= knownAt)
                    .toList();
            return known.isEmpty() ? Optional.empty() : Optional.of(actions(connection, known.getLast()));
        });
    }

    private static CorporateActions actions(Connection connection, Row version) throws SQLException, StoreException {
        List<Split> splits = new ArrayList<>();
        List<Dividend> dividends = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select kind, ex_date, numerator, denominator,"
                + " factor, per_unit, reference from corporate_action where version_id = ? order by ex_date")) {
            select.setLong(1, version.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    LocalDate day = row.getObject(2, LocalDate.class);
                    if (row.getString(1).equals("split")) {
                        splits.add(new Split(day, row.getLong(3), row.getLong(4), row.getDouble(5)));
                    } else {
                        dividends.add(new Dividend(day, row.getDouble(6), row.getDouble(7)));
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            throw damaged(version.info(), e);
        }
        CorporateActions actions = new CorporateActions(splits, dividends);
        if (!hash(actions).equals(version.info().contentHash())) {
            throw damaged(version.info(), null);
        }
        return actions;
    }

    private static StoreException damaged(Info info, @Nullable Exception cause) {
        String message = "The stored splits and dividends of " + info.symbol() + " (version " + info.version()
                + ") are damaged: their hash is not that of what was saved. Nothing was run with them; delete them"
                + " and import them again from " + info.source() + ".";
        return cause == null ? new StoreException(message, false) : new StoreException(message, false, cause);
    }

    /// SHA-256 over all of them.
    private static String hash(CorporateActions actions) {
        ContentHash hash = new ContentHash().add("actions").add(actions.splits().size());
        for (Split split : actions.splits()) {
            hash.add(split.exDate().toEpochDay())
                    .add(split.numerator())
                    .add(split.denominator())
                    .add(split.factor());
        }
        for (Dividend dividend : actions.dividends()) {
            hash.add(dividend.exDate().toEpochDay()).add(dividend.perUnit()).add(dividend.reference());
        }
        return hash.hex();
    }

    @Override
    public Info save(String symbol, CorporateActions actions, String source, @Nullable String raw)
            throws StoreException {
        SeriesKey.checkSymbol(symbol);
        String hash = hash(actions);
        return database.write("save the splits and dividends of " + symbol, connection -> {
            List<Row> before = of(connection, symbol);
            if (!before.isEmpty() && before.getLast().info().contentHash().equals(hash)) {
                return before.getLast().info();
            }
            int number = before.isEmpty() ? 1 : before.getLast().info().version() + 1;
            long id = insert(connection, symbol, number, hash, source, raw);
            insert(connection, id, actions);
            return of(connection, symbol).getLast().info();
        });
    }

    private static long insert(
            Connection connection, String symbol, int version, String hash, String source, @Nullable String raw)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into action_version (symbol, version, content_hash, source, raw, known)"
                        + " values (?, ?, ?, ?, ?, current_timestamp)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, symbol);
            insert.setInt(2, version);
            insert.setString(3, hash);
            insert.setString(4, source.substring(0, Math.min(source.length(), LONGEST)));
            insert.setString(5, raw);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static void insert(Connection connection, long id, CorporateActions actions) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into corporate_action (version_id, ex_date, kind, numerator, denominator, factor, per_unit,"
                        + " reference) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Split split : actions.splits()) {
                insert.setLong(1, id);
                insert.setObject(2, split.exDate());
                insert.setString(3, "split");
                insert.setLong(4, split.numerator());
                insert.setLong(5, split.denominator());
                insert.setDouble(6, split.factor());
                insert.setDouble(7, 0);
                insert.setDouble(8, 0);
                insert.addBatch();
            }
            for (Dividend dividend : actions.dividends()) {
                insert.setLong(1, id);
                insert.setObject(2, dividend.exDate());
                insert.setString(3, "dividend");
                insert.setLong(4, 0);
                insert.setLong(5, 0);
                insert.setDouble(6, 0);
                insert.setDouble(7, dividend.perUnit());
                insert.setDouble(8, dividend.reference());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public boolean delete(String symbol) throws StoreException {
        return database.write("delete the splits and dividends of " + symbol, connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from action_version where symbol = ?")) {
                delete.setString(1, symbol);
                return delete.executeUpdate() > 0;
            }
        });
    }

    /// Reads every version, and throws where one is not as it was saved.
    void check(String symbol) throws StoreException {
        database.read("check the splits and dividends of " + symbol, connection -> {
            for (Row version : of(connection, symbol)) {
                actions(connection, version);
            }
            return symbol;
        });
    }

    /// The symbols that have any.
    List<String> symbols() throws StoreException {
        return list().stream().map(Info::symbol).toList();
    }
}
