package org.tickwright.strategy;

import java.util.List;
import org.tickwright.kernel.Phrase;
import org.tickwright.portfolio.PositionView;

/// An evaluation that wants to be asked at every bar, so that a run leaves none out.
record EveryBar(Evaluation asked) implements Evaluation {
    @Override
    public void prepare(int to) {
        asked.prepare(to);
    }

    @Override
    public void decide(int bar, PositionView position, Decision decision) {
        asked.decide(bar, position, decision);
    }

    @Override
    public int nextActiveBar(int from, int to) {
        return Math.min(from, to);
    }

    @Override
    public List<String> orderNodes() {
        return asked.orderNodes();
    }

    @Override
    public double value(String node, String port, int bar) {
        return asked.value(node, port, bar);
    }

    @Override
    public Phrase why(String action, int bar) {
        return asked.why(action, bar);
    }

    @Override
    public int firstDefinedBar() {
        return asked.firstDefinedBar();
    }
}
