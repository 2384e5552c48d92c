package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.List;
import org.tickwright.market.Bars;

/// The smallest loop that trades what a strategy decides: one unit, at the next open, no costs, no
/// protection.
final class PaperLoop {
    private final Evaluation evaluation;
    private final Bars bars;
    private final Decision decision = new Decision();
    private final List<String> fills = new ArrayList<>();
    private int side;
    private int wanted;
    private double cash = 1000;
    private double entry;
    private int entryBar;

    private PaperLoop(Evaluation evaluation, Bars bars) {
        this.evaluation = evaluation;
        this.bars = bars;
    }

    /// The fills, as text. With `skipping`, bars that cannot matter are left out.
    static List<String> run(Evaluation evaluation, Bars bars, boolean skipping) {
        return new PaperLoop(evaluation, bars).run(skipping);
    }

    private List<String> run(boolean skipping) {
        int size = bars.size();
        evaluation.prepare(size);
        for (int bar = 0; bar < size; bar++) {
            if (skipping && wanted == side && (side == 0 || !evaluation.needsEveryHeldBar())) {
                bar = evaluation.nextActiveBar(bar, size);
                if (bar == size) {
                    break;
                }
            }
            fill(bar);
            evaluation.decide(bar, position(bar), decision);
            decide(bar);
        }
        return fills;
    }

    private void fill(int bar) {
        if (wanted != side) {
            cash += (side - wanted) * bars.open(bar);
            side = wanted;
            entry = bars.open(bar);
            entryBar = bar;
            fills.add(bar + " " + side + " at " + bars.open(bar));
        }
    }

    private Snapshot position(int bar) {
        double close = bars.close(bar);
        double equity = cash + side * close;
        return side == 0
                ? Snapshot.flat(equity)
                : new Snapshot(side, entry, bar - entryBar, side * (close - entry), equity);
    }

    private void decide(int bar) {
        if (side != 0) {
            int held = side > 0 ? Decision.LONG : Decision.SHORT;
            boolean reverses = decision.enter[1 - held];
            wanted = !decision.exit[held] ? side : reverses ? -side : 0;
        } else {
            wanted = decision.enter[Decision.LONG] ? 1 : decision.enter[Decision.SHORT] ? -1 : 0;
        }
        String wants = DecisionText.of(decision);
        if (wanted != side) {
            fills.add(bar + " decides " + wants);
        }
    }
}
