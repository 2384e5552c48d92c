package org.tickwright.desktop.backtest;

import org.jspecify.annotations.Nullable;
import org.tickwright.risk.CommissionTerms;

/// Whether commission falls with what was traded earlier in the month, and what is counted for it.
enum TierBasis {
    NONE(null, "None", ""),
    VALUE(CommissionTerms.Basis.VALUE, "By the month's value", "0=10, 1000000=8"),
    UNITS(CommissionTerms.Basis.UNITS, "By the month's units", "0=0.0035, 300000=0.002");

    private final CommissionTerms.@Nullable Basis basis;
    private final String title;
    private final String usual;

    TierBasis(CommissionTerms.@Nullable Basis basis, String title, String usual) {
        this.basis = basis;
        this.title = title;
        this.usual = usual;
    }

    /// Tiers to begin with.
    String usual() {
        return usual;
    }

    /// Reads tiers like `0=10, 1000000=8` into terms; what is wrong with them is an [IllegalArgumentException].
    CommissionTerms apply(CommissionTerms terms, String tiers) {
        return basis == null ? terms : terms.withTiers(basis.name().toLowerCase(java.util.Locale.ROOT) + ":" + tiers);
    }

    /// The basis of terms.
    static TierBasis of(CommissionTerms terms) {
        if (terms.tiers().isEmpty()) {
            return NONE;
        }
        return terms.tiersBy() == CommissionTerms.Basis.VALUE ? VALUE : UNITS;
    }

    @Override
    public String toString() {
        return title;
    }
}
