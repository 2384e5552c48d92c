package org.tickwright.adapter.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ImportException;
import org.tickwright.market.TableFile;

/// A Parquet file, read column by column through a database in memory that may open this file alone.
final class ParquetTable implements TableFile {
    private final String name;
    private final Connection connection;
    private final String source;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> types = new ArrayList<>();

    private ParquetTable(String name, Connection connection, String source) {
        this.name = name;
        this.connection = connection;
        this.source = source;
    }

    static ParquetTable open(Path file) throws ImportException {
        String name = String.valueOf(file.getFileName());
        String path = file.toAbsolutePath().normalize().toString();
        if (path.matches(".*[*?\\[\\]{}].*")) {
            throw new ImportException("The path of " + name
                    + " has one of * ? [ ] { }, which stand for several files. Rename it, or move the file.");
        }
        ParquetTable table = new ParquetTable(name, connect(name), "read_parquet(" + quoted(path) + ")");
        try {
            table.fence(path);
            table.describe();
            return table;
        } catch (ImportException e) {
            table.close();
            throw e;
        }
    }

    private static Connection connect(String name) throws ImportException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_persistent_secrets", "false");
        settings.setProperty("threads", "1");
        try {
            @Nullable Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", settings);
            if (connection == null) {
                throw new ImportException("The library that reads Parquet refused to start. Save " + name + " as CSV.");
            }
            return connection;
        } catch (SQLException | LinkageError | RuntimeException e) {
            throw new ImportException(
                    "The library that reads Parquet cannot be loaded on this machine (" + firstLine(e) + "). Save "
                            + name + " as CSV.",
                    e);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String firstLine(Throwable fault) {
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    }

    /// From now on the database opens this file and nothing else, neither here nor elsewhere, and writes nothing.
    private void fence(String path) throws ImportException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set TimeZone = 'UTC'");
            statement.execute("set temp_directory = ''");
            statement.execute("set allowed_paths = [" + quoted(path) + "]");
            statement.execute("set enable_external_access = false");
            statement.execute("set lock_configuration = true");
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private void describe() throws ImportException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("describe select * from " + source)) {
            while (row.next()) {
                String type = row.getString(2).toUpperCase(Locale.ROOT);
                types.add(type);
                columns.add(new Column(row.getString(1), kind(type)));
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static Kind kind(String type) {
        if (type.startsWith("DECIMAL")) {
            return Kind.NUMBER;
        }
        return switch (type) {
            case "TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ", "TIMESTAMP_NS WITH TIME ZONE", "TIMESTAMPTZ_NS" ->
                Kind.INSTANT;
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> Kind.LOCAL;
            case "DATE" -> Kind.DATE;
            case "TIME", "TIME_NS" -> Kind.CLOCK;
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" -> Kind.COUNT;
            case "UBIGINT", "HUGEINT", "UHUGEINT", "FLOAT", "DOUBLE" -> Kind.NUMBER;
            default -> Kind.TEXT;
        };
    }

    private ImportException unreadable(SQLException fault) {
        return new ImportException(
                name + " is a Parquet file that cannot be read: " + firstLine(fault)
                        + ". It may be cut off or damaged; fetch it again, or save it as CSV.",
                fault);
    }

    private String column(int column) {
        return "\"" + columns.get(column).name().replace("\"", "\"\"") + "\"";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String form() {
        return "Parquet";
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public long rows() throws ImportException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + source)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public List<List<String>> head(int count) throws ImportException {
        List<List<String>> rows = new ArrayList<>();
        String all = IntStream.range(0, columns.size())
                .mapToObj(i -> column(i) + "::varchar")
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + all + " from " + source + " limit " + count)) {
            while (row.next()) {
                List<String> texts = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    String text = row.getString(i);
                    texts.add(text == null ? "" : text);
                }
                rows.add(texts);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
        return rows;
    }

    @Override
    public List<String> different(int column, int count) throws ImportException {
        List<String> texts = new ArrayList<>();
        String select = "select distinct " + column(column) + "::varchar from " + source + " where " + column(column)
                + " is not null limit " + count;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
        return texts;
    }

    /// Takes the values of a chunk from row `from` on.
    private interface Sink {
        void take(DuckDBReadableVector vector, int rows, int from);
    }

    private void fetch(String expression, Sink sink) throws ImportException {
        int from = 0;
        try (DuckDBPreparedStatement statement = (DuckDBPreparedStatement)
                        connection.prepareStatement("select " + expression + " from " + source);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                DuckDBReadableVector vector = result.chunk().vector(0);
                int rows = (int) vector.rowCount();
                sink.take(vector, rows, from);
                from += rows;
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public long[] longs(int column) throws ImportException {
        long[] values = new long[Math.toIntExact(rows())];
        fetch(asLong(column), (vector, rows, from) -> {
            for (int i = 0; i < rows; i++) {
                values[from + i] = vector.isNull(i) ? Long.MIN_VALUE : vector.getLong(i);
            }
        });
        return values;
    }

    private String asLong(int column) {
        String name = column(column);
        return switch (columns.get(column).kind()) {
            case INSTANT, LOCAL ->
                types.get(column).contains("_NS") ? "epoch_ns(" + name + ")" : "try(epoch_ns(" + name + "))";
            case DATE -> "try(epoch_ns(" + name + "::timestamp))";
            case CLOCK -> "epoch_ns(" + name + ")";
            default -> name + "::bigint";
        };
    }

    @Override
    public double[] doubles(int column) throws ImportException {
        double[] values = new double[Math.toIntExact(rows())];
        boolean single = types.get(column).equals("FLOAT");
        fetch(single ? column(column) : column(column) + "::double", (vector, rows, from) -> {
            for (int i = 0; i < rows; i++) {
                values[from + i] =
                        vector.isNull(i) ? Double.NaN : single ? decimal(vector.getFloat(i)) : vector.getDouble(i);
            }
        });
        return values;
    }

    /// The number that somebody wrote who saved it in single precision: 1.1, not 1.10000002384.
    private static double decimal(float value) {
        return Double.parseDouble(Float.toString(value));
    }

    @Override
    public String[] texts(int column) throws ImportException {
        String[] values = new String[Math.toIntExact(rows())];
        Arrays.fill(values, "");
        fetch(column(column) + "::varchar", (vector, rows, from) -> {
            for (int i = 0; i < rows; i++) {
                values[from + i] = vector.isNull(i) ? "" : vector.getString(i);
            }
        });
        return values;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("A database in memory can be closed", e);
        }
    }
}
