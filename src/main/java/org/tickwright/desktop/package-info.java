/// The JavaFX workstation: what places and frame agree on. The frame is `desktop.shell`; each place has its own folder.
///
/// Start at [Place] and [Desk].
@NullMarked
package org.tickwright.desktop;

import org.jspecify.annotations.NullMarked;
