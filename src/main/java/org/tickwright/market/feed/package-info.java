/// Markets as they are told while they happen: the face of every feed, its events, and what lies between a feed's
/// thread and whoever listens.
@NullMarked
package org.tickwright.market.feed;

import org.jspecify.annotations.NullMarked;
