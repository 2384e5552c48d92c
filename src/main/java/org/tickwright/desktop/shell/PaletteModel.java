package org.tickwright.desktop.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What the command palette offers for what was typed, best first.
final class PaletteModel {
    /// More lines than a person reads.
    static final int LIMIT = 60;

    private final List<PaletteEntry> entries = new ArrayList<>();

    private record Ranked(PaletteEntry entry, int score, int order) {}

    /// Replaces everything that can be found.
    void offer(List<PaletteEntry> all) {
        entries.clear();
        entries.addAll(all);
    }

    /// Adds what was loaded later.
    void offerMore(List<PaletteEntry> more) {
        entries.addAll(more);
    }

    /// The answers to a query. The kind's word counts too, so that `run sma` finds runs.
    List<PaletteEntry> find(String query) {
        List<Ranked> found = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            PaletteEntry entry = entries.get(i);
            int score = Math.max(
                    FuzzyMatch.score(query, entry.title()),
                    FuzzyMatch.score(query, entry.kind().word() + " " + entry.title() + " " + entry.detail()) / 4);
            if (score > 0 || query.isBlank()) {
                found.add(new Ranked(entry, score, i));
            }
        }
        found.sort(Comparator.comparingInt(Ranked::score).reversed().thenComparingInt(Ranked::order));
        return found.stream().limit(LIMIT).map(Ranked::entry).toList();
    }
}
