/// Questions in SQL on the screen: the editor, what there is to read, the answer.
///
/// Start at [SqlConsole].
@NullMarked
package org.tickwright.desktop.sql;

import org.jspecify.annotations.NullMarked;
