/// The Market place: the simulated exchange and recordings, told live.
@NullMarked
package org.tickwright.desktop.market;

import org.jspecify.annotations.NullMarked;
