package org.tickwright.indicator;

/// Wilder's parabolic stop and reverse (New Concepts in Technical Trading Systems, 1978) as TA-Lib has it:
/// a stop that follows the price faster with every new extreme and turns where it is touched. The first
/// direction is that of the first directional movement, unless a start value gives it.
final class ParabolicStop implements BuiltIn.RowFunction {
    private final Settings settings;
    private boolean started;
    private boolean defined;
    private boolean rising;
    private double previousHigh;
    private double previousLow;
    private double stop;
    private double extreme;
    private double acceleration;

    ParabolicStop(Settings settings) {
        this.settings = settings;
    }

    /// How the stop follows one direction: its first acceleration, what each new extreme adds, the most.
    record Pace(double first, double step, double most) {
        Pace {
            first = Math.min(first, most);
            step = Math.min(step, most);
        }
    }

    /// `start` is 0, or the first stop: positive for a rising price, negative for a falling one.
    /// `offset` is the part by which a stop is moved away where it turns; falling stops are negative if
    /// `signed`.
    record Settings(double start, double offset, boolean signed, Pace up, Pace down) {
        /// The plain stop, with the same pace both ways.
        static Settings plain(double acceleration, double most) {
            Pace pace = new Pace(acceleration, acceleration, most);
            return new Settings(0, 0, false, pace, pace);
        }
    }

    @Override
    public double value(double[][] inputs, int row) {
        double high = inputs[0][row];
        double low = inputs[1][row];
        if (!started) {
            started = true;
            remember(high, low);
            return Double.NaN;
        }
        if (!defined) {
            begin(high, low);
            defined = true;
            remember(high, low);
        }
        double value = rising ? follow(high, low) : followDown(high, low);
        remember(high, low);
        return value;
    }

    private void remember(double high, double low) {
        previousHigh = high;
        previousLow = low;
    }

    private void begin(double high, double low) {
        double fall = previousLow - low;
        double rise = high - previousHigh;
        rising = settings.start == 0 ? !(fall > 0 && rise < fall) : settings.start > 0;
        extreme = rising ? high : low;
        double otherSide = rising ? previousLow : previousHigh;
        stop = settings.start == 0 ? otherSide : Math.abs(settings.start);
        acceleration = (rising ? settings.up : settings.down).first;
    }

    private double follow(double high, double low) {
        if (low <= stop) {
            rising = false;
            stop = above(extreme, high);
            stop += stop * settings.offset;
            double turned = down(stop);
            acceleration = settings.down.first;
            extreme = low;
            stop = above(stop + acceleration * (extreme - stop), high);
            return turned;
        }
        double value = stop;
        if (high > extreme) {
            extreme = high;
            acceleration = Math.min(acceleration + settings.up.step, settings.up.most);
        }
        stop = below(stop + acceleration * (extreme - stop), low);
        return value;
    }

    private double followDown(double high, double low) {
        if (high >= stop) {
            rising = true;
            stop = below(extreme, low);
            stop -= stop * settings.offset;
            double turned = stop;
            acceleration = settings.up.first;
            extreme = high;
            stop = below(stop + acceleration * (extreme - stop), low);
            return turned;
        }
        double value = down(stop);
        if (low < extreme) {
            extreme = low;
            acceleration = Math.min(acceleration + settings.down.step, settings.down.most);
        }
        stop = above(stop + acceleration * (extreme - stop), high);
        return value;
    }

    private double down(double value) {
        return settings.signed ? -value : value;
    }

    private double above(double value, double high) {
        return Math.max(Math.max(value, previousHigh), high);
    }

    private double below(double value, double low) {
        return Math.min(Math.min(value, previousLow), low);
    }
}
