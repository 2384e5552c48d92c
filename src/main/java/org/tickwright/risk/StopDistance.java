package org.tickwright.risk;

/// How far the initial stop lies from the entry fill: in price units, or as a fraction of the fill. NaN
/// where there is none; where there are several the nearest counts.
///
/// Frozen when the entry is decided, so that sizing at the fill reads nothing that was not known then.
public record StopDistance(double price, double fraction) {
    /// No stop.
    public static final StopDistance NONE = new StopDistance(Double.NaN, Double.NaN);

    /// The distance at an entry fill, NaN without a stop.
    public double at(double fill) {
        double byFraction = fraction * fill;
        if (Double.isNaN(price)) {
            return byFraction;
        }
        return Double.isNaN(byFraction) ? price : Math.min(price, byFraction);
    }
}
