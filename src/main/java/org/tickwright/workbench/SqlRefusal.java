package org.tickwright.workbench;

/// Why a question in SQL was not answered, and which part of its text is to blame where that is known.
public final class SqlRefusal extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int from;
    private final int to;

    /// With the reason in words and the part of the text from a place up to another; -1 and -1 where no part is known.
    public SqlRefusal(String message, int from, int to, Throwable cause) {
        super(message, cause);
        this.from = from;
        this.to = to;
    }

    /// Without a cause.
    public SqlRefusal(String message, int from, int to) {
        super(message);
        this.from = from;
        this.to = to;
    }

    /// Whether a part of the text is to blame.
    public boolean placed() {
        return from >= 0;
    }

    /// Where that part begins.
    public int from() {
        return from;
    }

    /// Where it has ended.
    public int to() {
        return to;
    }

    /// Where the part lies in a text, as people count: `line 2, column 8`; empty where none is known.
    public String place(String text) {
        if (!placed()) {
            return "";
        }
        String before = text.substring(0, Math.min(from, text.length()));
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        return "line " + line + ", column " + (before.length() - before.lastIndexOf('\n'));
    }
}
