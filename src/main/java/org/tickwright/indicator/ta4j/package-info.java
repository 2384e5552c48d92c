/// The indicators of ta4j for which there is no kernel of our own, behind the same face. Nothing else imports
/// ta4j.
///
/// Start at [BorrowedIndicators]. They box every number and remember every bar, so they cost many times what a
/// kernel does; their marks say so.
@NullMarked
package org.tickwright.indicator.ta4j;

import org.jspecify.annotations.NullMarked;
