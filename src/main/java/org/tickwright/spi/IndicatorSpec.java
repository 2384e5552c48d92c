package org.tickwright.spi;

import java.util.List;

/// What an indicator is, for catalogue, palette, inspector and help.
///
/// `name` is TA-Lib's where TA-Lib has it, `title` a person's (`Relative strength index`), `group`
/// TA-Lib's group, `summary` a few sentences in Markdown with the formula and its source. `inputs` take
/// price columns by default (`open`, `high`, `low`, `close`, `volume`), or a column that the program
/// computes from the bars: `time` (opening time in nanoseconds UTC as a double) and `session` (a number
/// that changes where a new session begins: the day in the zone of the series). `marks` warn of what a
/// summary cannot: a drawing that changes its past, a cost that grows.
public record IndicatorSpec(
        String name,
        String title,
        String group,
        String summary,
        List<Input> inputs,
        List<Parameter> parameters,
        List<Output> outputs,
        Place place,
        Marks marks) {

    /// An indicator that never changes its past, at the same cost for every row.
    public IndicatorSpec(
            String name,
            String title,
            String group,
            String summary,
            List<Input> inputs,
            List<Parameter> parameters,
            List<Output> outputs,
            Place place) {
        this(name, title, group, summary, inputs, parameters, outputs, place, Marks.PLAIN);
    }

    /// An input port: `name` is what the catalogue and ports call it, `defaultColumn` the price column it
    /// takes when unset.
    public record Input(String name, String defaultColumn) {}

    /// A parameter by TA-Lib's name with TA-Lib's range and default; `choices` names the values of an
    /// enumeration by index.
    public record Parameter(
            String name,
            String title,
            boolean integer,
            double from,
            double to,
            double defaultValue,
            List<String> choices) {}

    /// An output by TA-Lib's name without the leading `out`.
    public record Output(String name, Unit unit) {}

    /// Where a chart draws it.
    public enum Place {
        OVERLAY,
        PANE
    }

    /// What a number counts.
    public enum Unit {
        PRICE,
        VOLUME,
        PERCENT,
        RATIO,
        BARS,
        NUMBER
    }

    /// What to know before using it. `repaints`: drawn at the bars it speaks of, it would change its past;
    /// its kernel therefore emits at the bar of confirmation only, so that strategies see nothing early.
    public record Marks(boolean repaints, Cost cost) {
        /// Never repaints, constant cost.
        public static final Marks PLAIN = new Marks(false, Cost.CONSTANT);
    }

    /// What one more row costs.
    public enum Cost {
        /// The same, whatever the parameters.
        CONSTANT,
        /// Grows with the logarithm of the window.
        LOGARITHMIC,
        /// Grows with the window, or recomputes and boxes numbers.
        WINDOW
    }

    /// True if the indicator has several outputs, which are then named `NAME.Output`.
    public boolean severalOutputs() {
        return outputs.size() > 1;
    }
}
