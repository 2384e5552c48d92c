package org.tickwright.strategy;

import java.util.List;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;

/// What can be wrong with the series that a node names: a node that reads none, a name that is none.
final class SeriesChecks {
    /// The settings that name a series.
    static final List<String> SETTINGS = List.of(NodeType.INSTRUMENT, NodeType.TIMEFRAME);

    private final StrategyGraph graph;
    private final ProblemList problems;

    SeriesChecks(StrategyGraph graph, ProblemList problems) {
        this.graph = graph;
        this.problems = problems;
    }

    void check(Node node, NodeType type) {
        for (String setting : SETTINGS) {
            Object value = node.params().get(setting);
            if (value != null) {
                check(node, type, setting, value);
            }
        }
    }

    private void check(Node node, NodeType type, String setting, Object value) {
        boolean mayName = setting.equals(NodeType.INSTRUMENT) ? type.namesInstrument() : type.ofSeries();
        if (!mayName) {
            problems.error(
                    node.id(),
                    null,
                    "Node " + node.id() + " names the " + setting + " " + StrategyWriter.inline(value) + ", and "
                            + type.type()
                            + (type.namesInstrument() ? " trades on the base bars." : " reads no series of its own."),
                    "Remove " + setting + " here and set it at the price or indicator that feeds this node.");
        } else if (type.ofSeries() && !type.inputs().isEmpty() && isConnected(node, type)) {
            problems.error(
                    node.id(),
                    null,
                    "Node " + node.id() + " names the " + setting + " " + StrategyWriter.inline(value)
                            + ", and reads nothing but what is connected to it.",
                    "Remove " + setting + " here and set it at the node where the values come from.");
        } else if (!(value instanceof String text)) {
            problems.error(
                    node.id(),
                    null,
                    "Setting " + setting + " of node " + node.id() + " must be a text, was "
                            + StrategyWriter.inline(value) + ".",
                    mend(setting));
        } else {
            name(node, setting, text);
        }
    }

    private boolean isConnected(Node node, NodeType type) {
        return type.inputs().stream().allMatch(port -> graph.source(node.id(), port.name()) != null);
    }

    private void name(Node node, String setting, String text) {
        try {
            if (setting.equals(NodeType.TIMEFRAME)) {
                Timeframe.parse(text);
            } else {
                SeriesKey.checkSymbol(text);
            }
        } catch (IllegalArgumentException e) {
            problems.error(
                    node.id(),
                    null,
                    "Setting " + setting + " of node " + node.id() + ": " + e.getMessage() + ".",
                    mend(setting));
        }
    }

    private static String mend(String setting) {
        return setting.equals(NodeType.TIMEFRAME)
                ? "Write a timeframe such as 1h, 1d, 1w or 1mo, or remove it for that of the base series."
                : "Write a symbol such as SPY, or remove it for the base instrument.";
    }
}
