package org.tickwright.desktop.chart;

/// How live a chart's series is: a word, and the style class of its badge; an empty word shows none.
public record LiveBadge(String word, String style) {
    /// The series does not grow.
    public static final LiveBadge NONE = new LiveBadge("", "tw-sim");
}
