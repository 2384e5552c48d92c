package org.tickwright.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.spi.IndicatorSpec.Unit;

/// An entry of the node catalogue: what palette, inspector, validation and help know of a type of node.
///
/// `type` is what files hold (`indicator.SMA`, `crossesAbove`, `enterLong`), `title` a person's name,
/// `category` where the palette lists it, `summary` what it does in one or two sentences.
public record NodeType(
        String type,
        String title,
        String category,
        String summary,
        List<Port> inputs,
        List<Port> outputs,
        List<Setting> settings) {

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
