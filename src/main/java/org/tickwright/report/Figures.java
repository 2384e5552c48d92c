package org.tickwright.report;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;
import org.tickwright.study.Metric;

/// Numbers as people read them: grouped thousands, a fixed count of decimals, a real minus sign, and a dash for what is
/// not defined. Never `NaN`, never `Infinity`.
public final class Figures {
    /// Stands where a figure is not defined for the sample.
    public static final String NONE = "–";

    private final Locale locale;

    /// Figures written as in `locale`.
    public Figures(Locale locale) {
        this.locale = locale;
    }

    /// A fraction as percent with two decimals; `signed` puts a plus before gains.
    public String percent(@Nullable Double fraction, boolean signed) {
        double x = orUndefined(fraction);
        return Double.isFinite(x) ? number(x * 100, 2, signed) + "%" : NONE;
    }

    /// A fraction as percent without the sign of percent: one decimal, none from 100 on, for narrow cells.
    public String shortPercent(double fraction) {
        return decimals(fraction * 100, Math.abs(fraction) >= 0.9995 ? 0 : 1, false);
    }

    /// An amount of money with two decimals.
    public String money(@Nullable Double amount) {
        return decimals(orUndefined(amount), 2, false);
    }

    /// An amount of money with two decimals and a sign.
    public String gain(@Nullable Double amount) {
        return decimals(orUndefined(amount), 2, true);
    }

    /// A ratio with three decimals.
    public String ratio(@Nullable Double value) {
        return decimals(orUndefined(value), 3, false);
    }

    /// A whole number.
    public String count(long value) {
        return number((double) value, 0, false);
    }

    /// A price with so many decimals.
    public String price(@Nullable Double value, int decimals) {
        return decimals(orUndefined(value), decimals, false);
    }

    /// A quantity with up to eight decimals, none that are zero.
    public String quantity(@Nullable Double value) {
        double x = orUndefined(value);
        return Double.isFinite(x) ? tidy(format("#,##0.########").format(x)) : NONE;
    }

    /// A number with as many decimals as it takes, for settings that a person typed.
    public String plain(double value) {
        return tidy(format("#,##0.##########").format(value));
    }

    /// The value of a metric in its unit.
    public String metric(Metric metric) {
        Object value = metric.value();
        if (value instanceof String text) {
            return text;
        }
        if (!(value instanceof Number number)) {
            return NONE;
        }
        double x = number.doubleValue();
        return switch (metric.unit()) {
            case "fraction" -> percent(x, false);
            case "per year" -> percent(x, false);
            case "money" -> money(x);
            case "bars" -> decimals(x, 1, false);
            case "days", "count" -> decimals(x, x == StrictMath.rint(x) ? 0 : 1, false);
            default -> ratio(x);
        };
    }

    /// The unit that [#metric] writes a metric in.
    public static String unit(Metric metric) {
        return switch (metric.unit()) {
            case "fraction" -> "%";
            case "per year" -> "% a year";
            default -> metric.unit();
        };
    }

    /// How many decimals the prices of a series need, 2 to 6.
    public static int priceDecimals(Bars bars) {
        int decimals = 2;
        int step = Math.max(1, bars.size() / 500);
        for (int i = 0; i < bars.size() && decimals < 6; i += step) {
            double price = bars.close(i);
            while (decimals < 6 && !fits(price, decimals)) {
                decimals++;
            }
        }
        return decimals;
    }

    private static boolean fits(double price, int decimals) {
        double scaled = price * StrictMath.pow(10, decimals);
        return Math.abs(scaled - StrictMath.rint(scaled)) <= 1e-9 * Math.max(1, Math.abs(scaled));
    }

    private static double orUndefined(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private String decimals(double value, int decimals, boolean signed) {
        return Double.isFinite(value) ? number(value, decimals, signed) : NONE;
    }

    private String number(double value, int decimals, boolean signed) {
        String pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
        String text = tidy(format(pattern).format(value));
        boolean zero = text.chars().noneMatch(c -> Character.isDigit(c) && Character.digit(c, 10) > 0);
        if (zero) {
            return text.startsWith("−") ? text.substring(1) : text;
        }
        return signed && value > 0 ? "+" + text : text;
    }

    private DecimalFormat format(String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setMinusSign('−');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format;
    }

    private static String tidy(String text) {
        return text.equals("−0") ? "0" : text;
    }
}
