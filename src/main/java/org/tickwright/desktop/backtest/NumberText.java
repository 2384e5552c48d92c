package org.tickwright.desktop.backtest;

import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Reads numbers that people type, in their language, without guessing: a grouping mark must stand between groups of
/// three digits, so that `1.5` is never read as fifteen where the point groups.
final class NumberText {
    private NumberText() {}

    /// The number, empty where the text is not one in that language.
    static OptionalDouble parse(String text, Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        String decimal = Pattern.quote(String.valueOf(symbols.getDecimalSeparator()));
        char group = symbols.getGroupingSeparator();
        boolean space = Character.isSpaceChar(group);
        String grouping = space ? "[\\s\\u00a0\\u202f]" : Pattern.quote(String.valueOf(group));
        String plain = text.strip().replace('−', '-');
        Pattern number = Pattern.compile(
                "[+-]?(\\d+|\\d{1,3}(" + grouping + "\\d{3})+)?(" + decimal + "\\d*)?([eE][+-]?\\d{1,3})?");
        if (!number.matcher(plain).matches() || plain.chars().noneMatch(Character::isDigit)) {
            return OptionalDouble.empty();
        }
        String canonical = plain.replaceAll(grouping, "").replace(symbols.getDecimalSeparator(), '.');
        double value = Double.parseDouble(canonical);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
