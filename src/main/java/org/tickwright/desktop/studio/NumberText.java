package org.tickwright.desktop.studio;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/// Numbers as settings show and take them: as short as they read back, with a point, without exponent where possible.
final class NumberText {
    private NumberText() {}

    /// The shortest text that reads back to the same number.
    static String exact(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /// A few figures, for a card.
    static String brief(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }

    /// A number on a whole count of steps, free of the crumbs of binary fractions.
    static double rounded(double value, double step) {
        BigDecimal unit = new BigDecimal(Double.toString(step));
        return new BigDecimal(Double.toString(value))
                .divide(unit, 0, RoundingMode.HALF_EVEN)
                .multiply(unit)
                .doubleValue();
    }

    /// A finite number in plain or exponent form; a decimal comma is understood where it cannot be anything else.
    static OptionalDouble parse(String text) {
        String plain = text.strip().replace(" ", "").replace("\u00a0", "");
        if (plain.indexOf(',') >= 0 && plain.indexOf('.') < 0 && plain.indexOf(',') == plain.lastIndexOf(',')) {
            plain = plain.replace(',', '.');
        }
        if (!plain.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(plain);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
