/// The face that indicators implement, built in or brought by a user.
///
/// Start at [IndicatorDefinition]; its [IndicatorKernel] does the work bar by bar.
@NullMarked
package org.tickwright.spi;

import org.jspecify.annotations.NullMarked;
