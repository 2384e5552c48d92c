package org.tickwright.market;

import org.jspecify.annotations.Nullable;

/// What is traded under a symbol, and by which terms.
///
/// @param symbol the symbol of its series
/// @param name its name in words, may be empty
/// @param kind what it is
/// @param calendar the code of its exchange's calendar; null leaves it to what its bars fit
/// @param currency the currency of its prices, three to five letters
/// @param tick the least step of its price, above 0
/// @param lot the least step of a quantity, above 0
/// @param multiplier how many units of the currency one unit gains when the price rises by 1, above 0
public record Instrument(
        String symbol,
        String name,
        Kind kind,
        @Nullable String calendar,
        String currency,
        double tick,
        double lot,
        double multiplier) {

    /// What an instrument is.
    public enum Kind {
        STOCK,
        FUND,
        INDEX,
        FUTURE,
        OPTION,
        CURRENCY,
        CRYPTO,
        OTHER
    }

    /// Checks the terms.
    public Instrument {
        SeriesKey.checkSymbol(symbol);
        name = name.strip();
        if (name.length() > 200) {
            throw new IllegalArgumentException("A name has at most 200 letters, was " + name.length());
        }
        if (!currency.matches("[A-Z]{3,5}")) {
            throw new IllegalArgumentException(
                    "A currency is three to five capital letters such as USD, was '" + currency + "'");
        }
        check("tick", tick);
        check("lot", lot);
        check("multiplier", multiplier);
    }

    private static void check(String what, double value) {
        if (!(value > 0) || value > 1e12) {
            throw new IllegalArgumentException("The " + what + " is above 0 and at most 1e12, was " + value);
        }
    }

    /// What is assumed of a symbol of which nothing is known: a share in US dollars, in cents and whole units.
    public static Instrument unknown(String symbol) {
        return new Instrument(symbol, "", Kind.OTHER, null, "USD", 0.01, 1, 1);
    }

    /// The same with another calendar, null for the one that its bars fit.
    public Instrument on(@Nullable String other) {
        return new Instrument(symbol, name, kind, other, currency, tick, lot, multiplier);
    }
}
