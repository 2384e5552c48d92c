package org.tickwright.indicator;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickwright.indicator.ta4j.BorrowedIndicators;
import org.tickwright.spi.IndicatorDefinition;

/// Every indicator there is, by name.
public final class IndicatorCatalogue {
    private static final IndicatorCatalogue BUILT_IN = new IndicatorCatalogue(Stream.of(
                    OverlapStudies.all(),
                    MomentumIndicators.all(),
                    CycleIndicators.all(),
                    VolatilityIndicators.all(),
                    VolumeIndicators.all(),
                    StatisticFunctions.all(),
                    PriceTransforms.all(),
                    MathOperators.all(),
                    MathTransforms.all(),
                    PatternRecognition.all(),
                    FurtherAverages.all(),
                    Channels.all(),
                    FurtherOscillators.all(),
                    VolumeFlow.all(),
                    BarLevels.all(),
                    SwingStudies.all(),
                    ChartPatterns.all(),
                    BorrowedIndicators.all())
            .flatMap(List::stream)
            .toList());

    private final List<IndicatorDefinition> definitions;
    private final Map<String, IndicatorDefinition> byName;

    /// A catalogue of these definitions, whose names must differ in more than letter case.
    public IndicatorCatalogue(List<IndicatorDefinition> definitions) {
        this.definitions = definitions.stream()
                .sorted(Comparator.comparing(definition -> key(definition.spec().name())))
                .toList();
        byName = this.definitions.stream()
                .collect(Collectors.toUnmodifiableMap(
                        definition -> key(definition.spec().name()), Function.identity()));
    }

    /// The built-in indicators.
    public static IndicatorCatalogue builtIn() {
        return BUILT_IN;
    }

    /// All definitions by name.
    public List<IndicatorDefinition> all() {
        return definitions;
    }

    /// The definition of that name, any case.
    public Optional<IndicatorDefinition> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
