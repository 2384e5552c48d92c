package org.tickwright.desktop.studio;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec.Marks;
import org.tickwright.spi.IndicatorSpec.Parameter;
import org.tickwright.spi.NodeDefinition;

/// What a node should not be used without knowing: how many bars pass before its first value, and that it speaks of the
/// past late because it would repaint otherwise.
record NodeBadge(int warmUp, boolean repaints) {
    /// Nothing to say.
    static final NodeBadge NONE = new NodeBadge(0, false);

    /// Of an indicator with these values of its parameters; a value that it cannot take leaves the warm-up out.
    static NodeBadge of(IndicatorDefinition indicator, double... values) {
        return of(
                indicator.spec().parameters(),
                indicator::lookback,
                indicator.spec().marks(),
                values);
    }

    /// Of a node that a plug-in brought, in the same way.
    static NodeBadge of(NodeDefinition node, double... values) {
        return of(node.spec().parameters(), node::lookback, node.spec().marks(), values);
    }

    private static NodeBadge of(
            List<Parameter> parameters, ToIntFunction<IndicatorArguments> lookback, Marks marks, double... values) {
        boolean fits = values.length == parameters.size();
        for (int i = 0; fits && i < values.length; i++) {
            fits = values[i] >= parameters.get(i).from()
                    && values[i] <= parameters.get(i).to();
        }
        return new NodeBadge(fits ? lookback.applyAsInt(new IndicatorArguments(values)) : 0, marks.repaints());
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
