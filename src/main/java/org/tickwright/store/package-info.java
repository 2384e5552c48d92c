/// All SQL: the H2 store, its migrations, bars as compressed chunks, archived runs,
/// the ledger of trials.
///
/// Start at [H2Store].
@NullMarked
package org.tickwright.store;

import org.jspecify.annotations.NullMarked;
