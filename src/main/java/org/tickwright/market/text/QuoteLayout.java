package org.tickwright.market.text;

/// How a file of quotes is laid out; -1 where there is no such column.
///
/// @param first the line of the first quote
/// @param width how many fields a row has at most
/// @param description in words, for the report
record QuoteLayout(
        byte separator,
        long first,
        int time,
        int bid,
        int bidSize,
        int ask,
        int askSize,
        int symbol,
        TimeStyle times,
        int width,
        String description)
        implements EventRows.Layout {

    @Override
    public int last() {
        int prices = Math.max(time, Math.max(bid, ask));
        return Math.max(Math.max(prices, symbol), Math.max(bidSize, askSize));
    }
}
