package org.tickwright.strategy;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Phrase;
import org.tickwright.portfolio.PositionView;

/// A program whose decisions are bits of [Transitions], for a run from the first bar to the last: what it decides at a
/// bar
/// is known while the block of that bar is the last one prepared, and is the same as what [BoundProgram] decides.
///
/// What else may be asked of a strategy is asked of that one, which is made when it is.
final class MaskedProgram implements Evaluation {
    private final Transitions signals;
    private final List<String> orderNodes;
    private final Supplier<Evaluation> maker;
    private final long[] active = new long[ConditionMask.WORDS];
    private @Nullable Evaluation whole;
    private int begun;
    private int prepared;

    MaskedProgram(Transitions signals, List<String> orderNodes, Supplier<Evaluation> maker) {
        this.signals = signals;
        this.orderNodes = orderNodes;
        this.maker = maker;
    }

    @Override
    public void reserve(int bars) {
        signals.reserve(bars);
    }

    @Override
    public void prepare(int to) {
        while (prepared < to) {
            begun = prepared;
            prepared = Math.min(to, (begun / Transitions.BLOCK + 1) * Transitions.BLOCK);
            signals.advance(prepared);
            for (int word = 0; word < active.length; word++) {
                active[word] = signals.enter(Decision.LONG)[word]
                        | signals.exit(Decision.LONG)[word]
                        | signals.enter(Decision.SHORT)[word]
                        | signals.exit(Decision.SHORT)[word];
            }
        }
    }

    @Override
    public void decide(int bar, PositionView position, Decision decision) {
        int row = row(bar);
        for (int direction = Decision.LONG; direction <= Decision.SHORT; direction++) {
            decision.enter[direction] = is(signals.enter(direction), row);
            decision.exit[direction] = is(signals.exit(direction), row);
            if (decision.enter[direction]) {
                decision.size[direction] = signals.size(direction);
            }
        }
    }

    private int row(int bar) {
        if (bar < begun || bar >= prepared) {
            throw new IllegalArgumentException(
                    "Bar " + bar + " is not among those that were prepared last, " + begun + " to " + prepared);
        }
        return bar - begun;
    }

    private static boolean is(long[] bits, int row) {
        return (bits[row >> 6] & 1L << row) != 0;
    }

    @Override
    public int nextActiveBar(int from, int to) {
        prepare(to);
        if (from >= to) {
            return Math.min(from, to);
        }
        int row = row(from);
        int word = row >> 6;
        int last = (to - 1 - begun) >> 6;
        long bits = active[word] & (-1L << row);
        while (bits == 0 && word < last) {
            bits = active[++word];
        }
        return bits == 0 ? to : Math.min(to, begun + (word << 6) + Long.numberOfTrailingZeros(bits));
    }

    @Override
    public List<String> orderNodes() {
        return orderNodes;
    }

    @Override
    public boolean needsEveryHeldBar() {
        return false;
    }

    @Override
    public int keepWhy(String action, int bar, ReasonLog log) {
        return signals.keepWhy(action, bar, log);
    }

    @Override
    public Phrase why(String action, int bar) {
        return whole().why(action, bar);
    }

    @Override
    public double value(String node, String port, int bar) {
        return whole().value(node, port, bar);
    }

    @Override
    public int firstDefinedBar() {
        return whole().firstDefinedBar();
    }

    private Evaluation whole() {
        Evaluation known = whole;
        if (known == null) {
            known = maker.get();
            whole = known;
        }
        return known;
    }
}
