package org.tickwright.workbench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;

/// The search of a series by a few letters.
final class SeriesSearch {
    private SeriesSearch() {}

    /// Those that have every word of the text in symbol or timeframe, best match first.
    static List<SeriesInfo> among(List<SeriesInfo> all, String text) {
        String[] words = text.strip().toUpperCase(Locale.ROOT).split("\\s+", -1);
        return all.stream()
                .filter(info -> matches(info.key(), words))
                .sorted(Comparator.comparingInt(info -> rank(info.key(), words[0])))
                .toList();
    }

    private static boolean matches(SeriesKey key, String[] words) {
        String name = key.toString().toUpperCase(Locale.ROOT);
        for (String word : words) {
            if (!name.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static int rank(SeriesKey key, String word) {
        String symbol = key.symbol().toUpperCase(Locale.ROOT);
        if (symbol.equals(word)) {
            return 0;
        }
        if (symbol.startsWith(word)) {
            return 1;
        }
        return symbol.contains("-" + word) || symbol.contains("." + word) ? 2 : 3;
    }
}
