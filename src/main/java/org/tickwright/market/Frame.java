package org.tickwright.market;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Bars and the further numeric columns of the file they came from, row for row.
///
/// A column is found by its header or by the name of a bar's field (`open`, `high`, `low`, `close`, `volume`), letter
/// case aside; a header wins over a field. Values that the file leaves empty are NaN. Columns have exactly one value
/// per bar and are not to be written to.
public final class Frame {
    private final Bars bars;
    private final Map<String, double[]> columns;

    /// Bars with further columns by header; each has one value per bar.
    public Frame(Bars bars, Map<String, double[]> columns) {
        this.bars = bars;
        this.columns = new LinkedHashMap<>(columns);
        columns.forEach((name, values) -> {
            if (values.length != bars.size()) {
                throw new IllegalArgumentException(
                        "Column " + name + " has " + values.length + " values for " + bars.size() + " bars");
            }
        });
    }

    /// Bars alone.
    public static Frame of(Bars bars) {
        return new Frame(bars, Map.of());
    }

    /// The bars.
    public Bars bars() {
        return bars;
    }

    /// Headers of the further columns in the order of the file.
    public Set<String> headers() {
        return columns.keySet();
    }

    /// A column by header or field name. Only the first `bars().size()` values count.
    public Optional<double[]> column(String name) {
        double[] exact = columns.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        for (Map.Entry<String, double[]> entry : columns.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return Optional.of(entry.getValue());
            }
        }
        for (Bars.Field field : Bars.Field.values()) {
            if (field.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(bars.column(field));
            }
        }
        return Optional.empty();
    }
}
