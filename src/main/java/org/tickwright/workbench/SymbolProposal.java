package org.tickwright.workbench;

import java.util.Locale;
import java.util.regex.Pattern;

/// Proposes a symbol from the name of a file: `aapl.csv.gz` gives `AAPL`, `equity-spy-1m-trades-2013-10.csv` gives
/// `SPY`.
final class SymbolProposal {
    private static final Pattern ENDING = Pattern.compile("\\.(csv|txt|tsv|gz|zip|json|dat|prn|parquet)$");
    private static final Pattern NOISE = Pattern.compile("equity|equities|crypto|fx|forex|futures?|stocks?|index|daily|"
        + "hourly|minutes?|weekly|monthly|intraday|trades?|aggtrades|quotes?|ticks?|bars?|klines?|candles?|ohlcv?|history|historical|prices?|data|full|raw|"
        + "\\d{1,4}(s|sec|m|min|h|d|w|mo|day|hour)|m\\d+|h\\d+|d1|[0-9]{1,2}|(19|20)\\d{2}([0-9]{2}){0,2}");

    private SymbolProposal() {}

    /// A symbol that fits a series, `DATA` where the name has none.
    static String from(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        String before;
        do {
            before = name;
            name = ENDING.matcher(name).replaceFirst("");
        } while (!name.equals(before));
        StringBuilder kept = new StringBuilder();
        for (String part : name.split("[^a-z0-9.^=]+", -1)) {
            if (!part.isEmpty() && !NOISE.matcher(part).matches()) {
                kept.append(kept.isEmpty() ? "" : "-").append(part);
            }
        }
        String symbol = kept.toString().toUpperCase(Locale.ROOT).replaceFirst("^[^A-Z0-9^]+", "");
        return symbol.isEmpty() ? "DATA" : symbol.substring(0, Math.min(64, symbol.length()));
    }
}
