package org.tickwright.command;

import org.tickwright.market.feed.PacedFeed;

/// `--speed N|max`.
final class Speed {
    private Speed() {}

    /// How many times as fast as it happened; [PacedFeed#UNBOUNDED] for `max`.
    static double of(String text) {
        if (text.equals("max")) {
            return PacedFeed.UNBOUNDED;
        }
        try {
            double speed = Double.parseDouble(text);
            if (speed > 0) {
                return speed;
            }
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static DataSource.BadArgument wrong(String text) {
        return new DataSource.BadArgument("--speed is a number above 0, or max, was '" + text + "'");
    }
}
