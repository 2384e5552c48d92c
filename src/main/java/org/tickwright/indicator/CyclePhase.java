package org.tickwright.indicator;

/// The phase of the [DominantCycle], and the line that is left when the cycle is averaged out of the price
/// (Ehlers, Rocket Science for Traders, 2001) as TA-Lib has them.
final class CyclePhase {
    static final int LOOKBACK = 63;
    private static final int SMOOTHING = 37;
    private static final int LONGEST = 50;

    private final DominantCycle cycle = new DominantCycle(SMOOTHING);
    private final double[] prices = new double[LONGEST];
    private final double[] smoothed = new double[LONGEST];
    private final double[] trends = new double[3];
    private int newest;
    private int rows;
    private double degrees;
    private double trendline;
    private double sine;
    private double leadSine;
    private int daysInTrend;
    private boolean trending;

    /// Takes a row; true from the first at which every output is defined.
    boolean next(double price) {
        newest = newest + 1 == LONGEST ? 0 : newest + 1;
        prices[newest] = price;
        if (cycle.next(price)) {
            smoothed[newest] = cycle.smoothed();
            measure();
        }
        boolean defined = rows >= LOOKBACK;
        rows = Math.min(rows + 1, LOOKBACK);
        return defined;
    }

    /// The phase in degrees, -45 to 315.
    double degrees() {
        return degrees;
    }

    double sine() {
        return sine;
    }

    double leadSine() {
        return leadSine;
    }

    double trendline() {
        return trendline;
    }

    /// True in a trend, false in a cycle.
    boolean isTrending() {
        return trending;
    }

    private void measure() {
        double degreesBefore = degrees;
        double sineBefore = sine;
        double leadBefore = leadSine;
        measurePhase();
        sine = StrictMath.sin(Math.toRadians(degrees));
        leadSine = StrictMath.sin(Math.toRadians(degrees + 45));
        averageCycleOut();
        boolean crossed =
                (sine > leadSine && sineBefore <= leadBefore) || (sine < leadSine && sineBefore >= leadBefore);
        decide(crossed, degrees - degreesBefore);
    }

    private void measurePhase() {
        int bars = cycle.bars();
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < bars; i++) {
            double angle = i * (2 * Math.PI) / bars;
            real += StrictMath.sin(angle) * at(smoothed, i);
            imaginary += StrictMath.cos(angle) * at(smoothed, i);
        }
        if (imaginary != 0) {
            degrees = Math.toDegrees(StrictMath.atan(real / imaginary));
        } else {
            degrees += 90 * Math.signum(real);
        }
        degrees += 90 + 360 / cycle.smoothPeriod();
        if (imaginary < 0) {
            degrees += 180;
        }
        if (degrees > 315) {
            degrees -= 360;
        }
    }

    private void averageCycleOut() {
        int bars = cycle.bars();
        double sum = 0;
        for (int i = 0; i < bars; i++) {
            sum += at(prices, i);
        }
        double mean = bars > 0 ? sum / bars : 0;
        trendline = (4 * mean + 3 * trends[0] + 2 * trends[1] + trends[2]) / 10;
        trends[2] = trends[1];
        trends[1] = trends[0];
        trends[0] = mean;
    }

    private void decide(boolean crossed, double turn) {
        double perBar = 360 / cycle.smoothPeriod();
        daysInTrend = crossed ? 1 : daysInTrend + 1;
        boolean settled = daysInTrend >= 0.5 * cycle.smoothPeriod();
        boolean turning = turn > 0.67 * perBar && turn < 1.5 * perBar;
        boolean apart = trendline != 0 && Math.abs((cycle.smoothed() - trendline) / trendline) >= 0.015;
        trending = apart || (!crossed && settled && !turning);
    }

    private double at(double[] ring, int back) {
        int index = newest - back;
        return ring[index < 0 ? index + LONGEST : index];
    }
}
