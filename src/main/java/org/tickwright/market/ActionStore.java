package org.tickwright.market;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where splits and dividends live between launches, by symbol. Every list of them that was saved is kept as a version
/// with the time from which it was known here, so that what was known at a time can be told later.
public interface ActionStore {

    /// What is known of one version: `known` is when it was saved, nanoseconds UTC; `raw` the hash of the file as it
    /// came, null where none was kept.
    record Info(
            String symbol,
            int version,
            int splits,
            int dividends,
            long known,
            String contentHash,
            String source,
            @Nullable String raw) {}

    /// The newest version of every symbol, by symbol.
    List<Info> list() throws StoreException;

    /// All versions of a symbol, the first one first; none if there are none.
    List<Info> versions(String symbol) throws StoreException;

    /// What was known of a symbol at a time, nanoseconds UTC; empty if nothing was.
    Optional<CorporateActions> find(String symbol, long knownAt) throws StoreException;

    /// What is known of a symbol now.
    default Optional<CorporateActions> find(String symbol) throws StoreException {
        return find(symbol, Long.MAX_VALUE);
    }

    /// Saves a list as the next version, known from now on; saving again exactly what is the newest leaves it as it is.
    Info save(String symbol, CorporateActions actions, String source, @Nullable String raw) throws StoreException;

    /// Removes all versions of a symbol; false if there was none.
    boolean delete(String symbol) throws StoreException;
}
