package org.tickwright.store;

import java.util.Locale;
import java.util.Set;
import org.tickwright.workbench.SqlRefusal;

/// Looks whether a text is one statement that only reads. The database refuses all else too; this says so in words.
final class SqlStatementCheck {
    private static final Set<String> READING = Set.of("select", "with", "values", "table", "explain", "show");

    private SqlStatementCheck() {}

    /// The statement without what follows it. [SqlRefusal] for anything that is not one reading
    /// statement.
    static String single(String sql) {
        int end = end(sql);
        String first = sql.substring(0, end).replaceFirst("(?s)^(\\s|\\(|--[^\\n]*\\n|/\\*.*?\\*/)+", "");
        String word = first.split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            throw new SqlRefusal("There is no question: write something like select * from series", -1, -1);
        }
        if (!READING.contains(word)) {
            int from = end - first.length();
            throw new SqlRefusal(
                    "Only questions are answered here (select, with, values, table, explain),"
                            + " and nothing is changed: '" + word + "' is none",
                    from,
                    from + word.length());
        }
        if (!sql.substring(end).replaceAll("[;\\s]", "").isEmpty()) {
            throw new SqlRefusal(
                    "One question at a time: there is more behind the semicolon",
                    end,
                    sql.stripTrailing().length());
        }
        return sql.substring(0, end);
    }

    /// Where the first semicolon is that is in no text, name or comment.
    private static int end(String sql) {
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == ';') {
                return at;
            }
            if (c == '\'' || c == '"') {
                at = behind(sql, String.valueOf(c), at + 1);
            } else if (sql.startsWith("--", at)) {
                at = behind(sql, "\n", at);
            } else if (sql.startsWith("/*", at)) {
                at = behind(sql, "*/", at + 2);
            } else if (sql.startsWith("$$", at)) {
                at = behind(sql, "$$", at + 2);
            } else {
                at++;
            }
        }
        return sql.length();
    }

    private static int behind(String sql, String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }
}
