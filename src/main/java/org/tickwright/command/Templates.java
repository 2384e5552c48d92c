package org.tickwright.command;

import java.nio.file.Path;
import java.util.List;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.StrategyLibrary;

/// The templates that come with the program; needs no store.
final class Templates {
    private Templates() {}

    static List<StrategyDocument> all() {
        return new StrategyLibrary(Path.of("")).templates();
    }
}
