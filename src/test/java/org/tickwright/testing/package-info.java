/// What tests of several packages share.
@NullMarked
package org.tickwright.testing;

import org.jspecify.annotations.NullMarked;
