package org.tickwright.indicator;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds what somebody may have meant by a name that does not exist.
final class NearNames {
    private static final int MOST = 3;

    private NearNames() {}

    /// `did you mean A or B?` with the nearest names, or `otherwise` if none is near.
    static String hint(String name, Collection<String> known, String otherwise) {
        List<String> near = known.stream()
                .filter(candidate -> near(name, candidate))
                .sorted(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
        return near.isEmpty() ? otherwise : "did you mean " + String.join(" or ", near) + "?";
    }

    private static boolean near(String name, String candidate) {
        String typed = name.toLowerCase(Locale.ROOT);
        String known = candidate.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, Math.min(name.length(), candidate.length()) / 3);
        return distance(typed, known) <= limit
                || (typed.length() >= 3 && (known.contains(typed) || (known.length() >= 3 && typed.contains(known))));
    }

    /// Levenshtein's distance, letter case aside.
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
