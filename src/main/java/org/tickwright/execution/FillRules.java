package org.tickwright.execution;

import org.jspecify.annotations.Nullable;

/// What the realistic profile is run with.
///
/// `participation` is the most of a bar's volume that all orders together may take, as a fraction; `lot` the
/// smallest step of a quantity in the account's units; `finer` prices of the same instrument that say what
/// happened inside each bar, null where there are none.
public record FillRules(
        double participation,
        long lot,
        IntrabarPolicy policy,
        @Nullable FinerPrices finer) {

    /// Checks ranges.
    public FillRules {
        if (!(participation > 0 && participation <= 1) || lot < 1) {
            throw new IllegalArgumentException("Participation must be above 0 and at most 1 and a lot at least 1,"
                    + " were " + participation + " and " + lot);
        }
    }
}
