@NullMarked
package org.tickwright.market.calendar;

import org.jspecify.annotations.NullMarked;
