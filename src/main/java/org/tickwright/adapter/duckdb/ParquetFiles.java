package org.tickwright.adapter.duckdb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.tickwright.market.ImportException;
import org.tickwright.market.TableFile;
import org.tickwright.market.TableReader;

/// Opens Parquet files. DuckDB and its library of machine code are loaded with the first of them, which takes about a
/// second.
public final class ParquetFiles implements TableReader {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    @Override
    public boolean reads(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(MAGIC, in.readNBytes(MAGIC.length));
        } catch (IOException e) {
            // Whoever reads it as text says why it cannot be read.
            return false;
        }
    }

    @Override
    public TableFile open(Path file) throws ImportException {
        return ParquetTable.open(file);
    }
}
