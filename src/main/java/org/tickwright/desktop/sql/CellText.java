package org.tickwright.desktop.sql;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/// The values of one column as a person reads them: numbers with the same decimals, so that their points stand below
/// one another, and in groups of thousands from five digits on, so that a year is none. What has no place in these
/// decimals is shown with all its digits.
record CellText(int decimals, Locale language) {
    private static final MathContext DIGITS = new MathContext(10);
    private static final int USUAL = 6;
    private static final int TINY = 12;
    private static final double LARGEST = 1e15;

    /// For values like these.
    static CellText of(List<Object> values, Locale language) {
        int needed = 0;
        double largest = 0;
        for (Object value : values) {
            if (value instanceof Number number && fraction(number) && Double.isFinite(number.doubleValue())) {
                largest = Math.max(largest, Math.abs(number.doubleValue()));
                BigDecimal brief =
                        new BigDecimal(value.toString()).round(DIGITS).stripTrailingZeros();
                needed = Math.max(needed, brief.scale());
            }
        }
        return new CellText(Math.min(needed, largest >= 0.01 ? USUAL : TINY), language);
    }

    private static boolean fraction(Number number) {
        return number instanceof Double || number instanceof Float || number instanceof BigDecimal;
    }

    /// A value in words.
    String of(Object value) {
        if (!(value instanceof Number number)) {
            return value.toString();
        }
        double size = Math.abs(number.doubleValue());
        if (!(size < LARGEST) || (size > 0 && size < 1e-12)) {
            return value.toString();
        }
        String group = size >= 10_000 ? "," : "";
        return fraction(number)
                ? String.format(language, "%" + group + "." + decimals + "f", number)
                : String.format(language, "%" + group + "d", number);
    }
}
