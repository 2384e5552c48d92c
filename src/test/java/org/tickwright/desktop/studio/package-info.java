/// Tests of Studio.
@NullMarked
package org.tickwright.desktop.studio;

import org.jspecify.annotations.NullMarked;
