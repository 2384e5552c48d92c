/// The JavaFX workstation: a folder per place. Start at [org.tickwright.desktop.shell.Workstation].
@NullMarked
package org.tickwright.desktop;

import org.jspecify.annotations.NullMarked;
