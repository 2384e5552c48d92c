/// Reads text files of bars: finds separator, decimal mark, columns, time format and zone by itself, and says what it
/// found.
///
/// Start at [BarFileReader]. The bytes of a file go through [org.tickwright.market.audit] before anybody sees bars.
@NullMarked
package org.tickwright.market.text;

import org.jspecify.annotations.NullMarked;
