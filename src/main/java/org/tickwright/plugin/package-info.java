/// Finds, loads and fences what users add. Holds nothing yet: plug-ins arrive with their own release.
@NullMarked
package org.tickwright.plugin;

import org.jspecify.annotations.NullMarked;
