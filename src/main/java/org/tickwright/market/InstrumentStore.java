package org.tickwright.market;

import java.util.List;
import java.util.Optional;

/// Where a person's instruments live between launches. What was saved when a call returned survives the death of the
/// process.
public interface InstrumentStore {

    /// All instruments, by symbol.
    List<Instrument> list() throws StoreException;

    /// The instrument of a symbol.
    Optional<Instrument> find(String symbol) throws StoreException;

    /// Saves an instrument in place of the one of that symbol.
    void save(Instrument instrument) throws StoreException;

    /// Removes an instrument; false if there was none.
    boolean delete(String symbol) throws StoreException;
}
