package org.tickwright.workbench;

import java.util.List;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.strategy.NodeCatalogue;
import org.tickwright.strategy.Problem;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyDescription;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyValidator;

/// What can be said of a strategy without data: its problems, what it does in words, the schema of its file.
public final class StrategyChecks {
    private StrategyChecks() {}

    /// All problems, errors first.
    public static List<Problem> validate(StrategyDocument document, IndicatorCatalogue indicators) {
        return new StrategyValidator(new NodeCatalogue(indicators)).validate(document);
    }

    /// All problems, errors first, with the nodes that plug-ins brought known.
    public static List<Problem> validate(StrategyDocument document, Catalogues catalogues) {
        return new StrategyValidator(catalogues.nodes()).validate(document);
    }

    /// What the strategy does in plain words.
    public static String describe(StrategyDocument document, Catalogues catalogues) {
        return StrategyDescription.describe(document, catalogues.nodes());
    }

    /// What a strategy of built-in nodes does in plain words.
    public static String describe(StrategyDocument document) {
        return StrategyDescription.describe(document);
    }

    /// The JSON schema of strategy files.
    public static String schema() {
        return StrategyCodec.schema();
    }
}
