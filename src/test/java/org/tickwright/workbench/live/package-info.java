@NullMarked
package org.tickwright.workbench.live;

import org.jspecify.annotations.NullMarked;
