package org.tickwright.execution;

import java.util.ArrayList;
import java.util.List;
import org.tickwright.market.Bars;

/// The bars of a run that left something open, one entry each, in the order of time.
final class Ambiguities {
    private final Bars bars;
    private final IntrabarPolicy policy;
    private final List<AmbiguousBar> found = new ArrayList<>();
    private int lastBar = -1;
    private int questions;

    Ambiguities(Bars bars, IntrabarPolicy policy) {
        this.bars = bars;
        this.policy = policy;
    }

    /// Asks the policy and keeps question and answer. `answers` are the options in words.
    int ask(int bar, String what, String[] answers, double[] gains) {
        questions = bar == lastBar ? questions + 1 : 0;
        int chosen = policy.choose(bar, questions, gains);
        if (bar == lastBar) {
            found.set(found.size() - 1, found.getLast().and(what, answers[chosen]));
        } else {
            found.add(new AmbiguousBar(bar, bars.time(bar), what, answers[chosen]));
        }
        lastBar = bar;
        return chosen;
    }

    List<AmbiguousBar> found() {
        return List.copyOf(found);
    }
}
