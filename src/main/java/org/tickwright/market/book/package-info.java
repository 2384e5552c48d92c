/// Order books: what is bid and asked at each price, kept up to date change by change.
@NullMarked
package org.tickwright.market.book;

import org.jspecify.annotations.NullMarked;
