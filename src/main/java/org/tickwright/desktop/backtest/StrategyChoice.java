package org.tickwright.desktop.backtest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.StrategyDocument;

/// A strategy that can be run: a template, a file of the user's, or one handed over unsaved from elsewhere.
record StrategyChoice(StrategyDocument document, @Nullable Path file, boolean template) {

    String name() {
        return document.name();
    }

    /// Where it comes from, in a word.
    String origin() {
        if (template) {
            return "template";
        }
        return file == null ? "from Studio" : "saved";
    }
}
