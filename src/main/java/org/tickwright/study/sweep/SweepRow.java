package org.tickwright.study.sweep;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.Summary;

/// What one combination of a sweep came to: the summary of the very run that these parameters give, bit for bit, or
/// why there is none.
///
/// @param point number of the combination in the plan, from 0
/// @param parameters the values tried, by name
/// @param summary the figures, null where the run was not possible
/// @param fault why it was not possible, null where it was
public record SweepRow(
        int point,
        Map<String, Double> parameters,
        @Nullable Summary summary,
        @Nullable String fault) {

    /// Sorts the parameters by name.
    public SweepRow {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        if ((summary == null) == (fault == null)) {
            throw new IllegalArgumentException("A row has figures or a fault, and not both");
        }
    }

    /// A figure; NaN where the run has none.
    public double figure(SweepFigure figure) {
        return summary == null ? Double.NaN : figure.of(summary);
    }
}
