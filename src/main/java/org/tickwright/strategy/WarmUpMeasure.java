package org.tickwright.strategy;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.tickwright.indicator.WarmUp;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.Wire.PortRef;

/// Measures after how many bars a strategy no longer shows where its data begin: it is evaluated over everything
/// and again from later first bars, and compared from the end backwards.
///
/// The longest wait of all starts counts. A number that keeps its start for good, as a sum does, is passed over
/// where what is made of it settles.
public final class WarmUpMeasure {
    private static final int STARTS = 3;
    /// A port that never settles.
    private static final int NEVER = -1;

    private final Program program;
    private final MarketData data;
    private final Map<String, Double> parameters;
    private final Set<String> muted;
    private final CheckedPorts ports;
    private final int size;

    private WarmUpMeasure(Program program, MarketData data, Map<String, Double> parameters, Set<String> muted) {
        this.program = program;
        this.data = data;
        this.parameters = parameters;
        this.muted = muted;
        ports = new CheckedPorts(program);
        size = data.base().bars().size();
    }

    /// The warm-up of a strategy over a market. A kernel that fails is a [NodeFault].
    public static StrategyWarmUp of(Program program, MarketData data, Map<String, Double> parameters) {
        WarmUpMeasure measure = new WarmUpMeasure(program, data, parameters, Set.of());
        BoundProgram whole = program.bindMuted(data, parameters, Set.of());
        int defined = whole.firstDefinedBar();
        Probe truth = new Probe(whole, measure.ports.all()).prepare(measure.size);
        return measure.words(defined, measure.settled(truth));
    }

    /// For each port after how many bars it settles, [#NEVER] if it does not; `truth` is the whole evaluation.
    static int[] settled(
            Probe truth, Program program, MarketData data, Map<String, Double> parameters, Set<String> muted) {
        return new WarmUpMeasure(program, data, parameters, muted).settled(truth);
    }

    private int[] settled(Probe truth) {
        int[] worst = new int[ports.all().size()];
        if (size < 2 * STARTS) {
            Arrays.fill(worst, NEVER);
            return worst;
        }
        for (int i = 1; i <= STARTS; i++) {
            int start = size / 2 * i / STARTS;
            Probe late =
                    new Probe(program.bindMuted(from(start), parameters, muted), ports.all()).prepare(size - start);
            for (int port = 0; port < worst.length; port++) {
                int rows = settled(truth, late, port, start);
                worst[port] = worst[port] == NEVER || rows == NEVER ? NEVER : Math.max(worst[port], rows);
            }
        }
        return worst;
    }

    private int settled(Probe truth, Probe late, int port, int start) {
        int row = size - start;
        while (row > 0 && agree(truth.value(port, start + row - 1), late.value(port, row - 1))) {
            row--;
        }
        return row == size - start ? NEVER : row;
    }

    private static boolean agree(double one, double other) {
        if (Double.isNaN(one) || Double.isNaN(other)) {
            return Double.isNaN(one) && Double.isNaN(other);
        }
        return one == other || Math.abs(one - other) <= WarmUp.TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
    }

    private MarketData from(int start) {
        MarketSeries base = data.base();
        Bars later = base.bars().slice(start, size);
        return new MarketData(
                new MarketSeries(base.key(), base.simulated(), later, base.hash(), base.close()), data.others());
    }

    private StrategyWarmUp words(int defined, int[] settled) {
        Set<String> feeding = program.graph()
                .upstream(program.actions().stream().map(Node::id).toList());
        int stable = Math.min(defined, size);
        String keeper = "";
        for (int port = 0; port < settled.length; port++) {
            PortRef ref = ports.all().get(port);
            if (feeding.contains(ref.node())) {
                stable = Math.max(stable, settled[port]);
                if (settled[port] == NEVER && keeper.isEmpty() && readByAction(ref)) {
                    keeper = ref.node();
                }
            }
        }
        if (size < 2 * STARTS) {
            return new StrategyWarmUp(
                    Math.min(defined, size), null, "So few bars do not tell from where the result counts.");
        }
        if (defined >= size) {
            return new StrategyWarmUp(
                    size, null, "Not everything that feeds the actions is defined anywhere in these bars.");
        }
        return keeper.isEmpty()
                ? new StrategyWarmUp(
                        defined,
                        stable,
                        "Everything that feeds the actions is defined from bar " + defined
                                + " on; from bar " + stable
                                + " on it no longer shows where the data begin (within 1e-6)."
                                + " Count results from there.")
                : new StrategyWarmUp(
                        defined,
                        null,
                        "Everything that feeds the actions is defined from bar " + defined + " on, but " + keeper
                                + " shows to the last bar where the data begin: with other first bars the trades can be"
                                + " others.");
    }

    /// True if a port is read by something that gives neither a number nor a condition: an action, or its stop.
    private boolean readByAction(PortRef port) {
        for (Wire wire : program.document().wires()) {
            if (wire.from().equals(port)) {
                NodeType type = program.graph().type(wire.to().node());
                if (type != null && type.outputs().stream().noneMatch(WarmUpMeasure::isValue)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isValue(Port port) {
        return port.type() == PortType.NUMBER || port.type() == PortType.CONDITION;
    }
}
