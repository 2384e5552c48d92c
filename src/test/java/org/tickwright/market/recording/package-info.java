@NullMarked
package org.tickwright.market.recording;

import org.jspecify.annotations.NullMarked;
