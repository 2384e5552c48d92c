package org.tickwright.desktop.shell;

import java.util.Locale;

/// How well a text answers what somebody typed: letters in order, best where they start words and follow one another.
final class FuzzyMatch {
    /// No match.
    static final int NONE = -1;

    private static final int EXACT = 10_000;
    private static final int PREFIX = 5_000;
    private static final int WORD = 2_000;

    private FuzzyMatch() {}

    /// The score of `text` for `query`, higher is better, [#NONE] if a letter is missing. Every word of the query has
    /// to be found; an empty query matches everything with 0.
    static int score(String query, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int total = 0;
        for (String word : query.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
            int score = word.isEmpty() ? 0 : word(word, lower);
            if (score == NONE) {
                return NONE;
            }
            total += score;
        }
        return total;
    }

    private static int word(String word, String text) {
        if (text.equals(word)) {
            return EXACT;
        }
        if (text.startsWith(word)) {
            return PREFIX - text.length();
        }
        int at = text.indexOf(word);
        while (at > 0) {
            if (startsWord(text, at)) {
                return WORD - text.length();
            }
            at = text.indexOf(word, at + 1);
        }
        return scattered(word, text);
    }

    private static int scattered(String word, String text) {
        int score = 0;
        int from = 0;
        int last = -2;
        for (int i = 0; i < word.length(); i++) {
            int at = text.indexOf(word.charAt(i), from);
            if (at < 0) {
                return NONE;
            }
            score += at == last + 1 ? 12 : startsWord(text, at) ? 8 : 1;
            last = at;
            from = at + 1;
        }
        return score;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
