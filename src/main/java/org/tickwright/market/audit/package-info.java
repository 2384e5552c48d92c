/// Checks of rows and bars: order, duplicates, impossible prices, gaps, outliers.
///
/// Start at [AuditLog], which collects findings; the checks that need a whole series are in the other classes.
@NullMarked
package org.tickwright.market.audit;

import org.jspecify.annotations.NullMarked;
