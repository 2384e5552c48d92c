/// The local programming interface. Holds nothing yet: it arrives with its own release.
@NullMarked
package org.tickwright.api;

import org.jspecify.annotations.NullMarked;
