package org.tickwright.portfolio;

/// The closed round trips of an account so far, as sums: how many, how many won, and what they returned.
///
/// A round trip leads an instrument's position from nothing to nothing. Its return is what it brought,
/// carrying costs and every commission included, on the capital used: the most that was in the position at
/// once, at cost. A trip that won brought more than 0; all others count as lost, those that came out even
/// included. Kept by the [Ledger] alone.
public final class RoundTrips {
    private int won;
    private int lost;
    private double sumWon;
    private double sumLost;

    RoundTrips() {}

    void add(long net, long used) {
        double earned = (double) net / used;
        if (net > 0) {
            won++;
            sumWon += earned;
        } else {
            lost++;
            sumLost -= earned;
        }
    }

    /// How many there were.
    public int count() {
        return won + lost;
    }

    /// The part that won; NaN before the first.
    public double winRate() {
        return (double) won / count();
    }

    /// The mean return of those that won; NaN without any.
    public double averageWin() {
        return sumWon / won;
    }

    /// The mean loss of those that did not win, 0 or above; NaN without any.
    public double averageLoss() {
        return sumLost / lost;
    }
}
