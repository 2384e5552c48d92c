package org.tickwright.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Phrase;
import org.tickwright.portfolio.PositionView;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.Decision;
import org.tickwright.strategy.Evaluation;
import org.tickwright.strategy.OrderStyle;

/// A strategy written out as columns, so that the engine is tested without the strategy package.
///
/// Column index as in [Decision]: long, short.
public class ColumnStrategy implements Evaluation {
    private final boolean[][] enter;
    private final boolean[][] exit;
    private double[][] trail = {};
    private double[][] stop = {};
    private double[][] target = {};
    private double[] weight = {};
    private SizeRule size = SizeRule.ALL;
    private @Nullable OrderStyle style;
    private double away = Double.NaN;
    private double trailFraction = Double.NaN;

    /// Entries and exits by direction and bar.
    public ColumnStrategy(boolean[][] enter, boolean[][] exit) {
        this.enter = enter;
        this.exit = exit;
    }

    /// The same with trailing distances by direction and bar.
    public ColumnStrategy trailing(double[][] distances) {
        trail = distances;
        return this;
    }

    /// The same with stop distances by direction and bar.
    public ColumnStrategy stopping(double[][] distances) {
        stop = distances;
        return this;
    }

    /// The same with target distances by direction and bar.
    public ColumnStrategy targeting(double[][] distances) {
        target = distances;
        return this;
    }

    /// The same with orders of that style, so far from the close as a fraction of it.
    public ColumnStrategy ordering(OrderStyle orders, double fraction) {
        style = orders;
        away = fraction;
        return this;
    }

    /// The same with a trailing stop at a fraction of the best close.
    public ColumnStrategy trailingAt(double fraction) {
        trailFraction = fraction;
        return this;
    }

    /// The same with weights by bar, NaN where none is decided.
    public ColumnStrategy weighing(double[] weights) {
        weight = weights;
        return this;
    }

    /// Whether weights are decided.
    public boolean weighs() {
        return weight.length > 0;
    }

    /// The same with a size.
    public ColumnStrategy sized(SizeRule rule) {
        size = rule;
        return this;
    }

    @Override
    public void prepare(int to) {
        if (to > enter[0].length) {
            throw new IllegalArgumentException("Only " + enter[0].length + " bars are written out");
        }
    }

    @Override
    public void decide(int bar, PositionView position, Decision decision) {
        decision.weight = weight.length == 0 ? Double.NaN : weight[bar];
        for (int direction = 0; direction < 2; direction++) {
            decision.enter[direction] = enter[direction][bar];
            decision.exit[direction] = exit[direction][bar];
            decision.size[direction] = size;
            decision.trailDistance[direction] = at(trail, direction, bar);
            decision.stopDistance[direction] = at(stop, direction, bar);
            decision.targetDistance[direction] = at(target, direction, bar);
            decision.trailFraction[direction] = trailFraction;
            decision.style[direction] = style;
            decision.orderLevel[direction] = Double.NaN;
            decision.orderDistance[direction] = Double.NaN;
            decision.orderFraction[direction] = away;
        }
    }

    private static double at(double[][] columns, int direction, int bar) {
        return columns.length == 0 ? Double.NaN : columns[direction][bar];
    }

    @Override
    public int nextActiveBar(int from, int to) {
        for (int bar = from; bar < to; bar++) {
            if (enter[0][bar] || enter[1][bar] || exit[0][bar] || exit[1][bar]) {
                return bar;
            }
        }
        return to;
    }

    @Override
    public boolean needsEveryHeldBar() {
        return trail.length > 0 || !Double.isNaN(trailFraction);
    }

    @Override
    public List<String> orderNodes() {
        return style == null ? List.of() : List.of("order");
    }

    @Override
    public double value(String node, String port, int bar) {
        throw new IllegalArgumentException("No node " + node);
    }

    @Override
    public Phrase why(String action, int bar) {
        return Phrase.of(action + " at " + bar);
    }

    @Override
    public int firstDefinedBar() {
        return 0;
    }
}
