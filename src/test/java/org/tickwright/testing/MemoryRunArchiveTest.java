package org.tickwright.testing;

import org.tickwright.engine.RunArchive;

class MemoryRunArchiveTest extends RunArchiveContract {
    private final MemoryRunArchive archive = new MemoryRunArchive();

    @Override
    protected RunArchive archive() {
        return archive;
    }
}
