package org.tickwright.market;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a text file is read. What is null is found from the file.
///
/// `columns` maps `time`, `date`, `open`, `high`, `low`, `close`, `volume` to a header name or a position
/// counted from 1; empty means the reader finds them. `dateOrder` is `DMY` or `MDY` for dates that could
/// be either. `accept` names codes of findings that shall not block; `mends` says what becomes of rows
/// that have a finding.
public record ImportOptions(
        String symbol,
        @Nullable Timeframe timeframe,
        @Nullable ZoneId zone,
        String format,
        Map<String, String> columns,
        @Nullable String dateOrder,
        Set<String> accept,
        MendPlan mends) {

    /// Options without mends.
    public ImportOptions(
            String symbol,
            @Nullable Timeframe timeframe,
            @Nullable ZoneId zone,
            String format,
            Map<String, String> columns,
            @Nullable String dateOrder,
            Set<String> accept) {
        this(symbol, timeframe, zone, format, columns, dateOrder, accept, MendPlan.NONE);
    }

    /// The same under another symbol.
    public ImportOptions withSymbol(String other) {
        return new ImportOptions(other, timeframe, zone, format, columns, dateOrder, accept, mends);
    }

    /// The same of another timeframe.
    public ImportOptions withTimeframe(@Nullable Timeframe other) {
        return new ImportOptions(symbol, other, zone, format, columns, dateOrder, accept, mends);
    }

    /// The same with times read in another zone.
    public ImportOptions withZone(@Nullable ZoneId other) {
        return new ImportOptions(symbol, timeframe, other, format, columns, dateOrder, accept, mends);
    }

    /// The same with other mends.
    public ImportOptions withMends(MendPlan other) {
        return new ImportOptions(symbol, timeframe, zone, format, columns, dateOrder, accept, other);
    }

    /// Everything found from the file.
    public static ImportOptions forSymbol(String symbol) {
        return new ImportOptions(symbol, null, null, "auto", Map.of(), null, Set.of());
    }
}
