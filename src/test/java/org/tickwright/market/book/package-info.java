@NullMarked
package org.tickwright.market.book;

import org.jspecify.annotations.NullMarked;
