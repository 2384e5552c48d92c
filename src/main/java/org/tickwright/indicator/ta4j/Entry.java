package org.tickwright.indicator.ta4j;

import java.util.ArrayList;
import java.util.List;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;

/// A line of the table: what is borrowed, from its name to its maker. [#of] begins it, [#value] or [#bars]
/// ends it.
final class Entry {
    static final String PREFIX = "TA4J_";
    static final String GROUP = "ta4j";

    private static final int LONGEST = 100_000;
    private static final List<String> BARS = List.of("open", "high", "low", "close", "volume");

    private final String name;
    private final String title;
    private final List<IndicatorSpec.Parameter> parameters = new ArrayList<>();
    private boolean repaints;

    private Entry(String name, String title) {
        this.name = name;
        this.title = title;
    }

    static Entry of(String name, String title) {
        return new Entry(name, title);
    }

    Entry period(String parameter, int byDefault) {
        return count(parameter, 2, LONGEST, byDefault);
    }

    Entry count(String parameter, int from, int to, int byDefault) {
        parameters.add(new IndicatorSpec.Parameter(parameter, words(parameter), true, from, to, byDefault, List.of()));
        return this;
    }

    Entry number(String parameter, double from, double to, double byDefault) {
        parameters.add(new IndicatorSpec.Parameter(parameter, words(parameter), false, from, to, byDefault, List.of()));
        return this;
    }

    Entry repaints() {
        repaints = true;
        return this;
    }

    /// Over one column.
    IndicatorDefinition value(IndicatorSpec.Place place, IndicatorSpec.Unit unit, BorrowedIndicator.Maker maker) {
        return define(List.of(new IndicatorSpec.Input("real", "close")), place, unit, maker);
    }

    /// Over whole bars.
    IndicatorDefinition bars(IndicatorSpec.Place place, IndicatorSpec.Unit unit, BorrowedIndicator.Maker maker) {
        return define(
                BARS.stream()
                        .map(column -> new IndicatorSpec.Input(column, column))
                        .toList(),
                place,
                unit,
                maker);
    }

    private IndicatorDefinition define(
            List<IndicatorSpec.Input> inputs,
            IndicatorSpec.Place place,
            IndicatorSpec.Unit unit,
            BorrowedIndicator.Maker maker) {
        IndicatorSpec spec = new IndicatorSpec(
                PREFIX + name,
                title,
                GROUP,
                title + ", as the library ta4j 0.22 defines and seeds it. It boxes every number and remembers every "
                        + "bar: many times slower than the others, and a long series takes memory.",
                inputs,
                List.copyOf(parameters),
                List.of(new IndicatorSpec.Output("Real", unit)),
                place,
                new IndicatorSpec.Marks(repaints, IndicatorSpec.Cost.WINDOW));
        return new BorrowedIndicator(spec, maker);
    }

    /// `WindowBars` as `Window bars`.
    private static String words(String parameter) {
        String spaced = parameter.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return spaced.charAt(0) + spaced.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
