package org.tickwright.workbench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.tickwright.market.Instrument;
import org.tickwright.market.InstrumentStore;

/// Instruments that are forgotten with the program.
public final class MemoryInstrumentStore implements InstrumentStore {
    private final Map<String, Instrument> all = new ConcurrentSkipListMap<>();

    /// None yet.
    public MemoryInstrumentStore() {}

    @Override
    public List<Instrument> list() {
        return List.copyOf(all.values());
    }

    @Override
    public Optional<Instrument> find(String symbol) {
        return Optional.ofNullable(all.get(symbol));
    }

    @Override
    public void save(Instrument instrument) {
        all.put(instrument.symbol(), instrument);
    }

    @Override
    public boolean delete(String symbol) {
        return all.remove(symbol) != null;
    }
}
