/// The screenshot tour: every screen with real content as a picture, and the checks over each.
///
/// Start at [ScreenshotTourTest].
package org.tickwright.desktop.tour;
