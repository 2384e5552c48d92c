package org.tickwright.market;

import java.time.Instant;
import java.util.List;

/// A rate that changes: each value holds from the time at which it became known until the next one.
///
/// Joined by known-at time: whoever asks at a time gets the last value known then, never a later one.
public record RateSeries(List<Point> points) {
    /// No values.
    public static final RateSeries EMPTY = new RateSeries(List.of());

    /// `rate` is known from `knownAt` on.
    public record Point(Instant knownAt, double rate) {
        /// Checks that the rate is a number.
        public Point {
            if (!Double.isFinite(rate)) {
                throw new IllegalArgumentException("A rate must be a number, was " + rate + " at " + knownAt);
            }
        }
    }

    /// Checks that times rise.
    public RateSeries {
        points = points == null ? List.of() : List.copyOf(points);
        for (int i = 1; i < points.size(); i++) {
            if (!points.get(i).knownAt().isAfter(points.get(i - 1).knownAt())) {
                throw new IllegalArgumentException("Rates must rise in time: "
                        + points.get(i).knownAt() + " after "
                        + points.get(i - 1).knownAt());
            }
        }
    }

    /// True without values.
    public boolean isEmpty() {
        return points.isEmpty();
    }

    /// Known-at times, nanoseconds UTC.
    public long[] times() {
        return points.stream().mapToLong(point -> nanos(point.knownAt())).toArray();
    }

    /// The rates, one per time.
    public double[] rates() {
        return points.stream().mapToDouble(Point::rate).toArray();
    }

    private static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    }
}
