package org.tickwright.market;

import java.nio.file.Path;

/// Opens files that hold a table of typed columns, such as Parquet. A port of whoever reads files.
public interface TableReader {
    /// Knows no such file: text alone is read.
    TableReader NONE = new TableReader() {
        @Override
        public boolean reads(Path file) {
            return false;
        }

        @Override
        public TableFile open(Path file) throws ImportException {
            throw new ImportException(file.getFileName() + " is no file of text, and nothing here reads it.");
        }
    };

    /// Whether the file is of this kind, by its first bytes; false where it cannot be read.
    boolean reads(Path file);

    /// Opens a file of this kind.
    TableFile open(Path file) throws ImportException;
}
