/// The double-entry ledger, positions and closed trades of an account.
///
/// Start at [Ledger].
@NullMarked
package org.tickwright.portfolio;

import org.jspecify.annotations.NullMarked;
