package org.tickwright.workbench;

import org.tickwright.study.sweep.SweepArchive;
import org.tickwright.testing.SweepArchiveContract;

class MemorySweepArchiveTest extends SweepArchiveContract {
    private final MemorySweepArchive archive = new MemorySweepArchive();

    @Override
    protected SweepArchive archive() {
        return archive;
    }
}
