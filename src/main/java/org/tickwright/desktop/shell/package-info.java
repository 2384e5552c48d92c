/// The frame: rail, places, command palette, status bar, settings, background tasks.
///
/// Start at [Workstation].
@NullMarked
package org.tickwright.desktop.shell;

import org.jspecify.annotations.NullMarked;
