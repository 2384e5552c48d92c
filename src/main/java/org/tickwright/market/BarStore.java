package org.tickwright.market;

import java.util.List;
import java.util.Optional;

/// Where series of bars live between launches. What was saved when a call returned survives the death of the process.
public interface BarStore {

    /// All series, by symbol then timeframe.
    List<SeriesInfo> list() throws StoreException;

    /// What is known of one series.
    Optional<SeriesInfo> find(SeriesKey key) throws StoreException;

    /// The bars of the newest version of a series.
    Optional<Bars> load(SeriesKey key) throws StoreException;

    /// Saves the bars as the series' next version, in one transaction: all of it or nothing.
    SeriesInfo save(SeriesKey key, Bars bars, String source, boolean simulated) throws StoreException;

    /// Removes a series with all its versions; false if there was none.
    boolean delete(SeriesKey key) throws StoreException;
}
