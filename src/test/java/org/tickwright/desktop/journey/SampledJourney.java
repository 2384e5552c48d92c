package org.tickwright.desktop.journey;

import org.junit.jupiter.api.BeforeEach;
import org.tickwright.kernel.Progress;
import org.tickwright.strategy.StrategyDocument;

/// A person in front of a window whose home has the sample data.
abstract class SampledJourney extends WindowJourney {
    @BeforeEach
    void installSamples() throws Exception {
        window.workbench().series().installSamples(Progress.NONE);
    }

    StrategyDocument template(String name) {
        return window.workbench().strategies().templates().stream()
                .filter(document -> document.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
