package org.tickwright.market;

import java.util.List;

/// A file that holds a table of typed columns, open for reading. Rows and columns count from 0.
///
/// Every fault of the file is an [ImportException] that says what to do. One thread.
public interface TableFile extends AutoCloseable {
    /// What a column holds, and so how it is read.
    enum Kind {
        /// Points in time: nanoseconds since 1970 UTC.
        INSTANT,
        /// Dates with a time of day and no zone: nanoseconds since 1970-01-01T00:00 local.
        LOCAL,
        /// Dates: nanoseconds since 1970-01-01T00:00 local.
        DATE,
        /// Times of day: nanoseconds since midnight.
        CLOCK,
        /// Whole numbers that fit 64 bits.
        COUNT,
        /// Other numbers.
        NUMBER,
        /// Text, and anything else as text.
        TEXT
    }

    /// A column by its name.
    record Column(String name, Kind kind) {}

    /// The name of the file, and what it is: `Parquet`.
    String name();

    /// What kind of file it is, in a word.
    String form();

    /// The columns in the order of the file.
    List<Column> columns();

    /// The number of rows.
    long rows() throws ImportException;

    /// The first rows as texts, as a file of text would have them; empty where there is no value.
    List<List<String>> head(int count) throws ImportException;

    /// The first of the different texts of a column.
    List<String> different(int column, int count) throws ImportException;

    /// A column of times or counts; `Long.MIN_VALUE` where there is no value or it is out of range.
    long[] longs(int column) throws ImportException;

    /// A column of numbers; NaN where there is no value.
    double[] doubles(int column) throws ImportException;

    /// A column of texts; empty where there is no value.
    String[] texts(int column) throws ImportException;

    @Override
    void close();
}
