package org.tickwright.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickwright.market.StoreException;

/// Where runs are kept with all that made them.
public interface RunArchive {

    /// A run as the list shows it. `created` is the wall clock when it was archived, nanoseconds UTC; `fills` is the
    /// fill profile.
    record Entry(String id, long created, String strategyName, String series, String fills, Summary summary) {}

    /// Keeps a run; `strategyJson` is the strategy file it ran, byte for byte. Returns its id, `r` and a
    /// number that rises.
    default String save(RunResult result, String strategyJson) throws StoreException {
        return save(result, strategyJson, Map.of());
    }

    /// Keeps a run with documents beside it, by names of up to 20 letters: what was known when it was made and is no
    /// part of the result itself.
    String save(RunResult result, String strategyJson, Map<String, String> annexes) throws StoreException;

    /// All runs, newest first.
    List<Entry> list() throws StoreException;

    /// A run by id.
    Optional<RunResult> load(String id) throws StoreException;

    /// The strategy file a run was made with.
    Optional<String> strategyJson(String id) throws StoreException;

    /// A document beside a run; empty if there is no such run or none of that name.
    Optional<String> annex(String id, String name) throws StoreException;

    /// Removes a run; false if there was none.
    boolean delete(String id) throws StoreException;
}
