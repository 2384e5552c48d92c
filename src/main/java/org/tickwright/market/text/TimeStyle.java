package org.tickwright.market.text;

/// How the times of a file are written: as a count since 1970, or as a calendar date.
///
/// @param unitNanos nanoseconds of one unit of a count since 1970, or 0 for calendar dates
/// @param order which of day and month comes first where the date does not say so itself
/// @param description in words, for the report
record TimeStyle(long unitNanos, Order order, String description) {

    /// The order of the parts of a date of numbers whose year does not come first with four digits.
    enum Order {
        UNKNOWN,
        DMY,
        MDY,
        YMD
    }

    /// A count since 1970.
    boolean epoch() {
        return unitNanos != 0;
    }
}
