package org.tickwright.market.messages;

/// A price and what rests there, as the message writes them: plain decimals, or nothing where it does not say. A size
/// of
/// 0 takes the price away.
record Level(String price, String size) {
    private static final int LONGEST = 40;

    /// Refuses what is no plain decimal.
    Level {
        check(price);
        check(size);
    }

    private static void check(String number) {
        boolean plain = number.length() <= LONGEST;
        int points = 0;
        for (int i = 0; plain && i < number.length(); i++) {
            char c = number.charAt(i);
            points += c == '.' ? 1 : 0;
            plain = (c >= '0' && c <= '9') || (c == '.' && points == 1 && number.length() > 1) || (c == '-' && i == 0);
        }
        if (!plain) {
            throw new IllegalArgumentException("'" + number + "' is no plain number");
        }
    }
}
