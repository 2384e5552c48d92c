package org.tickwright.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.StrategyMarket;

/// The universe of a run as a person writes it: symbols with commas between them. Begins with what the store has beside
/// the base series and follows it until a person writes a universe of their own. One thread, without a toolkit.
public final class UniverseModel {
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper needed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private List<String> offered = List.of();
    private @Nullable SeriesInfo base;
    private String proposed = "";

    /// An empty one, of a strategy that needs none.
    public UniverseModel() {
        text.addListener((property, before, now) -> judge());
    }

    /// What is written.
    public StringProperty text() {
        return text;
    }

    /// True if the strategy names `each`.
    public ReadOnlyBooleanProperty needed() {
        return needed.getReadOnlyProperty();
    }

    /// What is wrong with it; empty if nothing is or none is needed.
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// The symbols that can be chosen.
    public List<String> offered() {
        return offered;
    }

    /// Fits it to a strategy, a base series and what there is in the store.
    public void fit(@Nullable StrategyDocument document, @Nullable SeriesInfo series, List<SeriesInfo> stored) {
        base = series;
        offered = series == null
                ? List.of()
                : stored.stream()
                        .map(SeriesInfo::key)
                        .filter(key -> key.timeframe().equals(series.key().timeframe()))
                        .map(SeriesKey::symbol)
                        .distinct()
                        .sorted()
                        .toList();
        needed.set(document != null && new StrategyMarket(document).needsUniverse());
        boolean own = !text.get().isBlank() && !text.get().equals(proposed);
        proposed = series == null ? "" : String.join(", ", StrategyMarket.usualUniverse(series, stored));
        if (!own) {
            text.set(proposed);
        }
        judge();
    }

    /// The symbols; none where the strategy needs none.
    public List<String> symbols() {
        return needed.get() ? written() : List.of();
    }

    private List<String> written() {
        return List.copyOf(new TreeSet<>(Stream.of(text.get().split(","))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList()));
    }

    private void judge() {
        List<String> missing = new ArrayList<>(symbols());
        missing.removeAll(offered);
        SeriesInfo series = base;
        problem.set(
                missing.isEmpty() || series == null
                        ? ""
                        : "There is no " + missing.getFirst() + " "
                                + series.key().timeframe() + " in the store. Import"
                                + " it in Data, or take it out of the universe.");
    }
}
