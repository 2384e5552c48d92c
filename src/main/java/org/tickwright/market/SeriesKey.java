package org.tickwright.market;

/// Which series: a symbol and a timeframe, written `AAPL 1d`.
public record SeriesKey(String symbol, Timeframe timeframe) {
    /// Checks that the symbol is there and fits a file name and a command line.
    public SeriesKey {
        checkSymbol(symbol);
    }

    /// Throws [IllegalArgumentException] for what is no symbol.
    public static void checkSymbol(String symbol) {
        if (!symbol.matches("[A-Za-z0-9^][A-Za-z0-9._:^=/-]{0,63}")) {
            throw new IllegalArgumentException(
                    "A symbol is 1 to 64 letters, digits or . _ : ^ = / - and starts with a letter or digit, was '"
                            + symbol + "'");
        }
    }

    @Override
    public String toString() {
        return symbol + " " + timeframe;
    }
}
