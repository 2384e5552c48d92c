package org.tickwright.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.DataFormatException;
import org.tickwright.engine.RunArchive;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.Summary;
import org.tickwright.market.StoreException;

/// Runs in tables: a row for the list, and the parts of each run compressed and cut into pieces.
///
/// The time of archiving is the database's clock. What a call saved is on disk when it returns.
final class JdbcRunArchive implements RunArchive {
    private static final int PIECE = 512 * 1024;
    private static final String STRATEGY = "strategy";
    private static final String ANNEX = "annex-";

    private final Database database;

    JdbcRunArchive(Database database) {
        this.database = database;
    }

    @Override
    public String save(RunResult result, String strategyJson, Map<String, String> annexes) throws StoreException {
        try {
            RunCodec.Parts parts = RunCodec.pack(result);
            String summary = RunCodec.summary(result.summary());
            byte[] strategy = RunCodec.deflated(strategyJson.getBytes(StandardCharsets.UTF_8));
            return database.write("archive the run", connection -> {
                long id = insertRun(connection, result, summary);
                insertPart(connection, id, "head", parts.head());
                insertPart(connection, id, "trades", parts.trades());
                insertPart(connection, id, "orders", parts.orders());
                insertPart(connection, id, "columns", parts.columns());
                insertPart(connection, id, STRATEGY, strategy);
                for (Map.Entry<String, String> annex : annexes.entrySet()) {
                    byte[] text = annex.getValue().getBytes(StandardCharsets.UTF_8);
                    insertPart(connection, id, ANNEX + annex.getKey(), RunCodec.deflated(text));
                }
                return "r" + id;
            });
        } catch (JsonProcessingException e) {
            throw new StoreException("The run could not be written down: " + e.getMessage(), false, e);
        }
    }

    @Override
    public List<Entry> list() throws StoreException {
        return database.read("list the runs", connection -> {
            List<Entry> entries = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "select id, created, strategy_name, series, fills, summary from run order by id desc");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
            return entries;
        });
    }

    private static Entry entry(ResultSet row) throws SQLException, StoreException {
        String id = "r" + row.getLong(1);
        OffsetDateTime created = row.getObject(2, OffsetDateTime.class);
        long nanos = Math.addExact(Math.multiplyExact(created.toEpochSecond(), 1_000_000_000L), created.getNano());
        try {
            Summary summary = RunCodec.summary(row.getString(6));
            return new Entry(id, nanos, row.getString(3), row.getString(4), row.getString(5), summary);
        } catch (JsonProcessingException e) {
            throw damaged(id, e);
        }
    }

    @Override
    public Optional<RunResult> load(String id) throws StoreException {
        OptionalLong number = number(id);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return database.read("load run " + id, connection -> {
            long run = number.getAsLong();
            byte[] head = part(connection, run, "head");
            if (head.length == 0) {
                return Optional.empty();
            }
            try {
                return Optional.of(RunCodec.unpack(new RunCodec.Parts(
                        head,
                        part(connection, run, "trades"),
                        part(connection, run, "orders"),
                        part(connection, run, "columns"))));
            } catch (IOException | DataFormatException e) {
                throw damaged(id, e);
            }
        });
    }

    @Override
    public Optional<String> strategyJson(String id) throws StoreException {
        return text(id, STRATEGY);
    }

    @Override
    public Optional<String> annex(String id, String name) throws StoreException {
        return text(id, ANNEX + name);
    }

    private Optional<String> text(String id, String part) throws StoreException {
        OptionalLong number = number(id);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return database.read("load the " + part + " of run " + id, connection -> {
            byte[] text = part(connection, number.getAsLong(), part);
            try {
                return text.length == 0
                        ? Optional.empty()
                        : Optional.of(new String(ColumnReader.inflate(text), StandardCharsets.UTF_8));
            } catch (DataFormatException e) {
                throw damaged(id, e);
            }
        });
    }

    @Override
    public boolean delete(String id) throws StoreException {
        OptionalLong number = number(id);
        if (number.isEmpty()) {
            return false;
        }
        return database.write("delete run " + id, connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from run where id = ?")) {
                delete.setLong(1, number.getAsLong());
                return delete.executeUpdate() > 0;
            }
        });
    }

    private static OptionalLong number(String id) {
        return id.matches("r[1-9][0-9]{0,17}")
                ? OptionalLong.of(Long.parseLong(id.substring(1)))
                : OptionalLong.empty();
    }

    private static long insertRun(Connection connection, RunResult result, String summary) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into run (created, strategy_name, series, summary, fills) values (current_timestamp, ?, ?, ?,"
                        + " ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            String name = result.strategyName();
            insert.setString(1, name.length() > 1000 ? name.substring(0, 1000) : name);
            insert.setString(2, result.series().toString());
            insert.setString(3, summary);
            insert.setString(4, result.settings().fills());
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static void insertPart(Connection connection, long run, String part, byte[] bytes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into run_part (run_id, part, sequence, payload) values (?, ?, ?, ?)")) {
            for (int from = 0, sequence = 0; from < bytes.length; from += PIECE, sequence++) {
                insert.setLong(1, run);
                insert.setString(2, part);
                insert.setInt(3, sequence);
                insert.setBytes(4, Arrays.copyOfRange(bytes, from, Math.min(from + PIECE, bytes.length)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// The bytes of a part; none where there is no such run.
    private static byte[] part(Connection connection, long run, String part) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select payload from run_part where run_id = ? and part = ? order by sequence")) {
            select.setLong(1, run);
            select.setString(2, part);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    bytes.writeBytes(row.getBytes(1));
                }
            }
            return bytes.toByteArray();
        }
    }

    private static StoreException damaged(String id, Exception cause) {
        return new StoreException(
                "The archived run " + id + " is damaged (" + cause.getMessage() + "). Other runs are not concerned;"
                        + " delete it and run the strategy again.",
                false,
                cause);
    }
}
