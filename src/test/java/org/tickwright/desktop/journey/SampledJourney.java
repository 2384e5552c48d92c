package org.tickwright.desktop.journey;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.desktop.shell.StartOptions;
import org.tickwright.desktop.tour.TourWindow;
import org.tickwright.kernel.Progress;
import org.tickwright.strategy.StrategyDocument;

/// A person in front of a window whose home has the sample data.
abstract class SampledJourney {
    @TempDir
    Path home;

    TourWindow window;
    Journey person;

    @BeforeEach
    void launch() throws Exception {
        window = new TourWindow(home, StartOptions.Welcome.NEVER);
        person = new Journey(window);
        window.workbench().series().installSamples(Progress.NONE);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    StrategyDocument template(String name) {
        return window.workbench().strategies().templates().stream()
                .filter(document -> document.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
