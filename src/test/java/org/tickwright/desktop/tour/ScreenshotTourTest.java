package org.tickwright.desktop.tour;

/// The tour without a display; its pictures lie in `target/screenshots`.
class ScreenshotTourTest extends Tour {
    ScreenshotTourTest() {
        super("screenshots");
    }
}
