/// DuckDB as a reader of Parquet files. Start at [ParquetFiles]; nothing else imports DuckDB.
///
/// The database lies in memory, sees the one file that it is to read, loads no extension and reaches no network.
@NullMarked
package org.tickwright.adapter.duckdb;

import org.jspecify.annotations.NullMarked;
