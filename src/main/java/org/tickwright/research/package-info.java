/// News, sentiment and retrieval. Holds nothing yet: research arrives with its own release.
@NullMarked
package org.tickwright.research;

import org.jspecify.annotations.NullMarked;
