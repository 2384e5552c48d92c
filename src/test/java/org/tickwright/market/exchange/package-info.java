@NullMarked
package org.tickwright.market.exchange;

import org.jspecify.annotations.NullMarked;
