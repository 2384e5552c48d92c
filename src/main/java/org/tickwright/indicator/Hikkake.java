package org.tickwright.indicator;

import java.util.function.ToIntFunction;
import org.tickwright.spi.IndicatorKernel;

/// A pattern that a later candle may confirm: up to three rows after it, a close beyond the candle before
/// its last one doubles the signal, once.
final class Hikkake implements IndicatorKernel {
    private static final int PATIENCE = 3;

    private final Candles candles = new Candles();
    private final ToIntFunction<Candles> rule;
    /// The row from which patterns are looked for; signals are given from `PATIENCE` rows later.
    private final int watched;

    private int row;
    private int signal;

    /// Looks for patterns from row `watched` on, `PATIENCE` rows before the first that is defined.
    Hikkake(int watched, ToIntFunction<Candles> rule) {
        this.watched = watched;
        this.rule = rule;
    }

    @Override
    public void advance(double[][] inputs, int from, int to, double[][] outputs) {
        candles.read(inputs);
        for (int now = from; now < to; now++) {
            int found = now < watched ? 0 : signalAt(now);
            outputs[0][now] = now < watched + PATIENCE ? Double.NaN : found;
        }
    }

    private int signalAt(int now) {
        candles.moveTo(now);
        int found = rule.applyAsInt(candles);
        if (found != 0) {
            row = now;
            signal = found;
            return found;
        }
        if (signal == 0 || now > row + PATIENCE || !isConfirmed(now - row + 1)) {
            return 0;
        }
        int confirmed = 2 * signal;
        signal = 0;
        return confirmed;
    }

    private boolean isConfirmed(int inside) {
        return signal > 0 ? candles.close(0) > candles.high(inside) : candles.close(0) < candles.low(inside);
    }
}
