package org.tickwright.market.audit;

import java.util.Arrays;
import java.util.Comparator;
import org.tickwright.kernel.DoubleColumn;

/// Judges rows of a file one by one and against each other: impossible prices, order, duplicates.
///
/// The rows come in the order of the file. What remains is a list of row numbers, oldest first, of the rows that can be
/// bars. Every row that is not in it has a finding.
public final class RowAudit {
    private final long[] times;
    private final long[] lines;
    private final DoubleColumn[] fields;
    private final AuditLog log;
    private final int size;
    private boolean turned;

    /// Over rows with opening times, lines, and open, high, low, close, volume. Rows whose time is `Long.MIN_VALUE` are
    /// already rejected.
    public RowAudit(long[] times, long[] lines, DoubleColumn[] fields, AuditLog log) {
        this.times = times;
        this.lines = lines;
        this.fields = fields;
        this.log = log;
        this.size = times.length;
    }

    /// True where the file runs from newest to oldest and was turned round.
    public boolean turned() {
        return turned;
    }

    /// The rows that can be bars, oldest first, no two at one time.
    public int[] sound() {
        int[] rows = priced();
        turned = descending(rows);
        if (turned) {
            reverse(rows);
        }
        if (reportDisorder(rows)) {
            sort(rows);
        }
        return withoutDuplicates(rows);
    }

    /// Rows whose prices are possible, in the order of the file.
    private int[] priced() {
        int[] rows = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (times[i] != Long.MIN_VALUE && possible(i)) {
                rows[count++] = i;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private boolean possible(int i) {
        double open = fields[0].get(i);
        double high = fields[1].get(i);
        double low = fields[2].get(i);
        double close = fields[3].get(i);
        if (open > 0 && high > 0 && low > 0 && close > 0) {
            if (high >= open && high >= close && low <= open && low <= close && high >= low) {
                return fields[4].get(i) >= 0 || negativeVolume(i);
            }
            log.error(
                    "IMPOSSIBLE_OHLC",
                    lines[i],
                    "Line " + lines[i] + ": high " + high + " and low " + low + " do not enclose open " + open
                            + " and close " + close,
                    "Correct the row, or accept IMPOSSIBLE_OHLC to leave such rows out",
                    "the row was left out");
            return false;
        }
        double worst = Math.min(Math.min(open, high), Math.min(low, close));
        log.error(
                "NON_POSITIVE_PRICE",
                lines[i],
                "Line " + lines[i] + " has the price " + worst + ", which is not above 0",
                "Correct the row, or accept NON_POSITIVE_PRICE to leave such rows out",
                "the row was left out");
        return false;
    }

    private boolean negativeVolume(int i) {
        log.error(
                "NEGATIVE_VOLUME",
                lines[i],
                "Line " + lines[i] + " has the volume " + fields[4].get(i) + ", which is below 0",
                "Correct the row, or accept NEGATIVE_VOLUME to leave such rows out",
                "the row was left out");
        return false;
    }

    /// Nine of ten steps go back: the file is newest first.
    private boolean descending(int[] rows) {
        int up = 0;
        int down = 0;
        for (int i = 1; i < rows.length; i++) {
            up += times[rows[i]] > times[rows[i - 1]] ? 1 : 0;
            down += times[rows[i]] < times[rows[i - 1]] ? 1 : 0;
        }
        return down > 0 && down >= 9L * up;
    }

    private static void reverse(int[] rows) {
        for (int i = 0, j = rows.length - 1; i < j; i++, j--) {
            int row = rows[i];
            rows[i] = rows[j];
            rows[j] = row;
        }
    }

    private boolean reportDisorder(int[] rows) {
        boolean disorder = false;
        int latest = 0;
        for (int i = 1; i < rows.length; i++) {
            long time = times[rows[i]];
            if (time < times[rows[latest]]) {
                disorder = true;
                long line = lines[rows[i]];
                log.error(
                        "OUT_OF_ORDER",
                        line,
                        "Line " + line + " lies in time before line " + lines[rows[latest]],
                        "Sort the file by time, or accept OUT_OF_ORDER to have it sorted",
                        "the row was sorted into its place");
            } else {
                latest = i;
            }
        }
        return disorder;
    }

    private void sort(int[] rows) {
        Integer[] boxed = Arrays.stream(rows).boxed().toArray(Integer[]::new);
        Arrays.sort(boxed, Comparator.comparingLong((Integer row) -> times[row]));
        for (int i = 0; i < rows.length; i++) {
            rows[i] = boxed[i];
        }
    }

    private int[] withoutDuplicates(int[] rows) {
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            if (count > 0 && times[rows[i]] == times[rows[count - 1]]) {
                int first = Math.min(rows[i], rows[count - 1]);
                int second = Math.max(rows[i], rows[count - 1]);
                rows[count - 1] = first;
                reportDuplicate(lines[first], lines[second], same(first, second));
            } else {
                rows[count++] = rows[i];
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private boolean same(int a, int b) {
        return Arrays.stream(fields).allMatch(field -> Double.compare(field.get(a), field.get(b)) == 0);
    }

    private void reportDuplicate(long first, long second, boolean same) {
        log.error(
                "DUPLICATE",
                second,
                "Line " + second + " has the time of line " + first
                        + (same ? " and the same values" : " but other values"),
                "Remove one of the two, or accept DUPLICATE to keep the first",
                "the row was left out, line " + first + " was kept");
    }
}
