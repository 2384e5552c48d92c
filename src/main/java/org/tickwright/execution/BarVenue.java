package org.tickwright.execution;

/// A venue that is played from the bars of one instrument.
///
/// Whoever plays them calls, for each bar in order, [#open], [#range], [#close]. What is sent between two of
/// these calls is for the next bar, except between the halves of an opening. Bars before the one that
/// [#nextActiveBar] names may be left out, unless somebody sends, moves or cancels an order meanwhile: no
/// order would change on them, and a run that leaves them out gives the same bits as one that does not.
public interface BarVenue extends Venue {

    /// The first bar from `from` on, below `to`, on which an order may change; `to` if none.
    int nextActiveBar(int from, int to);

    /// The bar opens.
    default void open(int bar) {
        openExits(bar);
        openRest(bar);
    }

    /// The first half of an opening: what reduces a position, as far as nothing that enters comes before it. Where
    /// several instruments open at one time, all of them do this before any does the rest.
    void openExits(int bar);

    /// The second half of an opening: everything else, what was sent since the first half included.
    void openRest(int bar);

    /// The bar trades between its low and its high.
    void range(int bar);

    /// The bar closes; what is sent at a close can still be for it.
    void close(int bar);

    /// The data end: what was sent for that is done on a bar at a price in fixed point, the last one known.
    void end(int bar, long price);
}
