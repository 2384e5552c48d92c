package org.tickwright.indicator;

/// Watches a trail of pivots for a formation and then the closes for its breakout. It speaks at the bar at
/// which the breakout is known, never of a bar before.
///
/// Outputs: the signal (1 up, -1 down, 0 none), the level that broke, kept until the next signal, and the
/// bars from the first pivot of the formation to the signal.
final class PatternDetector implements RowFormula {
    /// The rule of a pattern.
    @FunctionalInterface
    interface Rule {
        /// Fills `formation` and answers true if the trail shows the pattern now. `last` is the last row that
        /// may break it.
        boolean finds(PivotTrail trail, int last, Formation formation);
    }

    private final PivotTrail trail;
    private final int wait;
    private final Rule rule;
    private final Formation formation = new Formation();
    private boolean watching;
    private double level = Double.NaN;

    PatternDetector(PivotTrail trail, int wait, Rule rule) {
        this.trail = trail;
        this.wait = wait;
        this.rule = rule;
    }

    @Override
    public void row(double[][] in, int row, double[][] out) {
        double sign = trail.sign();
        double high = sign * in[sign > 0 ? 0 : 1][row];
        double low = sign * in[sign > 0 ? 1 : 0][row];
        double close = sign * in[2][row];
        if (trail.next(high, low)) {
            watching = rule.finds(trail, trail.row() + wait, formation) || watching;
        }
        double verdict = watching ? formation.judge(trail.row(), close) : 0;
        watching &= verdict == 0;
        boolean signals = Math.abs(verdict) == 1;
        if (signals) {
            level = sign * (verdict > 0 ? formation.upperAt(trail.row()) : formation.lowerAt(trail.row()));
        }
        out[0][row] = signals ? sign * verdict : 0;
        out[1][row] = level;
        out[2][row] = signals ? trail.row() - formation.start() : Double.NaN;
    }
}
