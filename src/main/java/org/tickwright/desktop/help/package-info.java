/// The help pages: Markdown of the program, read and shown as plain nodes.
///
/// Start at [HelpCard].
@NullMarked
package org.tickwright.desktop.help;

import org.jspecify.annotations.NullMarked;
