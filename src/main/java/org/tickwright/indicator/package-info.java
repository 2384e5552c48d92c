/// Incremental indicator kernels by TA-Lib's definitions, their catalogue, and expressions over them.
///
/// Start at [IndicatorCatalogue]. A new indicator is one [org.tickwright.spi.IndicatorDefinition] listed
/// there.
@NullMarked
package org.tickwright.indicator;

import org.jspecify.annotations.NullMarked;
