/// Time, fixed point, primitive columns, hashes and progress: what every other package stands on.
///
/// Start at [FixedPoint] for money and quantities, [DoubleColumn] for analytics, [Clock] for time. Nothing
/// here knows of markets; nothing here reads the wall clock.
@NullMarked
package org.tickwright.kernel;

import org.jspecify.annotations.NullMarked;
