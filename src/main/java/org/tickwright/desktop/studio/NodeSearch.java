package org.tickwright.desktop.studio;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tickwright.strategy.NodeType;

/// Finds node types by what a person types: name and title first, then category and summary.
final class NodeSearch {
    private static final int NO_MATCH = 1000;
    private static final int LONGEST_TITLE = 24;

    private NodeSearch() {}

    /// The types that hold every word of `text`, best first, titles that begin with the whole of it before others as
    /// good; all in their order for an empty text.
    static List<NodeType> find(List<NodeType> types, String text) {
        String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
        if (words.length == 1 && words[0].isEmpty()) {
            return types;
        }
        String whole = String.join(" ", words);
        return types.stream()
                .filter(t -> rank(t, words) < NO_MATCH)
                .sorted(Comparator.comparingInt((NodeType t) -> rank(t, words))
                        .thenComparing(t -> !t.title().toLowerCase(Locale.ROOT).startsWith(whole)))
                .toList();
    }

    private static int rank(NodeType type, String[] words) {
        int worst = 0;
        for (String word : words) {
            worst = Math.max(worst, rank(type, word));
        }
        return worst;
    }

    private static int rank(NodeType type, String word) {
        String name = shortName(type).toLowerCase(Locale.ROOT);
        String title = type.title().toLowerCase(Locale.ROOT);
        if (name.equals(word)) {
            return 0;
        }
        if (name.startsWith(word)) {
            return 1;
        }
        if (title.startsWith(word)) {
            return 2;
        }
        if (title.contains(" " + word)) {
            return 3;
        }
        if (name.contains(word) || title.contains(word)) {
            return 4;
        }
        if (type.category().toLowerCase(Locale.ROOT).contains(word)) {
            return 5;
        }
        return type.summary().toLowerCase(Locale.ROOT).contains(word) ? 6 : NO_MATCH;
    }

    /// What stands behind the last dot of a type: `SMA` of `indicator.SMA`.
    static String shortName(NodeType type) {
        return type.type().substring(type.type().lastIndexOf('.') + 1);
    }

    /// What a list calls a type: its title, or the short name where the title is a long one.
    static String listed(NodeType type) {
        return type.title().length() > LONGEST_TITLE ? shortName(type) : type.title();
    }

    /// The id that a new node of a type wishes for: `sma`, `crossesAbove`.
    static String wishedId(NodeType type) {
        String name = shortName(type).replaceAll("[^A-Za-z0-9_-]", "");
        boolean shouting = name.equals(name.toUpperCase(Locale.ROOT));
        String id = shouting ? name.toLowerCase(Locale.ROOT) : name;
        return GraphEdits.validId(id) ? id : "node";
    }
}
