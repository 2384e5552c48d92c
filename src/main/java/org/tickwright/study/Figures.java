package org.tickwright.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of metrics being written, all about one sample. What is not a number becomes undefined here and
/// nowhere else.
final class Figures {
    private final List<Metric> metrics = new ArrayList<>();
    private final int sampleSize;

    Figures(int sampleSize) {
        this.sampleSize = sampleSize;
    }

    /// Adds a share of one: `0.05` is five percent.
    void fraction(String name, String title, double value, String formula) {
        add(name, title, value, "fraction", formula);
    }

    /// Adds a fraction per year.
    void perYear(String name, String title, double value, String formula) {
        add(name, title, value, "per year", formula);
    }

    /// Adds a number without a unit.
    void ratio(String name, String title, double value, String formula) {
        add(name, title, value, "ratio", formula);
    }

    void count(String name, String title, double value, String formula) {
        add(name, title, value, "count", formula);
    }

    void days(String name, String title, @Nullable Long value, String formula) {
        add(name, title, value == null ? Double.NaN : value.doubleValue(), "days", formula);
    }

    /// Adds a date as ISO-8601 text.
    void date(String name, String title, @Nullable LocalDate value, String formula) {
        metrics.add(new Metric(name, title, value == null ? null : value.toString(), formula, "date", sampleSize));
    }

    private void add(String name, String title, double value, String unit, String formula) {
        Double defined = Double.isFinite(value) ? Double.valueOf(value + 0.0) : null;
        metrics.add(new Metric(name, title, defined, formula, unit, sampleSize));
    }

    List<Metric> toList() {
        return List.copyOf(metrics);
    }
}
