package org.tickwright.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.spi.IndicatorSpec.Unit;

/// An entry of the node catalogue: what palette, inspector, validation and help know of a type of node.
///
/// `type` is what files hold (`indicator.SMA`, `crossesAbove`, `enterLong`), `title` a person's name,
/// `category` where the palette lists it, `summary` what it does in one or two sentences. A type that reads
/// `ofSeries` takes, beside its settings, the texts [#INSTRUMENT] and [#TIMEFRAME], which say of which
/// series; unset they mean the base series.
public record NodeType(
        String type,
        String title,
        String category,
        String summary,
        List<Port> inputs,
        List<Port> outputs,
        List<Setting> settings,
        boolean ofSeries) {
    /// The setting that names an instrument by its symbol.
    public static final String INSTRUMENT = "instrument";
    /// The instrument that stands for each one of the universe in turn; the base instrument where there is none.
    public static final String EACH = "each";
    /// The setting that names a timeframe: `1h`, `1d`, `1w`, `1mo`.
    public static final String TIMEFRAME = "timeframe";

    /// A type that reads no series of its own.
    public NodeType(
            String type,
            String title,
            String category,
            String summary,
            List<Port> inputs,
            List<Port> outputs,
            List<Setting> settings) {
        this(type, title, category, summary, inputs, outputs, settings, false);
    }

    /// The same type with settings.
    NodeType set(List<Setting> changed) {
        return new NodeType(type, title, category, summary, inputs, outputs, changed, ofSeries);
    }

    /// Whether a node of this type may name an instrument: it reads a series, or it trades.
    public boolean namesInstrument() {
        return ofSeries || category.equals(StandardNodes.ACTION_CATEGORY);
    }

    /// The same type, which says of which series it reads.
    NodeType readingSeries() {
        return new NodeType(type, title, category, summary, inputs, outputs, settings, true);
    }

    /// An input or output. An optional input may stay unconnected; `unit` is null where any unit fits.
    public record Port(
            String name,
            PortType type,
            boolean optional,
            @Nullable Unit unit) {}

    /// A setting in the inspector: a number in a range, or one of `choices` when these are not empty.
    public record Setting(
            String name,
            String title,
            boolean integer,
            double from,
            double to,
            Object defaultValue,
            List<String> choices) {}
}
