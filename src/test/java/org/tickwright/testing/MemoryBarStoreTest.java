package org.tickwright.testing;

import org.tickwright.market.BarStore;

class MemoryBarStoreTest extends BarStoreContract {
    private final MemoryBarStore store = new MemoryBarStore();

    @Override
    protected BarStore store() {
        return store;
    }
}
