package org.tickwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.SqlQueries;
import org.tickwright.workbench.SqlRefusal;

/// Answers each question in an empty database in memory, made for it alone and let go afterwards, whose tables are
/// functions over the store. The question is asked by a user who may read these and nothing else, so no SQL of a person
/// comes near the file of the store, another file, or a Java class.
final class H2SqlQueries implements SqlQueries {
    private static final int CANCELLED = 57_014;
    private static final List<String> FUNCTIONS = List.of("bars", "ticks", "quotes", "trades");
    private static final Map<String, String> VIEWS = Map.of(
            "series", "series", "tick_series", "tickSeries", "runs", "runs", "trials", "trials", "trades", "trades");

    private final Database database;
    private final SqlTables tables;

    H2SqlQueries(Database database, SqlTables tables) {
        this.database = database;
        this.tables = tables;
    }

    @Override
    public Question question(String sql, Limits limits) {
        return new Asked(sql, limits);
    }

    private final class Asked implements Question {
        private final String sql;
        private final Limits limits;
        private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();
        private volatile boolean cancelled;

        Asked(String sql, Limits limits) {
            this.sql = sql;
            this.limits = limits;
        }

        @Override
        public void cancel() {
            cancelled = true;
            Statement statement = running.get();
            if (statement != null) {
                try {
                    statement.cancel();
                } catch (SQLException e) {
                    throw new IllegalStateException("H2 could not be told to stop", e);
                }
            }
        }

        @Override
        public Answer answer() throws StoreException {
            String single = SqlStatementCheck.single(sql);
            long began = System.nanoTime();
            try {
                return ScopedValue.where(SqlFunctions.READ, tables).call(() -> ask(single, began));
            } catch (SQLException e) {
                if (cancelled) {
                    throw (CancellationException) new CancellationException("The question was cancelled").initCause(e);
                }
                throw failure(single, e);
            }
        }

        private Answer ask(String single, long began) throws SQLException {
            JdbcDataSource memory = memory();
            String secret = UUID.randomUUID().toString();
            try (Connection admin = memory.getConnection("sa", secret)) {
                prepare(admin);
                try (Connection reader = memory.getConnection("reader", "");
                        Statement statement = reader.createStatement()) {
                    statement.setMaxRows(limits.rows() + 1);
                    statement.setQueryTimeout((int) Math.max(1, limits.time().toSeconds()));
                    running.set(statement);
                    if (cancelled) {
                        throw new CancellationException("The question was cancelled");
                    }
                    try (ResultSet rows = statement.executeQuery(single)) {
                        return read(rows, began);
                    } finally {
                        running.set(null);
                    }
                }
            }
        }

        private Answer read(ResultSet rows, long began) throws SQLException {
            ResultSetMetaData meta = rows.getMetaData();
            List<Column> columns = new ArrayList<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                columns.add(new Column(meta.getColumnLabel(i), numeric(meta.getColumnType(i))));
            }
            List<List<@Nullable Object>> all = new ArrayList<>();
            while (all.size() < limits.rows() && rows.next()) {
                List<@Nullable Object> row = new ArrayList<>(columns.size());
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(plain(rows.getObject(i)));
                }
                all.add(row);
            }
            boolean more = all.size() == limits.rows() && rows.next();
            return new Answer(columns, all, more, Duration.ofNanos(System.nanoTime() - began));
        }

        private SqlRefusal failure(String single, SQLException e) {
            if (e.getErrorCode() == CANCELLED) {
                return new SqlRefusal(
                        "The question took longer than " + limits.time().toSeconds()
                                + " s and was ended. Ask for a shorter range of time, or allow more",
                        -1,
                        -1,
                        e);
            }
            for (@Nullable Throwable at = e; at != null; at = at.getCause()) {
                if (at instanceof IllegalArgumentException || at instanceof StoreException) {
                    return SqlMistake.asked(single, String.valueOf(at.getMessage()), e);
                }
            }
            return SqlMistake.said(single, String.valueOf(e.getMessage()), e);
        }
    }

    private static JdbcDataSource memory() {
        JdbcDataSource memory = new JdbcDataSource();
        memory.setURL("jdbc:h2:mem:question-" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        return memory;
    }

    private static void prepare(Connection admin) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            String owner = " for '" + SqlFunctions.class.getName() + ".";
            for (String name : FUNCTIONS) {
                statement.execute("create alias " + name + owner.replace('\'', '"') + name + "\"");
            }
            for (Map.Entry<String, String> view : VIEWS.entrySet()) {
                String function = "all_" + view.getKey();
                statement.execute("create alias " + function + owner.replace('\'', '"') + view.getValue() + "\"");
                statement.execute("create view " + view.getKey() + " as select * from " + function + "()");
            }
            statement.execute("create user reader password ''");
            statement.execute("grant select on schema public to reader");
        }
    }

    private static boolean numeric(int type) {
        return switch (type) {
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE,
                    Types.NUMERIC,
                    Types.DECIMAL -> true;
            default -> false;
        };
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case Boolean flag -> flag;
            case OffsetDateTime time -> time.toInstant().toString();
            default -> value.toString();
        };
    }

    @Override
    public List<Source> sources() {
        return SqlTables.sources();
    }

    @Override
    public Map<String, String> saved() throws StoreException {
        return database.read("list the saved questions", connection -> {
            Map<String, String> all = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement("select name, query from saved_query");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.put(row.getString(1), row.getString(2));
                }
            }
            return all;
        });
    }

    @Override
    public void save(String name, String sql) throws StoreException {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("The name of a question has 1 to 100 letters");
        }
        String single = SqlStatementCheck.single(sql).strip();
        database.write("save the question " + name, connection -> {
            delete(connection, name.strip());
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into saved_query (name, query) values (?, ?)")) {
                insert.setString(1, name.strip());
                insert.setString(2, single);
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public boolean forget(String name) throws StoreException {
        return database.write("forget the question " + name, connection -> delete(connection, name) > 0);
    }

    private static int delete(Connection connection, String name) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from saved_query where name = ?")) {
            delete.setString(1, name);
            return delete.executeUpdate();
        }
    }
}
