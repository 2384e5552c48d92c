@NullMarked
package org.tickwright.market.feed;

import org.jspecify.annotations.NullMarked;
