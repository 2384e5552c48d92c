/// Health and exporters. Holds nothing yet: the monitor arrives with its own release.
@NullMarked
package org.tickwright.monitor;

import org.jspecify.annotations.NullMarked;
