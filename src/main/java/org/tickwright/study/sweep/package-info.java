/// Many runs of one strategy over the same data with other parameters, of which the figures are kept.
///
/// Start at [SweepRunner]; [SweepArchive] is the port to implement, [GuidedSearch] what a search that learns
/// implements.
@NullMarked
package org.tickwright.study.sweep;

import org.jspecify.annotations.NullMarked;
