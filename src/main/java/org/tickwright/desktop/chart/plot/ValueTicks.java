package org.tickwright.desktop.chart.plot;

/// Round values for a vertical axis, evenly spaced on a linear one, by decade on a logarithmic one.
public final class ValueTicks {
    private static final double[] FINE = {1, 2, 5};
    private static final double[] DECADE = {1, 2, 5, 3, 7, 1.5, 4, 6, 8, 9};
    private static final int MOST = 64;

    private final double[] values = new double[MOST];
    private final double[] places = new double[MOST];
    private int count;
    private double step;

    /// Chooses values at least `spacing` pixels apart; a step is never finer than `smallest`.
    public void choose(ValueScale scale, double spacing, double smallest) {
        count = 0;
        double low = scale.low();
        double high = scale.high();
        if (!(low < high) || scale.height() < spacing) {
            step = smallest;
            return;
        }
        step = stepFor((high - low) * spacing / scale.height(), smallest);
        if (scale.log() && high / low > 3) {
            byDecade(scale, spacing);
        } else {
            evenly(scale, low, high, scale.log() ? spacing : 0);
        }
    }

    /// The smallest of 1, 2 or 5 times a power of ten that is at least `least` and at least `smallest`.
    static double stepFor(double least, double smallest) {
        double wanted = Math.max(least, smallest * (1 - 1e-9));
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double digit : FINE) {
            if (digit * power >= wanted * (1 - 1e-9)) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    private void evenly(ValueScale scale, double low, double high, double spacing) {
        double from = Math.ceil(low / step - 1e-9);
        double to = Math.floor(high / step + 1e-9);
        for (double i = from; i <= to && count < MOST; i++) {
            double value = i * step;
            double y = scale.y(value);
            if (spacing == 0 || free(y, spacing)) {
                add(value, y);
            }
        }
    }

    private void byDecade(ValueScale scale, double spacing) {
        int from = (int) Math.floor(Math.log10(scale.low()));
        int to = (int) Math.ceil(Math.log10(scale.high()));
        double perDecade = Math.abs(scale.y(1) - scale.y(10));
        int stride = Math.max(1, (int) Math.ceil(spacing / perDecade));
        for (double digit : DECADE) {
            for (int k = from; k <= to && count < MOST; k++) {
                if (Math.floorMod(k, stride) != 0) {
                    continue;
                }
                double value = digit * Math.pow(10, k);
                double y = scale.y(value);
                if (value >= scale.low() && value <= scale.high() && free(y, spacing)) {
                    add(value, y);
                }
            }
        }
        smallestGap();
    }

    private void smallestGap() {
        step = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double power = Math.pow(10, Math.floor(Math.log10(values[i]) + 1e-9));
            boolean half = Math.abs(values[i] / power - 1.5) < 1e-6;
            step = Math.min(step, half ? power / 2 : power);
        }
    }

    private boolean free(double y, double spacing) {
        for (int i = 0; i < count; i++) {
            if (Math.abs(places[i] - y) < spacing) {
                return false;
            }
        }
        return true;
    }

    private void add(double value, double y) {
        values[count] = Math.abs(value) < step * 1e-9 ? 0 : value;
        places[count] = y;
        count++;
    }

    /// The number of values.
    public int count() {
        return count;
    }

    /// Value `i`, in no order on a logarithmic axis.
    public double value(int i) {
        return values[i];
    }

    /// Where value `i` lies.
    public double y(int i) {
        return places[i];
    }

    /// The step between values, or the finest digit they need.
    public double step() {
        return step;
    }
}
