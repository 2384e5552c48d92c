package org.tickwright.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What was decided about the findings of a file or series, one mend per finding, in the order of the
/// codes.
///
/// A plan is its text: `DUPLICATE=merge,GAP=fill`, by which it can be kept beside what it was applied to.
public record MendPlan(List<Mend> mends) {
    /// Nothing was decided.
    public static final MendPlan NONE = new MendPlan(List.of());

    /// Sorts the mends; two for one finding are an [IllegalArgumentException].
    public MendPlan {
        mends = mends.stream()
                .sorted(java.util.Comparator.comparing(Mend::finding))
                .toList();
        for (int i = 1; i < mends.size(); i++) {
            if (mends.get(i).finding().equals(mends.get(i - 1).finding())) {
                throw new IllegalArgumentException(
                        "There are two mends for " + mends.get(i).finding());
            }
        }
    }

    /// Reads `FINDING=ACTION,…`; nothing is [#NONE].
    public static MendPlan parse(String text) {
        List<Mend> mends = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                mends.add(Mend.parse(part));
            }
        }
        return mends.isEmpty() ? NONE : new MendPlan(mends);
    }

    /// The mend for a finding.
    public Optional<Mend> of(String finding) {
        String code = finding.toUpperCase(Locale.ROOT);
        return mends.stream().filter(mend -> mend.finding().equals(code)).findFirst();
    }

    /// Whether this is what was decided about a finding.
    public boolean does(String finding, Mend.Action action) {
        return of(finding).filter(mend -> mend.action() == action).isPresent();
    }

    /// True if nothing was decided.
    public boolean isEmpty() {
        return mends.isEmpty();
    }

    @Override
    public String toString() {
        return String.join(",", mends.stream().map(Mend::toString).toList());
    }
}
