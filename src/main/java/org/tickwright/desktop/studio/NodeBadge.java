package org.tickwright.desktop.studio;

import java.util.List;
import java.util.Locale;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec.Parameter;

/// What a node should not be used without knowing: how many bars pass before its first value, and that it speaks of the
/// past late because it would repaint otherwise.
record NodeBadge(int warmUp, boolean repaints) {
    /// Nothing to say.
    static final NodeBadge NONE = new NodeBadge(0, false);

    /// Of an indicator with these values of its parameters; a value that it cannot take leaves the warm-up out.
    static NodeBadge of(IndicatorDefinition definition, double... values) {
        List<Parameter> parameters = definition.spec().parameters();
        boolean fits = values.length == parameters.size();
        for (int i = 0; fits && i < values.length; i++) {
            fits = values[i] >= parameters.get(i).from()
                    && values[i] <= parameters.get(i).to();
        }
        int lookback = fits ? definition.lookback(new IndicatorArguments(values)) : 0;
        return new NodeBadge(lookback, definition.spec().marks().repaints());
    }

    /// True if there is something to say.
    boolean shown() {
        return repaints || warmUp > 0;
    }

    /// What fits on a card.
    String label() {
        return repaints ? "repaints" : warmUp > 0 ? "warm-up " + warmUp : "";
    }

    /// The whole in sentences; empty if there is nothing to say.
    String words() {
        String late = repaints
                ? "Repaints: drawn at the bars it speaks of it would change its past. A strategy therefore gets each"
                        + " value at the bar that confirms it, and nothing early."
                : "";
        String bars = warmUp > 0
                ? String.format(
                        Locale.ROOT,
                        "Warm-up: no value in the first %s that it reads.",
                        warmUp == 1 ? "bar" : warmUp + " bars")
                : "";
        return late.isEmpty() || bars.isEmpty() ? late + bars : late + "\n" + bars;
    }
}
