package org.tickwright.store;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickwright.workbench.SqlRefusal;

/// Finds the part of a question that a refusal speaks of, and says the refusal without repeating the question.
///
/// The database marks the place of what it cannot read, and names in quotes what it does not know; the tables name
/// what they were asked for. Where none of these is in the question, no part is known.
final class SqlMistake {
    private static final Pattern MARKED = Pattern.compile("(?s)Syntax error in SQL statement \"(.*)\"(; expected .*)?");
    private static final String MARK = "[*]";
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern TEXT = Pattern.compile("'([^']+)'");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+|\\S");

    private SqlMistake() {}

    /// What the database said, in words of its own, about a question.
    static SqlRefusal said(String sql, String message, Throwable cause) {
        String words = message.replaceFirst("(?s); SQL statement:.*", "").replaceFirst("\\s*\\[[\\d-]+\\]\\s*$", "");
        Matcher marked = MARKED.matcher(words);
        if (marked.matches()) {
            return unread(sql, marked.group(1).replace("\"\"", "\""), marked.group(2), cause);
        }
        Matcher quoted = QUOTED.matcher(words);
        while (quoted.find()) {
            int from = word(sql, quoted.group(1));
            if (from >= 0) {
                return new SqlRefusal(
                        words, from, from + quoted.group(1).strip().length(), cause);
            }
        }
        return new SqlRefusal(words, -1, -1, cause);
    }

    private static SqlRefusal unread(String sql, String shown, String expected, Throwable cause) {
        int mark = shown.indexOf(MARK);
        Matcher word = WORD.matcher(sql);
        String wanted = expected == null ? "" : expected.replaceFirst("^; ", ". There was ");
        if (mark < 0 || !word.find(Math.min(mark, sql.length()))) {
            return new SqlRefusal("The question is not complete" + wanted, sql.length(), sql.length(), cause);
        }
        return new SqlRefusal(
                "'" + word.group() + "' is not understood here" + wanted, word.start(), word.end(), cause);
    }

    private static int word(String sql, String name) {
        Matcher found = Pattern.compile(
                        "(?<![A-Za-z0-9_])" + Pattern.quote(name.strip()) + "(?![A-Za-z0-9_])",
                        Pattern.CASE_INSENSITIVE)
                .matcher(sql);
        return found.find() ? found.start() : -1;
    }

    /// What a table said about what it was asked for: the texts of the question that it speaks of are to blame, those
    /// that it quotes alone where it does.
    static SqlRefusal asked(String sql, String message, Throwable cause) {
        String words = message.toLowerCase(Locale.ROOT);
        SqlRefusal quoted = blame(sql, message, cause, text -> words.contains("'" + text + "'"));
        return quoted.placed() ? quoted : blame(sql, message, cause, text -> speaksOf(words, text));
    }

    private static boolean speaksOf(String words, String text) {
        return Pattern.compile("(?<![a-z0-9])" + Pattern.quote(text) + "(?![a-z0-9])")
                .matcher(words)
                .find();
    }

    private static SqlRefusal blame(String sql, String message, Throwable cause, Predicate<String> guilty) {
        Matcher text = TEXT.matcher(sql);
        int from = -1;
        int to = -1;
        while (text.find()) {
            if (guilty.test(text.group(1).toLowerCase(Locale.ROOT))) {
                from = from < 0 ? text.start() : from;
                to = text.end();
            }
        }
        return new SqlRefusal(message, from, to, cause);
    }
}
