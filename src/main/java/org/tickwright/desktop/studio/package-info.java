/// Strategy Studio: the graph editor, palette, inspector, problems, live preview.
///
/// Start at [StudioPlace].
@NullMarked
package org.tickwright.desktop.studio;

import org.jspecify.annotations.NullMarked;
