package org.tickwright.risk;

import java.util.Locale;

/// How large an entry is.
///
/// | written | is |
/// |-|-|
/// | `units:10` | so many units |
/// | `cash:5000` | so much money |
/// | `fraction:0.95` | a fraction of the account |
/// | `risk:0.02` | a fraction of the account at risk over the distance to the stop |
/// | `volatility:0.15/20` | the position moves the account by so much a year, by the last so many bars |
/// | `kelly:0.5/0.25/30/0.1` | a multiple of the Kelly fraction of the trips so far, capped; see [SizeBasis] |
///
/// `value` is the first number. `sample` is how many bars or trips the last two kinds look at, `cap` and
/// `start` belong to `KELLY`; where a kind has none they are 0. [SizeBasis] says what the last two come to.
public record SizeRule(Kind kind, double value, int sample, double cap, double start) {
    /// The bars of a volatility target that names none.
    public static final int BARS = 20;
    /// The longest look back of a volatility target.
    public static final int MOST_BARS = 10_000;
    /// The largest volatility a year.
    public static final double MOST_VOLATILITY = 10;
    /// The largest part of the account of a Kelly size that names none.
    public static final double CAP = 0.25;
    /// The round trips that a Kelly size waits for if it names no number.
    public static final int TRIPS = 30;
    /// The most round trips that a Kelly size can wait for.
    public static final int MOST_TRIPS = 1_000_000;
    /// The part of the account of a Kelly size until then.
    public static final double START = 0.1;
    /// All the cash there is.
    public static final SizeRule ALL = new SizeRule(Kind.FRACTION, 1);

    private static final String FORMS =
            "units:N, cash:AMOUNT, fraction:F, risk:F, volatility:F/BARS or kelly:MULTIPLE/CAP/TRADES/START";

    /// What the value means.
    public enum Kind {
        UNITS,
        CASH,
        FRACTION,
        RISK,
        VOLATILITY,
        KELLY
    }

    /// Checks ranges.
    public SizeRule {
        boolean fraction = kind == Kind.FRACTION || kind == Kind.RISK || kind == Kind.KELLY;
        double most = fraction ? 1 : kind == Kind.VOLATILITY ? MOST_VOLATILITY : Double.MAX_VALUE;
        if (!(value > 0) || value > most) {
            throw new IllegalArgumentException("Size " + name(kind) + " must be above 0"
                    + (most == Double.MAX_VALUE ? "" : " and at most " + (int) most) + ", was " + value);
        }
        if (kind == Kind.VOLATILITY) {
            Terms.require(
                    sample >= 2 && sample <= MOST_BARS,
                    "Size volatility must look at 2 to 10,000 bars, as in volatility:0.15/20",
                    sample);
        } else if (kind == Kind.KELLY) {
            Terms.require(cap > 0 && cap <= 1, "The cap of size kelly must be above 0 and at most 1", cap);
            Terms.require(
                    sample >= 1 && sample <= MOST_TRIPS,
                    "Size kelly must wait for 1 to 1,000,000 trades, as in kelly:0.5/0.25/30/0.1",
                    sample);
            Terms.require(start > 0 && start <= 1, "What size kelly starts with must be above 0 and at most 1", start);
        }
    }

    /// A rule of one number; the others are the usual ones.
    public SizeRule(Kind kind, double value) {
        this(
                kind,
                value,
                kind == Kind.VOLATILITY ? BARS : kind == Kind.KELLY ? TRIPS : 0,
                kind == Kind.KELLY ? CAP : 0,
                kind == Kind.KELLY ? START : 0);
    }

    /// A volatility target over the last so many bars.
    public static SizeRule volatility(double target, int bars) {
        return new SizeRule(Kind.VOLATILITY, target, bars, 0, 0);
    }

    /// A multiple of the Kelly fraction with its cap, from so many round trips on, and what it starts with.
    public static SizeRule kelly(double multiple, double cap, int trips, double start) {
        return new SizeRule(Kind.KELLY, multiple, trips, cap, start);
    }

    /// Whether what it comes to is known at the signal already, as a part of the account.
    public boolean known() {
        return kind == Kind.VOLATILITY || kind == Kind.KELLY;
    }

    /// Reads `fraction:0.95` and the like. Numbers left out at the end are the usual ones.
    public static SizeRule parse(String text) {
        int colon = text.indexOf(':');
        Kind kind = colon < 0 ? null : Terms.choice(Kind.class, text.substring(0, colon));
        if (kind == null) {
            throw malformed(text);
        }
        double[] numbers = numbers(text, text.substring(colon + 1).split("/", -1));
        int most = kind == Kind.KELLY ? 4 : kind == Kind.VOLATILITY ? 2 : 1;
        if (numbers.length > most) {
            throw malformed(text);
        }
        return switch (kind) {
            case VOLATILITY -> volatility(numbers[0], whole(text, numbers, 1, BARS));
            case KELLY ->
                kelly(
                        numbers[0],
                        numbers.length > 1 ? numbers[1] : CAP,
                        whole(text, numbers, 2, TRIPS),
                        numbers.length > 3 ? numbers[3] : START);
            default -> new SizeRule(kind, numbers[0]);
        };
    }

    private static double[] numbers(String text, String[] parts) {
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            try {
                numbers[i] = Double.parseDouble(parts[i]);
            } catch (NumberFormatException e) {
                throw malformed(text);
            }
        }
        return numbers;
    }

    private static int whole(String text, double[] numbers, int at, int usual) {
        if (at >= numbers.length) {
            return usual;
        }
        if (numbers[at] != StrictMath.rint(numbers[at]) || Math.abs(numbers[at]) > Integer.MAX_VALUE) {
            throw malformed(text);
        }
        return (int) numbers[at];
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException("Size must be " + FORMS + ", was '" + text + "'");
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        String first = name(kind) + ":" + value;
        return switch (kind) {
            case VOLATILITY -> first + "/" + sample;
            case KELLY -> first + "/" + cap + "/" + sample + "/" + start;
            default -> first;
        };
    }
}
