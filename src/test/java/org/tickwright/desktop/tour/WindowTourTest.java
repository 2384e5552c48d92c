package org.tickwright.desktop.tour;

import org.junit.jupiter.api.Tag;

/// The tour in a real window; its pictures lie in `target/screenshots-window`.
@Tag("window")
class WindowTourTest extends Tour {
    WindowTourTest() {
        super("screenshots-window");
    }
}
