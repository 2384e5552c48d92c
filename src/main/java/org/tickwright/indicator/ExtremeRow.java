package org.tickwright.indicator;

/// Where the highest of the last `period` rows lies, in amortised constant time: a queue of the rows that
/// may still become the highest, in falling order.
///
/// Equal values are told apart as TA-Lib does it. `AROON` takes the newest. `MAXINDEX` keeps the row it
/// holds until a value as high arrives or the row leaves the window; then it takes the oldest.
final class ExtremeRow {
    private final int period;
    private final double sign;
    private final boolean newest;
    private final double[] values;
    private final int[] rows;
    private int head;
    private int size;
    private int seen;
    private int held = -1;
    private double highest;

    private ExtremeRow(int period, double sign, boolean newest) {
        this.period = period;
        this.sign = sign;
        this.newest = newest;
        values = new double[period];
        rows = new int[period];
    }

    static ExtremeRow ofHighest(int period) {
        return new ExtremeRow(period, 1, false);
    }

    static ExtremeRow ofLowest(int period) {
        return new ExtremeRow(period, -1, false);
    }

    static ExtremeRow ofNewestHighest(int period) {
        return new ExtremeRow(period, 1, true);
    }

    static ExtremeRow ofNewestLowest(int period) {
        return new ExtremeRow(period, -1, true);
    }

    /// Takes a row; how many rows the extreme lies back, which counts once `period` rows are there.
    int next(double input) {
        double value = sign * input;
        int oldest = seen - period + 1;
        if (size > 0 && rows[head] < oldest) {
            head = head + 1 == period ? 0 : head + 1;
            size--;
        }
        while (size > 0 && isPassedBy(value, values[at(size - 1)])) {
            size--;
        }
        values[at(size)] = value;
        rows[at(size)] = seen;
        size++;
        hold(value, oldest);
        return seen++ - held;
    }

    /// How many rows there were.
    int rows() {
        return seen;
    }

    private int at(int index) {
        int place = head + index;
        return place >= period ? place - period : place;
    }

    private boolean isPassedBy(double value, double before) {
        return newest ? value >= before : value > before;
    }

    private void hold(double value, int oldest) {
        if (held < oldest || oldest <= 0 || newest) {
            held = rows[head];
            highest = values[head];
        } else if (value >= highest) {
            held = seen;
            highest = value;
        }
    }
}
