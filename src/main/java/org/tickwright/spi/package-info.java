/// The face that indicators and nodes implement, built in or brought by a user in a jar.
///
/// Start at [IndicatorDefinition]; its [IndicatorKernel] does the work bar by bar. [NodeDefinition] is for
/// what takes or gives conditions. [SpiVersion] says what stays. A jar names its definitions in
/// `META-INF/services`.
@NullMarked
package org.tickwright.spi;

import org.jspecify.annotations.NullMarked;
