/// The causality check against nodes that look ahead, and against honest ones that resemble them.
@NullMarked
package org.tickwright.causality;

import org.jspecify.annotations.NullMarked;
