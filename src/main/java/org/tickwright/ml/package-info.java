/// Features, scoring, anomaly and regime as pure code. Holds nothing yet: models arrive with their own release.
@NullMarked
package org.tickwright.ml;

import org.jspecify.annotations.NullMarked;
