package org.tickwright.desktop.chart.plot;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Numbers as a chart writes them: with a fixed count of decimals, in the language of numbers.
public final class NumberText {
    /// The most decimals there are.
    public static final int MOST = 12;

    private static final String[] SUFFIXES = {"", "K", "M", "B", "T"};
    private final DecimalFormat[] formats = new DecimalFormat[MOST + 1];

    /// In the language of a locale.
    public NumberText(Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setMinusSign('−');
        for (int i = 0; i <= MOST; i++) {
            DecimalFormat format = new DecimalFormat("#,##0", symbols);
            format.setMinimumFractionDigits(i);
            format.setMaximumFractionDigits(i);
            formats[i] = format;
        }
    }

    /// The number with that many decimals; a dash where it is not defined. Zero has no sign.
    public String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "–";
        }
        DecimalFormat format = formats[Math.clamp(decimals, 0, MOST)];
        String text = format.format(value);
        return value < 0 && isZero(text) ? format.format(0.0) : text;
    }

    private static boolean isZero(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '1' && c <= '9') {
                return false;
            }
        }
        return true;
    }

    /// The number with its sign, also where it is positive.
    public String signed(double value, int decimals) {
        String text = fixed(value, decimals);
        return value > 0 && !isZero(text) ? "+" + text : text;
    }

    /// A large number in short, as volumes are read: `950`, `12.4K`, `3.05M`.
    public String brief(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double rest = Math.abs(value);
        int thousands = 0;
        while (rest >= 999.5 && thousands < SUFFIXES.length - 1) {
            rest /= 1000;
            thousands++;
        }
        int decimals =
                thousands == 0 ? (rest == Math.rint(rest) ? 0 : rest < 1 ? 4 : 2) : rest < 10 ? 2 : rest < 100 ? 1 : 0;
        return fixed(value < 0 ? -rest : rest, decimals) + SUFFIXES[thousands];
    }

    /// A number of unknown kind with about five digits that count.
    public String plain(double value) {
        return fixed(value, decimalsFor(Math.abs(value)));
    }

    /// How many decimals show about five digits of a number of that size.
    public static int decimalsFor(double size) {
        if (!(size > 0) || !Double.isFinite(size)) {
            return 2;
        }
        int digits = (int) Math.floor(Math.log10(size)) + 1;
        return Math.clamp(5 - digits, 2, MOST);
    }

    /// How many decimals the values of a step need, so that neighbouring labels differ.
    public static int decimalsOfStep(double step) {
        if (!(step > 0) || step >= 1) {
            return 0;
        }
        return Math.clamp((int) Math.ceil(-Math.log10(step) - 1e-9), 0, MOST);
    }
}
