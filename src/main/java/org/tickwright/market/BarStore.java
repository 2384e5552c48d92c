package org.tickwright.market;

import java.util.List;
import java.util.Optional;

/// Where series of bars live between launches. What was saved when a call returned survives the death of the process.
public interface BarStore {

    /// All series, by symbol then timeframe.
    List<SeriesInfo> list() throws StoreException;

    /// What is known of one series.
    Optional<SeriesInfo> find(SeriesKey key) throws StoreException;

    /// The bars of the version of a series that is in use: the newest, unless an older one was
    /// chosen.
    Optional<Bars> load(SeriesKey key) throws StoreException;

    /// The bars that open from `from` (inclusive) to `to` (exclusive), nanoseconds UTC, of the version
    /// in use.
    default Optional<Bars> load(SeriesKey key, long from, long to) throws StoreException {
        return load(key).map(bars -> {
            int first = bars.indexAtOrAfter(from);
            return bars.slice(first, Math.max(bars.indexAtOrAfter(to), first));
        });
    }

    /// Saves the bars as the series' next version, which then is in use, in one transaction: all of it or nothing. An
    /// empty series is an
    /// [IllegalArgumentException]; saving again exactly what is there leaves the version as it is.
    SeriesInfo save(SeriesKey key, Bars bars, String source, boolean simulated) throws StoreException;

    /// Like the other, with how the bars came about.
    default SeriesInfo save(SeriesKey key, Bars bars, Provenance provenance) throws StoreException {
        return save(key, bars, provenance.source(), provenance.simulated());
    }

    /// All versions of a series, the first one first; none if there is no such series.
    List<SeriesVersion> versions(SeriesKey key) throws StoreException;

    /// The bars of one version.
    Optional<Bars> load(SeriesKey key, int version) throws StoreException;

    /// Makes a version the one that is read, until another is chosen or saved. A version that is not there is an
    /// [IllegalArgumentException].
    SeriesInfo use(SeriesKey key, int version) throws StoreException;

    /// Removes a version that is not in use; one that is there and in use is an [IllegalArgumentException], false if
    /// there is none of that number.
    boolean remove(SeriesKey key, int version) throws StoreException;

    /// Adds bars at the end of the version in use, in one transaction: the live tail. The series must be there and of
    /// the bars' timeframe and zone, and every bar must lie after its last one, else [IllegalArgumentException].
    SeriesInfo append(SeriesKey key, Bars bars) throws StoreException;

    /// Removes a series with all its versions; false if there was none.
    boolean delete(SeriesKey key) throws StoreException;
}
