@NullMarked
package org.tickwright.market.messages;

import org.jspecify.annotations.NullMarked;
