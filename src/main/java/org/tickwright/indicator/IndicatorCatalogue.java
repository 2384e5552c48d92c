package org.tickwright.indicator;

import java.util.List;
import java.util.Optional;
import org.tickwright.spi.IndicatorDefinition;

/// Every indicator there is, by name.
public final class IndicatorCatalogue {
    private final List<IndicatorDefinition> definitions;

    /// A catalogue of these definitions.
    public IndicatorCatalogue(List<IndicatorDefinition> definitions) {
        this.definitions = List.copyOf(definitions);
    }

    /// The built-in indicators.
    public static IndicatorCatalogue builtIn() {
        return new IndicatorCatalogue(List.of());
    }

    /// All definitions by name.
    public List<IndicatorDefinition> all() {
        return definitions;
    }

    /// The definition of that name, any case.
    public Optional<IndicatorDefinition> find(String name) {
        return definitions.stream()
                .filter(d -> d.spec().name().equalsIgnoreCase(name))
                .findFirst();
    }
}
