package org.tickwright.engine;

import org.tickwright.execution.FillProfile;
import org.tickwright.risk.Costs;

/// By which rules and at what cost an account of several instruments fills.
record AccountTerms(FillProfile fills, Costs costs) {
    /// The terms of a run's settings. A profile that knows one instrument only is an [IllegalArgumentException].
    static AccountTerms of(RunSettings settings) {
        if (settings.realistic()) {
            throw new IllegalArgumentException("A strategy that trades several instruments runs with the fill profile"
                    + " plain so far, was " + settings.fills() + ". Choose plain.");
        }
        if (!settings.costs().isNone()) {
            throw new IllegalArgumentException("A strategy that trades several instruments pays commission and"
                    + " slippage in basis points so far; take the other costs out of the settings.");
        }
        return new AccountTerms(
                FillProfile.named(settings.fills()), new Costs(settings.commissionBps(), settings.slippageBps()));
    }
}
