package org.tickwright.spi;

import java.util.List;

/// What a node is, for catalogue, palette, inspector and help.
///
/// `name` is what files call it behind `node.`, `title` a person's name, `category` where the palette lists
/// it, `summary` what it does in a few sentences with the formula and its source. A node with one output
/// calls that port `value`, whatever its name here. `marks` warn of what a summary cannot.
public record NodeSpec(
        String name,
        String title,
        String category,
        String summary,
        List<Input> inputs,
        List<IndicatorSpec.Parameter> parameters,
        List<Output> outputs,
        IndicatorSpec.Marks marks) {

    /// A node that never changes its past, at the same cost for every row.
    public NodeSpec(
            String name,
            String title,
            String category,
            String summary,
            List<Input> inputs,
            List<IndicatorSpec.Parameter> parameters,
            List<Output> outputs) {
        this(name, title, category, summary, inputs, parameters, outputs, IndicatorSpec.Marks.PLAIN);
    }

    /// An input port. A number with a `defaultColumn` takes that column of the bars when unconnected
    /// (`open`, `high`, `low`, `close`, `volume`); `time` (opening time in nanoseconds UTC) and `session` (a
    /// number that changes where a new session begins) are no ports but always that column. An empty
    /// `defaultColumn` has to be connected; a condition's is always empty.
    public record Input(String name, Kind kind, String defaultColumn) {}

    /// An output port; `unit` says what a number counts and is ignored for conditions.
    public record Output(String name, Kind kind, IndicatorSpec.Unit unit) {}

    /// What flows through a port.
    public enum Kind {
        NUMBER,
        /// 1 is true, 0 false, NaN undefined.
        CONDITION
    }

    /// True if the node has several outputs, which then keep their names.
    public boolean severalOutputs() {
        return outputs.size() > 1;
    }
}
