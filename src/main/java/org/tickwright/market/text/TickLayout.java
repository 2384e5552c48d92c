package org.tickwright.market.text;

/// How a file of trades is laid out.
///
/// @param first the line of the first trade
/// @param time the column of the times
/// @param side the column that tells the aggressor, or -1
/// @param makers whether that column says if the buyer was there first, rather than who came
/// @param symbol the column that names the instrument, or -1
/// @param description in words, for the report
record TickLayout(
        byte separator,
        long first,
        int time,
        int price,
        int size,
        int side,
        boolean makers,
        int symbol,
        TimeStyle times,
        String description)
        implements EventRows.Layout {

    @Override
    public int last() {
        return Math.max(Math.max(time, price), Math.max(size, Math.max(side, symbol)));
    }
}
