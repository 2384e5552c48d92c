package org.tickwright.desktop.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;

/// Finds indicators by what a person types: the name first, then the title's words, then the group.
final class IndicatorSearch {
    private static final int NONE = Integer.MAX_VALUE;

    private IndicatorSearch() {}

    /// Those that match every word of the text, best first; all of them for an empty text.
    static List<IndicatorDefinition> of(List<IndicatorDefinition> all, String text) {
        String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return all.stream()
                .filter(definition -> rank(definition.spec(), words) < NONE)
                .sorted(Comparator.comparingInt((IndicatorDefinition definition) -> rank(definition.spec(), words))
                        .thenComparing(definition -> definition.spec().name()))
                .toList();
    }

    private static int rank(IndicatorSpec spec, String[] words) {
        int worst = 0;
        for (String word : words) {
            int rank = rank(spec, word);
            if (rank == NONE) {
                return NONE;
            }
            worst = Math.max(worst, rank);
        }
        return worst;
    }

    private static int rank(IndicatorSpec spec, String word) {
        String name = spec.name().toLowerCase(Locale.ROOT);
        String title = spec.title().toLowerCase(Locale.ROOT);
        if (name.equals(word)) {
            return 0;
        }
        if (name.startsWith(word)) {
            return 1;
        }
        if (title.startsWith(word) || title.contains(" " + word)) {
            return 2;
        }
        if (name.contains(word) || title.contains(word)) {
            return 3;
        }
        return spec.group().toLowerCase(Locale.ROOT).contains(word) ? 4 : NONE;
    }
}
