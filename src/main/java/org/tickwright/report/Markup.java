package org.tickwright.report;

import java.util.Locale;

/// Text made safe for HTML and SVG, in elements and in quoted attributes.
final class Markup {
    private Markup() {}

    /// The text with markup characters as entities and control characters left out.
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n', '\t' -> out.append((char) c);
                default -> {
                    if (!Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    /// The class suffix of an ink.
    static String name(Ink ink) {
        return ink.name().toLowerCase(Locale.ROOT);
    }
}
