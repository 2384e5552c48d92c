/// Tests of what the places of the desktop share.
@NullMarked
package org.tickwright.desktop;

import org.jspecify.annotations.NullMarked;
