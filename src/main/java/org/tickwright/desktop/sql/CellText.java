package org.tickwright.desktop.sql;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/// The values of one column as a person reads them: numbers with the same decimals, so that their points stand below
/// one another, and in groups of thousands where any has five digits, so that years have none. What has no place in
/// these decimals is shown with all its digits.
record CellText(int decimals, boolean grouped, Locale language) {
    private static final MathContext DIGITS = new MathContext(10);
    private static final int USUAL = 6;
    private static final int TINY = 12;
    private static final double LARGEST = 1e15;

    /// For values like these.
    static CellText of(List<Object> values, Locale language) {
        int needed = 0;
        double largest = 0;
        for (Object value : values) {
            if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
                largest = Math.max(largest, Math.abs(number.doubleValue()));
                needed = Math.max(needed, fraction(number) ? decimals(number) : 0);
            }
        }
        return new CellText(Math.min(needed, largest >= 0.01 ? USUAL : TINY), largest >= 10_000, language);
    }

    private static int decimals(Number number) {
        return new BigDecimal(number.toString())
                .round(DIGITS)
                .stripTrailingZeros()
                .scale();
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
        String group = grouped ? "," : "";
        return fraction(number)
                ? String.format(language, "%" + group + "." + decimals + "f", number)
                : String.format(language, "%" + group + "d", number);
    }
}
