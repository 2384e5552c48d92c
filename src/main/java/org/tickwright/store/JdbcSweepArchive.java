package org.tickwright.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.tickwright.market.StoreException;
import org.tickwright.study.sweep.SweepArchive;
import org.tickwright.study.sweep.SweepInputs;
import org.tickwright.study.sweep.SweepRow;

/// Sweeps in two tables: a row for each sweep, and one for each combination that was run.
///
/// The time of a sweep is the database's clock. What a call added is on disk when it returns, all of it or nothing.
/// Rows are read page by page, so that a sweep need not fit into memory.
final class JdbcSweepArchive implements SweepArchive {
    private static final int PAGE = 1000;
    private static final String LIST = "select id, created, identity, strategy_name, strategy, series, settings, plan,"
            + " points, (select count(*) from sweep_row where sweep_id = sweep.id), inputs from sweep ";

    private final Database database;
    private final Object writing = new Object();

    JdbcSweepArchive(Database database) {
        this.database = database;
    }

    @Override
    public Entry open(Head head) throws StoreException {
        synchronized (writing) {
            List<Entry> known = select("where identity = ?", statement -> statement.setString(1, head.identity()));
            if (!known.isEmpty()) {
                return known.getFirst();
            }
            String id = database.write("begin the sweep", connection -> insert(connection, head));
            return find(id).orElseThrow();
        }
    }

    private static String insert(Connection connection, Head head) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into sweep (identity, created, strategy_name, strategy, series, settings, plan, points, inputs)"
                        + " values (?, current_timestamp, ?, ?, ?, ?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            String name = head.strategyName();
            insert.setString(1, head.identity());
            insert.setString(2, name.length() > 1000 ? name.substring(0, 1000) : name);
            insert.setString(3, head.strategyJson());
            insert.setString(4, head.series());
            insert.setString(5, head.settings());
            insert.setString(6, head.plan());
            insert.setInt(7, head.points());
            insert.setString(8, head.inputs().text());
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return "s" + keys.getLong(1);
            }
        }
    }

    /// Fills in the places of a statement.
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private List<Entry> select(String where, Binding binding) throws StoreException {
        return database.read("list the sweeps", connection -> {
            List<Entry> entries = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(LIST + where + " order by id desc")) {
                binding.bind(select);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        entries.add(entry(row));
                    }
                }
            }
            return entries;
        });
    }

    private static Entry entry(ResultSet row) throws SQLException {
        OffsetDateTime created = row.getObject(2, OffsetDateTime.class);
        long nanos = Math.addExact(Math.multiplyExact(created.toEpochSecond(), 1_000_000_000L), created.getNano());
        Head head = new Head(
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                SweepInputs.read(row.getString(11)));
        return new Entry("s" + row.getLong(1), nanos, head, row.getInt(10));
    }

    @Override
    public BitSet finished(String id) throws StoreException {
        long sweep = number(id);
        return database.read("look at sweep " + id, connection -> {
            BitSet finished = new BitSet();
            try (PreparedStatement select =
                    connection.prepareStatement("select point from sweep_row where sweep_id = ?")) {
                select.setLong(1, sweep);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        finished.set(row.getInt(1));
                    }
                }
            }
            return finished;
        });
    }

    @Override
    public void add(String id, List<SweepRow> rows) throws StoreException {
        long sweep = number(id);
        synchronized (writing) {
            BitSet known = rows.isEmpty() ? new BitSet() : known(sweep, rows);
            database.write("keep rows of sweep " + id, connection -> {
                try (PreparedStatement insert = connection.prepareStatement(
                        "insert into sweep_row (sweep_id, point, payload) values (?, ?, ?)")) {
                    for (SweepRow row : rows) {
                        if (!known.get(row.point())) {
                            insert.setLong(1, sweep);
                            insert.setInt(2, row.point());
                            insert.setBytes(3, bytes(row));
                            insert.addBatch();
                        }
                    }
                    insert.executeBatch();
                }
                return rows.size();
            });
        }
    }

    /// The rows among these, and between them, that are there already.
    private BitSet known(long sweep, List<SweepRow> rows) throws StoreException {
        int first = rows.stream().mapToInt(SweepRow::point).min().orElseThrow();
        int last = rows.stream().mapToInt(SweepRow::point).max().orElseThrow();
        return database.read("look at a sweep", connection -> {
            BitSet known = new BitSet();
            try (PreparedStatement select = connection.prepareStatement(
                    "select point from sweep_row where sweep_id = ? and point between ? and ?")) {
                select.setLong(1, sweep);
                select.setInt(2, first);
                select.setInt(3, last);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        known.set(row.getInt(1));
                    }
                }
            }
            return known;
        });
    }

    private static byte[] bytes(SweepRow row) throws StoreException {
        try {
            return RunCodec.sweepRow(row);
        } catch (JsonProcessingException e) {
            throw new StoreException("A row of the sweep could not be written down: " + e.getMessage(), false, e);
        }
    }

    @Override
    public void rows(String id, Consumer<SweepRow> receiver) throws StoreException {
        long sweep = number(id);
        int next = 0;
        while (next >= 0) {
            List<SweepRow> page = page(id, sweep, next);
            page.forEach(receiver);
            next = page.size() < PAGE ? -1 : page.getLast().point() + 1;
        }
    }

    private List<SweepRow> page(String id, long sweep, int from) throws StoreException {
        return database.read("read sweep " + id, connection -> {
            List<SweepRow> rows = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "select payload from sweep_row where sweep_id = ? and point >= ? order by point limit " + PAGE)) {
                select.setLong(1, sweep);
                select.setInt(2, from);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        rows.add(RunCodec.sweepRow(row.getBytes(1)));
                    }
                }
            } catch (IOException e) {
                throw new StoreException(
                        "The sweep " + id + " is damaged (" + e.getMessage() + "). Other sweeps are not concerned;"
                                + " delete it and run it again.",
                        false,
                        e);
            }
            return rows;
        });
    }

    @Override
    public List<Entry> list() throws StoreException {
        return select("", statement -> {});
    }

    @Override
    public Optional<Entry> find(String id) throws StoreException {
        OptionalLong number = parsed(id);
        return number.isEmpty()
                ? Optional.empty()
                : select("where id = ?", statement -> statement.setLong(1, number.getAsLong())).stream()
                        .findFirst();
    }

    @Override
    public boolean delete(String id) throws StoreException {
        OptionalLong number = parsed(id);
        if (number.isEmpty()) {
            return false;
        }
        synchronized (writing) {
            return database.write("delete sweep " + id, connection -> {
                try (PreparedStatement delete = connection.prepareStatement("delete from sweep where id = ?")) {
                    delete.setLong(1, number.getAsLong());
                    return delete.executeUpdate() > 0;
                }
            });
        }
    }

    private static long number(String id) {
        return parsed(id).orElseThrow(() -> new IllegalArgumentException("There is no sweep " + id));
    }

    private static OptionalLong parsed(String id) {
        return id.matches("s[1-9][0-9]{0,17}")
                ? OptionalLong.of(Long.parseLong(id.substring(1)))
                : OptionalLong.empty();
    }
}
