package org.tickwright.engine;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tickwright.execution.IntrabarPolicy;

/// How the `realistic` profile fills; `plain` reads none of it.
///
/// `participation` is the most of a bar's volume that all orders together may take, a fraction above 0 and
/// at most 1. `intrabar` names the finer series that tells what happened inside the bars (`AAPL 1m`; of several
/// instruments one each, `AAPL 1m, MSFT 1m`), null for none.
/// `resolution` decides what stays open, with `seed` where it is by chance. `band` asks
/// an archived run to be made again with what stays open resolved otherwise, see [Band].
public record FillTerms(
        double participation, @Nullable String intrabar, Resolution resolution, long seed, boolean band) {
    /// A tenth of the volume, no finer series, the worst of what is open.
    public static final FillTerms DEFAULTS = new FillTerms(0.1, null, Resolution.PESSIMISTIC, 0, true);

    /// How a bar is read that does not tell what happened on it.
    public enum Resolution {
        /// The worst for the account by the bar's close.
        PESSIMISTIC,
        /// The best for the account by the bar's close.
        OPTIMISTIC,
        /// By chance from the seed, the same for the same seed.
        SEEDED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Checks the range.
    public FillTerms {
        if (!(participation > 0 && participation <= 1)) {
            throw new IllegalArgumentException(
                    "Participation must be a fraction of the bar's volume above 0 and at most 1, was " + participation);
        }
    }

    /// The same with another way to resolve what is open.
    public FillTerms resolving(Resolution other, long otherSeed) {
        return new FillTerms(participation, intrabar, other, otherSeed, band);
    }

    /// The names of the finer series, one for each instrument that has any.
    public List<String> intrabarSeries() {
        return intrabar == null
                ? List.of()
                : Pattern.compile(",")
                        .splitAsStream(intrabar)
                        .map(String::strip)
                        .toList();
    }

    IntrabarPolicy policy() {
        return switch (resolution) {
            case PESSIMISTIC -> IntrabarPolicy.PESSIMISTIC;
            case OPTIMISTIC -> IntrabarPolicy.OPTIMISTIC;
            case SEEDED -> IntrabarPolicy.seeded(seed);
        };
    }
}
