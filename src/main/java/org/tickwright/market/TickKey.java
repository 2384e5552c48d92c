package org.tickwright.market;

/// Which ticks: a symbol and their kind, written `AAPL trades`.
public record TickKey(String symbol, Kind kind) {

    /// What a tick is.
    public enum Kind {
        TRADES,
        QUOTES;

        @Override
        public String toString() {
            return this == TRADES ? "trades" : "quotes";
        }
    }

    /// Checks the symbol.
    public TickKey {
        SeriesKey.checkSymbol(symbol);
    }

    /// The trades of a symbol.
    public static TickKey trades(String symbol) {
        return new TickKey(symbol, Kind.TRADES);
    }

    /// The quotes of a symbol.
    public static TickKey quotes(String symbol) {
        return new TickKey(symbol, Kind.QUOTES);
    }

    @Override
    public String toString() {
        return symbol + " " + kind;
    }
}
