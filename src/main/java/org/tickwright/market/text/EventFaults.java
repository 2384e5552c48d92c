package org.tickwright.market.text;

import java.util.Arrays;
import java.util.Comparator;
import org.tickwright.market.ImportException;
import org.tickwright.market.audit.AuditLog;

/// What becomes of rows that are no trade or quote: the first of them ends the reading, unless its code is accepted or
/// the file is only audited; then it is noted and left out.
final class EventFaults {
    /// A file with more rows that cannot be read is another kind of file.
    private static final int MOST_UNREADABLE = 1_000;

    private final AuditLog log;
    private final boolean audit;
    private final EventRows rows;
    private int unreadable;
    private int rejected;
    private boolean refused;

    EventFaults(EventRows rows, AuditLog log, boolean audit) {
        this.rows = rows;
        this.log = log;
        this.audit = audit;
    }

    /// Notes a fault of the row, of which `becomes` says what is done about it; thrown where it is not accepted.
    void fault(String code, String what, String becomes) throws ImportException {
        if (!audit && !log.accepts(code)) {
            refused = true;
            throw rows.bad(what + ". Correct the row, or accept " + code + " (--accept " + code + "): " + becomes);
        }
        log.error(
                code,
                rows.line(),
                "Line " + rows.line() + " " + what,
                "Correct the row, or accept " + code + ": " + becomes,
                becomes);
    }

    /// Leaves the row out, too.
    void reject(String code, String what) throws ImportException {
        fault(code, what, "the row is left out");
        rejected++;
    }

    /// Notes a row that could not be read; what is no fault of one row is thrown again.
    void unreadable(ImportException e) throws ImportException {
        String what = rows.fault();
        if (refused || what.isEmpty()) {
            throw e;
        }
        unreadable++;
        if (unreadable > MOST_UNREADABLE) {
            throw new ImportException(
                    "More than " + MOST_UNREADABLE + " rows cannot be read, the last of them: " + e.getMessage());
        }
        reject("BAD_ROW", what);
    }

    /// How many rows were left out.
    int rejected() {
        return rejected;
    }

    /// The order of times, those that are the same as they come.
    static int[] order(long[] times) {
        Integer[] boxed = new Integer[times.length];
        Arrays.setAll(boxed, i -> i);
        Arrays.sort(boxed, Comparator.comparingLong((Integer i) -> times[i]));
        return Arrays.stream(boxed).mapToInt(i -> i).toArray();
    }
}
