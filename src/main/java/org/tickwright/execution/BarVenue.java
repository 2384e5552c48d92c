package org.tickwright.execution;

/// A venue that is played from the bars of one instrument.
///
/// Whoever plays them calls, for each bar in order, [#open], [#range], [#close]. Bars before the one that
/// [#nextActiveBar] names may be left out, unless somebody sends, moves or cancels an order meanwhile: no
/// order would change on them, and a run that leaves them out gives the same bits as one that does not.
public interface BarVenue extends Venue {

    /// The first bar from `from` on, below `to`, on which an order may change; `to` if none.
    int nextActiveBar(int from, int to);

    /// The bar opens.
    void open(int bar);

    /// The bar trades between its low and its high.
    void range(int bar);

    /// The bar closes; what is sent at a close can still be for it.
    void close(int bar);
}
