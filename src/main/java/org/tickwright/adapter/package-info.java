/// One venue or library each: feeds, history, brokers, formats of files. The first is `adapter.duckdb`, which reads
/// Parquet.
@NullMarked
package org.tickwright.adapter;

import org.jspecify.annotations.NullMarked;
