package org.tickwright.market;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.LongColumn;

/// Longer bars made of shorter ones as these become known, one after the other.
///
/// A bar appears when its [span][BarSpan] is over, and takes in nothing that is known later. Where a session's close is
/// given, a shorter bar that ends after the close of its own day belongs to no bar.
final class BarAggregation {
    private final BarClock source;
    private final @Nullable SessionClose close;
    private final BarSpan span;
    private final Bars bars;
    private final LongColumn known = new LongColumn(16);
    private long closingDay = Long.MIN_VALUE;
    private long closing;
    private int next;
    private boolean open;
    private long lastStart = Long.MIN_VALUE;
    private long knownAt;
    private double first;
    private double high;
    private double low;
    private double last;
    private double volume;

    BarAggregation(BarClock source, Timeframe timeframe) {
        this.source = source;
        close = source.close();
        span = new BarSpan(timeframe, source.bars().zone(), close);
        bars = new Bars(timeframe, source.bars().zone(), 16);
    }

    Bars bars() {
        return bars;
    }

    LongColumn known() {
        return known;
    }

    /// Takes in what was appended to the shorter bars.
    void advance() {
        for (; next < source.bars().size(); next++) {
            add(next);
        }
    }

    /// Says that a time has come: a bar whose span is over then appears, though no shorter bar follows it yet.
    void passed(long now) {
        if (open && next == source.bars().size() && now >= knownAt) {
            finish();
        }
    }

    private void add(int row) {
        long time = source.bars().time(row);
        long until = source.knownAt(row);
        if (open && time >= span.end()) {
            finish();
        }
        if (!afterHours(time, until)) {
            take(row, time, until);
        }
        if (open && until >= span.end()) {
            finish();
        }
    }

    private boolean afterHours(long time, long until) {
        SessionClose session = close;
        if (session == null || !source.bars().timeframe().intraday()) {
            return false;
        }
        long day = span.day(time);
        if (day != closingDay) {
            closingDay = day;
            closing = session.of(LocalDate.ofEpochDay(day));
        }
        return until > closing;
    }

    private void take(int row, long time, long until) {
        Bars from = source.bars();
        if (!open) {
            span.around(time);
            if (span.start() <= lastStart) {
                return;
            }
            open = true;
            first = from.open(row);
            high = from.high(row);
            low = from.low(row);
            volume = 0;
        }
        high = Math.max(high, from.high(row));
        low = Math.min(low, from.low(row));
        last = from.close(row);
        volume += from.volume(row);
        knownAt = Math.max(span.end(), until);
    }

    private void finish() {
        bars.append(span.start(), first, high, low, last, volume);
        known.append(knownAt);
        lastStart = span.start();
        open = false;
    }
}
