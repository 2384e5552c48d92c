/// The Data place: series list, import with preview and findings, delete, export.
///
/// Start at [DataPlace].
@NullMarked
package org.tickwright.desktop.data;

import org.jspecify.annotations.NullMarked;
