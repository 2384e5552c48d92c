package org.tickwright.market;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a text file is read. What is null is found from the file.
///
/// `columns` maps `time`, `date`, `open`, `high`, `low`, `close`, `volume` to a header name or a position counted from
/// 1; empty means the reader finds them. `dateOrder` is `DMY` or `MDY` for
/// dates that could be either. `accept` names codes of findings that shall not block.
public record ImportOptions(
        String symbol,
        @Nullable Timeframe timeframe,
        @Nullable ZoneId zone,
        String format,
        Map<String, String> columns,
        @Nullable String dateOrder,
        Set<String> accept) {

    /// Everything found from the file.
    public static ImportOptions forSymbol(String symbol) {
        return new ImportOptions(symbol, null, null, "auto", Map.of(), null, Set.of());
    }
}
