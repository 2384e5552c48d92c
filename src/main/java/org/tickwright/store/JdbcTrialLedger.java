package org.tickwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickwright.market.StoreException;
import org.tickwright.strategy.Lineage;
import org.tickwright.study.Trial;
import org.tickwright.study.TrialLedger;

/// Trials in a table that is only ever added to.
///
/// The time of a row is the database's clock. What a call recorded is on disk when it returns, all of it or nothing.
final class JdbcTrialLedger implements TrialLedger {
    private static final String COLUMNS = "number, recorded, lineage, ancestors, data_set, data_hash, configuration,"
            + " strategy_hash, strategy_name, settings, kind, sharpe, bars, engine_version";

    private final Database database;
    private final Object writing = new Object();

    JdbcTrialLedger(Database database) {
        this.database = database;
    }

    @Override
    public boolean writable() {
        return !database.readOnly();
    }

    @Override
    public Seal record(List<Trial> trials) throws StoreException {
        synchronized (writing) {
            return database.write("record the trials", connection -> {
                Seal last = last(connection);
                long now = now(connection);
                try (PreparedStatement insert = connection.prepareStatement("insert into trial (" + COLUMNS
                        + ", previous, seal) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                    for (Trial trial : trials) {
                        Seal seal = last.next(now, trial);
                        bind(insert, trial, now, last, seal);
                        insert.addBatch();
                        last = seal;
                    }
                    insert.executeBatch();
                }
                return last;
            });
        }
    }

    private static Seal last(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select number, seal from trial order by number desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Seal(row.getLong(1), row.getString(2)) : BEGINNING;
        }
    }

    private static long now(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select current_timestamp");
                ResultSet row = select.executeQuery()) {
            row.next();
            OffsetDateTime now = row.getObject(1, OffsetDateTime.class);
            return Math.addExact(Math.multiplyExact(now.toEpochSecond(), 1_000_000_000L), now.getNano());
        }
    }

    private static void bind(PreparedStatement insert, Trial trial, long now, Seal previous, Seal seal)
            throws SQLException {
        insert.setLong(1, seal.number());
        insert.setLong(2, now);
        insert.setString(3, trial.lineage().id());
        insert.setString(4, String.join(" ", trial.lineage().ancestors()));
        insert.setString(5, trial.dataSet());
        insert.setString(6, trial.dataHash());
        insert.setString(7, trial.configuration());
        insert.setString(8, trial.strategyHash());
        insert.setString(9, trial.strategyName());
        insert.setString(10, trial.settings());
        insert.setString(11, trial.kind().word());
        Double sharpe = trial.sharpe();
        if (sharpe == null) {
            insert.setNull(12, Types.DOUBLE);
        } else {
            insert.setDouble(12, sharpe);
        }
        insert.setInt(13, trial.bars());
        insert.setString(14, trial.engineVersion());
        insert.setString(15, previous.hash());
        insert.setString(16, seal.hash());
    }

    @Override
    public List<Entry> of(List<String> lineages) throws StoreException {
        String places = String.join(", ", java.util.Collections.nCopies(lineages.size(), "?"));
        return select("where lineage in (" + places + ")", lineages);
    }

    @Override
    public List<Entry> all() throws StoreException {
        return select("", List.of());
    }

    private List<Entry> select(String where, List<String> values) throws StoreException {
        return database.read("read the trials", connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select " + COLUMNS + ", seal from trial " + where + " order by number")) {
                for (int i = 0; i < values.size(); i++) {
                    select.setString(i + 1, values.get(i));
                }
                List<Entry> entries = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        entries.add(entry(row));
                    }
                }
                return entries;
            }
        });
    }

    private static Entry entry(ResultSet row) throws SQLException, StoreException {
        String ancestors = row.getString(4);
        double sharpe = row.getDouble(12);
        boolean without = row.wasNull();
        try {
            Trial trial = new Trial(
                    new Lineage(
                            row.getString(3),
                            ancestors.isEmpty() ? List.of() : List.of(ancestors.split(" ")),
                            Map.of()),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9),
                    row.getString(10),
                    Trial.Kind.valueOf(row.getString(11).toUpperCase(Locale.ROOT)),
                    without ? null : sharpe,
                    row.getInt(13),
                    row.getString(14));
            return new Entry(row.getLong(2), trial, new Seal(row.getLong(1), row.getString(15)));
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    "Row " + row.getLong(1) + " of the ledger of trials cannot be read (" + e.getMessage()
                            + "). It was changed from outside or written by a newer Tickwright.",
                    false,
                    e);
        }
    }

    @Override
    public Optional<Seal> seal(long number) throws StoreException {
        return database.read("read a trial", connection -> {
            try (PreparedStatement select = connection.prepareStatement("select seal from trial where number = ?")) {
                select.setLong(1, number);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new Seal(number, row.getString(1))) : Optional.empty();
                }
            }
        });
    }
}
