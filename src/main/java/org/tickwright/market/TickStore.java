package org.tickwright.market;

import java.util.List;
import java.util.Optional;

/// Where trades live between launches. What was saved when a call returned survives the death of the process.
///
/// There may be far more ticks than fit into memory: they are appended in parts and loaded by range of time, and no
/// call but [#trades(String)] reads more than it gives back.
public interface TickStore {

    /// All series of ticks, by symbol then kind.
    List<TickInfo> list() throws StoreException;

    /// What is known of one series.
    Optional<TickInfo> find(TickKey key) throws StoreException;

    /// Saves trades as the next version, in one transaction: all of it or nothing. No trades are an
    /// [IllegalArgumentException]; saving again exactly what is there leaves the version as it is.
    TickInfo save(String symbol, TradeTicks trades, TickOrigin origin) throws StoreException;

    /// Adds trades at the end of the newest version, in one transaction. Trades before the last one, and trades without
    /// aggressor where those that are there have one, are an [IllegalArgumentException].
    TickInfo append(String symbol, TradeTicks trades) throws StoreException;

    /// All trades of the newest version, checked against their content hash.
    Optional<TradeTicks> trades(String symbol) throws StoreException;

    /// The trades from `from` (inclusive) to `to` (exclusive), nanoseconds UTC, of the newest version.
    Optional<TradeTicks> trades(String symbol, long from, long to) throws StoreException;

    /// Removes a series of ticks with all its versions; false if there was none.
    boolean delete(TickKey key) throws StoreException;
}
