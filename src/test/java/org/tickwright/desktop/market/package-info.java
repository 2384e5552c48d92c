/// Measurements of the Market place in its window.
@NullMarked
package org.tickwright.desktop.market;

import org.jspecify.annotations.NullMarked;
