package org.tickwright.risk;

import org.tickwright.market.Bars;

/// How far prices moved and how much was traded in the bars before one: what an order can know.
///
/// Each window has up to `window` bars and ends with the bar before. Sums run from the older bar to the
/// newer.
final class PastBars {
    private final Bars bars;
    private final int window;

    PastBars(Bars bars, int window) {
        this.bars = bars;
        this.window = window;
    }

    /// The mean true range (Wilder 1978) as a share of the close; 0 without a bar before. The first bar of a
    /// series has its high less its low.
    double rangeShare(int bar) {
        int from = Math.max(0, bar - window);
        double sum = 0;
        for (int i = from; i < bar; i++) {
            double high = bars.high(i);
            double low = bars.low(i);
            if (i > 0) {
                high = Math.max(high, bars.close(i - 1));
                low = Math.min(low, bars.close(i - 1));
            }
            sum += share(high - low, bars.close(i));
        }
        return bar > from ? sum / (bar - from) : 0;
    }

    /// The sample deviation of returns from close to close; with fewer than two returns [#rangeShare].
    double deviation(int bar) {
        int from = Math.max(1, bar - window);
        int count = bar - from;
        if (count < 2) {
            return rangeShare(bar);
        }
        double sum = 0;
        for (int i = from; i < bar; i++) {
            sum += ret(i);
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = from; i < bar; i++) {
            double off = ret(i) - mean;
            squares += off * off;
        }
        return Math.sqrt(squares / (count - 1));
    }

    private double ret(int i) {
        return share(bars.close(i) - bars.close(i - 1), bars.close(i - 1));
    }

    /// The mean volume of those bars that had any; 0 if none had.
    double volume(int bar) {
        double sum = 0;
        int count = 0;
        for (int i = Math.max(0, bar - window); i < bar; i++) {
            double volume = bars.volume(i);
            if (volume > 0) {
                sum += volume;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / Math.abs(whole);
    }
}
