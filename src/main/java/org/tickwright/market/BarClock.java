package org.tickwright.market;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.LongColumn;

/// The bars of a series with the time from which each is known, by which series of different length and
/// instrument are joined.
///
/// An intraday bar is known at its end; the others after the session's close where one is given, else at the next
/// midnight in the zone of the series after their last day: never early. The series may be made of the shorter bars
/// of another; of these only bars that are closed and known appear. It follows bars that are appended, and what it
/// said of a bar never changes. One thread.
public final class BarClock {
    private final Bars bars;
    private final @Nullable SessionClose close;
    private final @Nullable BarAggregation made;
    private final LongColumn known;

    private BarClock(Bars bars, @Nullable SessionClose close, @Nullable BarAggregation made, LongColumn known) {
        this.bars = bars;
        this.close = close;
        this.made = made;
        this.known = known;
    }

    /// The clock of bars as they are.
    public static BarClock of(Bars bars, @Nullable SessionClose close) {
        return new BarClock(bars, close, null, new LongColumn(16));
    }

    /// The clock of longer bars made of this one's. Throws [IllegalArgumentException] where its bars do not fit into
    /// the longer ones without a rest.
    public BarClock longer(Timeframe timeframe) {
        if (!timeframe.madeOf(bars.timeframe())) {
            throw new IllegalArgumentException(
                    timeframe + " bars cannot be made of " + bars.timeframe() + " bars, which do not fill them evenly");
        }
        BarAggregation aggregation = new BarAggregation(this, timeframe);
        return new BarClock(aggregation.bars(), close, aggregation, aggregation.known());
    }

    /// How many bars there are by now, known or not.
    public int size() {
        catchUp(Integer.MAX_VALUE);
        return known.size();
    }

    /// The bars; see [#size()] for how many there are.
    public Bars bars() {
        return bars;
    }

    /// When bar `i` is known, nanoseconds UTC.
    public long knownAt(int i) {
        catchUp(i + 1);
        return known.get(i);
    }

    /// How many bars are known at a time.
    public int rowsKnownAt(long time) {
        passed(time);
        int low = 0;
        int high = known.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (known.get(middle) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Says that a time has come: a longer bar whose span is over then is there, whether or not another shorter bar
    /// follows.
    public void passed(long time) {
        catchUp(Integer.MAX_VALUE);
        if (made != null) {
            made.passed(time);
        }
    }

    @Nullable
    SessionClose close() {
        return close;
    }

    private void catchUp(int rows) {
        if (made != null) {
            made.advance();
            return;
        }
        for (int i = known.size(); i < Math.min(rows, bars.size()); i++) {
            known.append(bars.timeframe().timed() ? knownAt(bars.time(i), bars) : bars.knownAt(i));
        }
    }

    private long knownAt(long open, Bars of) {
        SessionClose session = close;
        if (session == null || of.timeframe().intraday()) {
            return of.timeframe().knownAt(open, of.zone());
        }
        LocalDate first = Timeframe.localDate(open, of.zone());
        LocalDate last = of.timeframe().after(first).minusDays(1);
        return session.of(of.timeframe().unit() == Timeframe.Unit.DAY ? last : SessionClose.lastSession(last));
    }
}
