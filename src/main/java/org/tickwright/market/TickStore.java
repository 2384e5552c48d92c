package org.tickwright.market;

import java.util.List;
import java.util.Optional;

/// Where trades and quotes live between launches. What was saved when a call returned survives the death of the
/// process.
///
/// There may be far more ticks than fit into memory: they are appended in parts and loaded by range of time, and no
/// call but [#trades(String)] and [#quotes(String)] reads more than it gives back. What is read is the version in use:
/// the newest, unless an older one was chosen.
public interface TickStore {

    /// All series of ticks, by symbol then kind.
    List<TickInfo> list() throws StoreException;

    /// What is known of one series.
    Optional<TickInfo> find(TickKey key) throws StoreException;

    /// Saves trades as the next version, which then is in use, in one transaction: all of it or nothing. No trades are
    /// an [IllegalArgumentException]; saving again exactly what is in use leaves the version as it is.
    TickInfo save(String symbol, TradeTicks trades, TickOrigin origin) throws StoreException;

    /// Saves quotes like trades.
    TickInfo save(String symbol, QuoteTicks quotes, TickOrigin origin) throws StoreException;

    /// Adds trades at the end of the version in use, in one transaction. Trades before the last one, and trades without
    /// aggressor where those that are there have one, are an [IllegalArgumentException].
    TickInfo append(String symbol, TradeTicks trades) throws StoreException;

    /// Adds quotes like trades.
    TickInfo append(String symbol, QuoteTicks quotes) throws StoreException;

    /// All trades of the version in use, checked against their content hash.
    Optional<TradeTicks> trades(String symbol) throws StoreException;

    /// The trades from `from` (inclusive) to `to` (exclusive), nanoseconds UTC, of the version in use.
    Optional<TradeTicks> trades(String symbol, long from, long to) throws StoreException;

    /// All quotes of the version in use, checked against their content hash.
    Optional<QuoteTicks> quotes(String symbol) throws StoreException;

    /// The quotes from `from` (inclusive) to `to` (exclusive), nanoseconds UTC, of the version in use.
    Optional<QuoteTicks> quotes(String symbol, long from, long to) throws StoreException;

    /// All versions of a series, the first one first; none if there is no such series.
    List<TickVersion> versions(TickKey key) throws StoreException;

    /// Makes a version the one that is read, until another is chosen or saved. A version that is not there is an
    /// [IllegalArgumentException].
    TickInfo use(TickKey key, int version) throws StoreException;

    /// Removes a version that is not in use; one that is there and in use is an [IllegalArgumentException], false if
    /// there is none of that number.
    boolean remove(TickKey key, int version) throws StoreException;

    /// Removes a series of ticks with all its versions; false if there was none.
    boolean delete(TickKey key) throws StoreException;
}
