/// The command line: one class per subcommand, the same use cases as the screen.
///
/// Start at [TickwrightCommand].
@NullMarked
package org.tickwright.command;

import org.jspecify.annotations.NullMarked;
