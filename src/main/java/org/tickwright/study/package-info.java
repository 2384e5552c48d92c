/// What a result is worth: performance metrics, each with its formula.
///
/// Start at [Metrics].
@NullMarked
package org.tickwright.study;

import org.jspecify.annotations.NullMarked;
