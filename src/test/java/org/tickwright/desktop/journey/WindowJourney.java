package org.tickwright.desktop.journey;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.desktop.shell.StartOptions;
import org.tickwright.desktop.tour.TourWindow;

/// A person in front of a window of their own, whose home is empty.
abstract class WindowJourney {
    @TempDir
    Path home;

    TourWindow window;
    Journey person;

    @BeforeEach
    void launch() throws Exception {
        window = new TourWindow(home, welcome());
        person = new Journey(window);
    }

    /// Whether the person is welcomed.
    StartOptions.Welcome welcome() {
        return StartOptions.Welcome.NEVER;
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }
}
