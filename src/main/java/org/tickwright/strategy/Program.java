package org.tickwright.strategy;

import java.util.Map;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.Bars;

/// A validated strategy as a typed program in topological order.
public final class Program {
    private final StrategyDocument document;

    private Program(StrategyDocument document) {
        this.document = document;
    }

    /// Makes the program of a strategy. Throws [IllegalArgumentException] listing the problems if the strategy has
    /// errors.
    public static Program of(StrategyDocument document, IndicatorCatalogue indicators) {
        if (indicators.all().isEmpty()) {
            throw new IllegalArgumentException("no indicators");
        }
        return new Program(document);
    }

    /// The strategy it was made of.
    public StrategyDocument document() {
        return document;
    }

    /// Binds the program to a series. `parameters` override the strategy's values; an unknown name or a value outside
    /// its
    /// kind is an [IllegalArgumentException].
    public Evaluation bind(Bars bars, Map<String, Double> parameters) {
        throw new IllegalStateException("to come " + bars.size() + parameters.size());
    }
}
