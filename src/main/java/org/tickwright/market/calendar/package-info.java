/// When exchanges trade: their sessions, holidays, early closes and the days on which they were shut by surprise,
/// told by rules in small text files.
@NullMarked
package org.tickwright.market.calendar;

import org.jspecify.annotations.NullMarked;
