package org.tickwright.engine;

import java.util.Arrays;
import org.tickwright.kernel.LongColumn;
import org.tickwright.strategy.ReasonLog;
import org.tickwright.strategy.Transitions;

/// Takes down what becomes of each order while a [TransitionRun] goes: a row of numbers for each and no object, with
/// the
/// values of the nodes that its reason names, read while they are near. [TransitionRecords] reads it.
final class TransitionLog {
    private static final int ROOM = 1024;
    private static final String[] ENTER = {"enterLong", "enterShort"};
    private static final String[] LEAVE = {"exitLong", "exitShort"};

    private final Transitions signals;
    private final ReasonLog reasons = new ReasonLog();
    private final LongColumn trades = new LongColumn(ROOM);
    private long[] rows = new long[ROOM * TransitionRecords.ROW];
    private int end;
    private int lastEntry;
    private int signal;

    TransitionLog(Transitions signals) {
        this.signals = signals;
    }

    /// Orders from now on were decided at the close of a bar, of the block last worked out.
    void decidedAt(int bar) {
        signal = bar;
    }

    private int add(int what, boolean isLong, long price, long quantity) {
        int at = end;
        if (at == rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
        rows[at] = (long) signal << Integer.SIZE | what | (isLong ? TransitionRecords.LONG : 0);
        rows[at + TransitionRecords.PRICE] = price;
        rows[at + TransitionRecords.QUANTITY] = quantity;
        end += TransitionRecords.ROW;
        return at;
    }

    /// An entry was filled; `cut` where it was to be larger than the cash could pay.
    void entered(boolean isLong, boolean cut, long price, long quantity) {
        int at = add(cut ? TransitionRecords.CUT : 0, isLong, price, quantity);
        rows[at + TransitionRecords.REASON] = signals.keepWhy(ENTER[isLong ? 0 : 1], signal, reasons);
        lastEntry = at;
    }

    /// The position was left, by a signal or because the data end, which closes a trade.
    void left(boolean isLong, boolean atEnd, long price, long quantity) {
        int at = add(TransitionRecords.EXIT | (atEnd ? TransitionRecords.AT_END : 0), isLong, price, quantity);
        if (!atEnd) {
            rows[at + TransitionRecords.REASON] = signals.keepWhy(LEAVE[isLong ? 0 : 1], signal, reasons);
        }
        trades.append((long) lastEntry << Integer.SIZE | at);
    }

    /// What the order that was filled last cost, and the cash that was left.
    void paid(long commission, long slippage, long cash) {
        int at = end - TransitionRecords.ROW;
        rows[at + TransitionRecords.COMMISSION] = commission;
        rows[at + TransitionRecords.SLIPPAGE] = slippage;
        rows[at + TransitionRecords.CASH] = cash;
    }

    /// An entry was refused.
    void refused(boolean isLong, int why, long price, long cash) {
        int at = add(why, isLong, price, 0);
        rows[at + TransitionRecords.CASH] = cash;
    }

    /// An order was decided where there is no later opening.
    void tooLate(boolean isLong, boolean exit) {
        add(TransitionRecords.NO_OPENING | (exit ? TransitionRecords.EXIT : 0), isLong, 0, 0);
    }

    /// What was taken down, once the run is over.
    TransitionRecords records(TransitionRecords.Terms terms) {
        return new TransitionRecords(Arrays.copyOf(rows, end), trades.toArray(), reasons, terms);
    }
}
