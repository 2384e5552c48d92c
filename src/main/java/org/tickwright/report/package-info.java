/// The tear sheet as values, then its renderers: HTML, PDF, CSV, JSON.
///
/// Start at [TearSheet].
@NullMarked
package org.tickwright.report;

import org.jspecify.annotations.NullMarked;
