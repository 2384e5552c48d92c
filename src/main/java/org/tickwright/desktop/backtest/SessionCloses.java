package org.tickwright.desktop.backtest;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.RunSeries;
import org.tickwright.market.SessionClose;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.StrategyMarket;

/// When sessions close, as a person writes it: `16:00@America/New_York`, or several with commas between them,
/// `SPY=16:00` for those of one symbol. JavaFX thread.
final class SessionCloses {
    private static final Pattern COMMA = Pattern.compile(",");

    private final TextEntry entry =
            new TextEntry(text -> TextEntry.objection(written -> SessionClose.Given.ofTexts(parts(written)), text));

    private final ReadOnlyBooleanWrapper needed = new ReadOnlyBooleanWrapper();

    private static List<String> parts(String text) {
        return COMMA.splitAsStream(text)
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    /// What was typed.
    TextEntry entry() {
        return entry;
    }

    /// True where the strategy joins other series, which is all that closes matter to.
    ReadOnlyBooleanProperty needed() {
        return needed.getReadOnlyProperty();
    }

    /// Fits them to a strategy.
    void fit(@Nullable StrategyDocument document) {
        needed.set(document != null && new StrategyMarket(document).readsOthers());
    }

    /// What is wrong; empty if nothing is, or if none are needed.
    String problem() {
        return needed.get() ? entry.problem().get() : "";
    }

    /// The closes, none where none are needed; only while the entry is valid.
    SessionClose.Given given() {
        return needed.get() ? SessionClose.Given.ofTexts(parts(entry.value())) : SessionClose.Given.NONE;
    }

    /// Shows the closes of an earlier run, which knows them for each series that it read.
    void show(List<RunSeries> inputs) {
        entry.text()
                .set(inputs.stream()
                        .filter(input -> input.sessionClose() != null)
                        .map(input -> input.key().symbol() + "=" + input.sessionClose())
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }
}
