package org.tickwright.market.text;

/// Reads one time from bytes into [#wall()], [#offset()] and [#clock()], without creating objects.
///
/// Dates: `2012-01-31` with any of `- / . ,` or blanks, `31.1.2012` and `1/31/12` by the order given, `Jan 1 2000`,
/// `1-Jan-2000`, `20120131`. Clock: `14:30`, `14:30:05.123`, `2:30 PM`, `143005`, `143005123`, behind a blank or `T`,
/// then
/// perhaps `Z`, `UTC`, `GMT` or an offset. Two-digit years are 1970 to 2069. Not safe for several threads.
final class TimeParser {
    /// The offset of a time that states none.
    static final int NO_OFFSET = Integer.MIN_VALUE;

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final int[] MONTH_LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String WEEKDAYS = "montuewedthufrisatsun";

    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private final int[] parts = new int[3];
    private final int[] lengths = new int[3];
    private int namedMonth;
    private boolean orderAsked;

    private long wall;
    private int offset;
    private boolean clock;

    /// The local time as written, in nanoseconds since 1970-01-01T00:00 local.
    long wall() {
        return wall;
    }

    /// Seconds east of UTC, or [#NO_OFFSET].
    int offset() {
        return offset;
    }

    /// Whether a time of day was written.
    boolean clock() {
        return clock;
    }

    /// Whether the last date was of numbers whose order it does not show itself.
    boolean orderAsked() {
        return orderAsked;
    }

    /// Reads a calendar date with or without a clock; false if it is none or the order is needed but unknown.
    boolean calendar(byte[] source, int from, int to, TimeStyle.Order order) {
        bytes = source;
        at = from;
        end = to;
        offset = NO_OFFSET;
        clock = false;
        orderAsked = false;
        if (at + 8 <= end && digits(8) && (at + 8 == end || !digit(at + 8) || compactClock())) {
            return compact();
        }
        return splitDate() && composeDate(order) && (at == end || clockPart());
    }

    /// Reads a clock alone, as of a column of its own; [#wall()] is the time since midnight.
    boolean clockOnly(byte[] source, int from, int to) {
        bytes = source;
        at = from;
        end = to;
        offset = NO_OFFSET;
        wall = 0;
        return readClock();
    }

    /// Reads a count since 1970 with or without a fraction.
    boolean epoch(byte[] source, int from, int to, long unitNanos) {
        offset = NO_OFFSET;
        clock = true;
        int i = from;
        boolean negative = i < to && source[i] == '-';
        i += negative ? 1 : 0;
        long whole = 0;
        int start = i;
        while (i < to && source[i] >= '0' && source[i] <= '9' && i - start < 19) {
            whole = whole * 10 + (source[i++] - '0');
        }
        if (i == start || whole < 0 || whole > Long.MAX_VALUE / unitNanos - 1) {
            return false;
        }
        long nanos = whole * unitNanos;
        if (i < to && source[i] == '.') {
            long unit = unitNanos;
            for (i++; i < to && source[i] >= '0' && source[i] <= '9'; i++) {
                unit /= 10;
                nanos += unit * (source[i] - '0');
            }
        }
        if (i != to) {
            return false;
        }
        wall = negative ? -nanos : nanos;
        return true;
    }

    /// Days since 1970-01-01 of a date of the proleptic Gregorian calendar (H. Hinnant, days_from_civil, 2013).
    static long epochDay(int year, int month, int day) {
        long y = month <= 2 ? year - 1L : year;
        long era = Math.floorDiv(y, 400);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }

    private boolean compactClock() {
        return (end - at == 12 || end - at == 14) && digits(end - at);
    }

    private boolean compact() {
        int run = end - at == 12 || end - at == 14 ? (digits(end - at) ? end - at : 8) : 8;
        if (!date(number(at, 4), number(at + 4, 2), number(at + 6, 2))) {
            return false;
        }
        at += 8;
        return run == 8 ? at == end || clockPart() : readClock();
    }

    private boolean splitDate() {
        namedMonth = -1;
        int count = 0;
        while (count < 3) {
            while (count > 0 && at < end && dateSeparator(bytes[at])) {
                at++;
            }
            int start = at;
            if (at < end && digit(at)) {
                while (at < end && digit(at)) {
                    at++;
                }
                if (at - start > 4) {
                    return false;
                }
                parts[count] = number(start, at - start);
                lengths[count++] = at - start;
            } else if (at < end && letter(at)) {
                while (at < end && letter(at)) {
                    at++;
                }
                int month = word(MONTHS, start, at - start);
                if (month >= 0 && namedMonth < 0) {
                    namedMonth = count;
                    parts[count] = month + 1;
                    lengths[count++] = 2;
                } else if (count > 0 || word(WEEKDAYS, start, at - start) < 0) {
                    return false;
                } else {
                    while (at < end && dateSeparator(bytes[at])) {
                        at++;
                    }
                }
            } else {
                return false;
            }
        }
        return true;
    }

    private boolean composeDate(TimeStyle.Order order) {
        if (namedMonth == 0) {
            return lengths[1] <= 2 && date(year(2), parts[0], parts[1]);
        }
        if (namedMonth == 1) {
            return lengths[0] == 4
                    ? lengths[2] <= 2 && date(parts[0], parts[1], parts[2])
                    : lengths[0] <= 2 && date(year(2), parts[1], parts[0]);
        }
        if (namedMonth == 2 || lengths[1] > 2) {
            return false;
        }
        if (lengths[0] == 4) {
            return lengths[2] <= 2 && date(parts[0], parts[1], parts[2]);
        }
        if (lengths[0] > 2 || (lengths[2] != 4 && lengths[2] != 2)) {
            return false;
        }
        orderAsked = true;
        return switch (order) {
            case DMY -> date(year(2), parts[1], parts[0]);
            case MDY -> date(year(2), parts[0], parts[1]);
            case YMD -> lengths[0] == 2 && lengths[2] == 2 && date(year(0), parts[1], parts[2]);
            case UNKNOWN -> false;
        };
    }

    private int year(int part) {
        int value = parts[part];
        if (lengths[part] == 4) {
            return value;
        }
        return lengths[part] == 2 ? value + (value < 70 ? 2000 : 1900) : -1;
    }

    private boolean date(int year, int month, int day) {
        if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1) {
            return false;
        }
        boolean leapDay = month == 2 && day == 29 && (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
        if (day > MONTH_LENGTHS[month - 1] && !leapDay) {
            return false;
        }
        wall = epochDay(year, month, day) * DAY;
        return true;
    }

    private boolean clockPart() {
        if (bytes[at] == 'T' || bytes[at] == 't' || bytes[at] == '-' || bytes[at] == '_' || bytes[at] == ',') {
            at++;
        }
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        return at < end && (letter(at) ? zonePart() && at == end : readClock());
    }

    private boolean readClock() {
        int start = at;
        while (at < end && digit(at) && at - start < 10) {
            at++;
        }
        int run = at - start;
        int hour = run <= 2 ? number(start, run) : number(start, run - (run > 4 ? 4 : 2));
        int minute = 0;
        int second = 0;
        if (run == 1 || run == 2) {
            if (at < end && bytes[at] == ':') {
                minute = twoDigits();
                second = minute >= 0 && at < end && bytes[at] == ':' ? twoDigits() : 0;
            } else if (!meridiemFollows()) {
                return false;
            }
        } else if (run == 3 || run == 4) {
            minute = number(at - 2, 2);
        } else if (run == 5 || run == 6) {
            minute = number(at - 4, 2);
            second = number(at - 2, 2);
        } else if (run == 9) {
            hour = number(start, 2);
            minute = number(start + 2, 2);
            second = number(start + 4, 2);
        } else {
            return false;
        }
        long fraction = run == 9 ? number(start + 6, 3) * (SECOND / 1_000) : second >= 0 ? fraction() : -1;
        if (minute < 0 || second < 0 || fraction < 0) {
            return false;
        }
        hour = meridiem(hour);
        if (hour < 0 || hour > 23 || minute > 59 || second > 59 || !zonePart() || at != end) {
            return false;
        }
        clock = true;
        wall += (hour * 3600L + minute * 60L + second) * SECOND + fraction;
        return true;
    }

    private int twoDigits() {
        at++;
        if (at + 2 > end || !digit(at) || !digit(at + 1)) {
            return -1;
        }
        at += 2;
        return number(at - 2, 2);
    }

    private long fraction() {
        if (at >= end || (bytes[at] != '.' && bytes[at] != ',')) {
            return 0;
        }
        at++;
        long unit = SECOND;
        long nanos = 0;
        int start = at;
        for (; at < end && digit(at); at++) {
            unit /= 10;
            nanos += unit * (bytes[at] - '0');
        }
        return at == start ? -1 : nanos;
    }

    private boolean meridiemFollows() {
        int look = at;
        while (look < end && bytes[look] == ' ') {
            look++;
        }
        return look < end && (lower(look) == 'a' || lower(look) == 'p');
    }

    /// The hour of 24 from an hour and a following AM or PM; -1 where they do not go together.
    private int meridiem(int hour) {
        if (!meridiemFollows()) {
            return hour;
        }
        while (bytes[at] == ' ') {
            at++;
        }
        boolean afternoon = lower(at++) == 'p';
        at += at < end && bytes[at] == '.' ? 1 : 0;
        if (at >= end || lower(at) != 'm' || hour < 1 || hour > 12) {
            return -1;
        }
        at++;
        at += at < end && bytes[at] == '.' ? 1 : 0;
        return hour % 12 + (afternoon ? 12 : 0);
    }

    private boolean zonePart() {
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        if (at == end) {
            return true;
        }
        if (letter(at)) {
            int start = at;
            while (at < end && letter(at)) {
                at++;
            }
            boolean zulu = at - start == 1 && lower(start) == 'z';
            boolean named = at - start == 3 && (word("utc", start, 3) == 0 || word("gmt", start, 3) == 0);
            if (!zulu && !named) {
                return false;
            }
            offset = 0;
            if (at == end) {
                return true;
            }
        }
        return (bytes[at] == '+' || bytes[at] == '-') && offsetPart();
    }

    private boolean offsetPart() {
        int sign = bytes[at++] == '-' ? -1 : 1;
        int start = at;
        while (at < end && (digit(at) || bytes[at] == ':')) {
            at++;
        }
        int length = at - start;
        boolean colon = length == 5 && bytes[start + 2] == ':';
        if (length != 1 && length != 2 && length != 4 && !colon) {
            return false;
        }
        int hours = number(start, Math.min(length, 2));
        int minutes = length < 4 ? 0 : number(at - 2, 2);
        if (hours > 18 || minutes > 59 || (colon && (!digit(start + 3) || !digit(at - 1)))) {
            return false;
        }
        offset = sign * (hours * 3600 + minutes * 60);
        return Math.abs(offset) <= 18 * 3600;
    }

    /// The index of the three letters that the word begins with, or -1.
    private int word(String known, int start, int length) {
        if (length < 3) {
            return -1;
        }
        for (int i = 0; i < known.length(); i += 3) {
            if (lower(start) == known.charAt(i)
                    && lower(start + 1) == known.charAt(i + 1)
                    && lower(start + 2) == known.charAt(i + 2)) {
                return i / 3;
            }
        }
        return -1;
    }

    private boolean digits(int count) {
        for (int i = at; i < at + count; i++) {
            if (!digit(i)) {
                return false;
            }
        }
        return true;
    }

    private int number(int from, int length) {
        int value = 0;
        for (int i = from; i < from + length; i++) {
            value = value * 10 + (bytes[i] - '0');
        }
        return value;
    }

    private boolean digit(int i) {
        return bytes[i] >= '0' && bytes[i] <= '9';
    }

    private boolean letter(int i) {
        return (bytes[i] | 0x20) >= 'a' && (bytes[i] | 0x20) <= 'z';
    }

    private int lower(int i) {
        return bytes[i] | 0x20;
    }

    private static boolean dateSeparator(byte b) {
        return b == '-' || b == '/' || b == '.' || b == ' ' || b == ',';
    }
}
