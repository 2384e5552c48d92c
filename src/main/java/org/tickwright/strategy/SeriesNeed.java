package org.tickwright.strategy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Timeframe;

/// A series that a node reads beside the base series: an instrument, a timeframe, or both. What is null is the
/// base's own.
public record SeriesNeed(
        String node, @Nullable String instrument, @Nullable Timeframe timeframe) {

    /// What a node asks for by its settings; empty if it names neither. A timeframe that cannot be read is an
    /// [IllegalArgumentException].
    static Optional<SeriesNeed> of(Node node) {
        Object instrument = node.params().get(NodeType.INSTRUMENT);
        Object timeframe = node.params().get(NodeType.TIMEFRAME);
        if (instrument == null && timeframe == null) {
            return Optional.empty();
        }
        return Optional.of(new SeriesNeed(
                node.id(),
                instrument == null ? null : String.valueOf(instrument),
                timeframe == null ? null : Timeframe.parse(String.valueOf(timeframe))));
    }

    /// True for a need that stands for each instrument of the universe.
    boolean ofEach() {
        return NodeType.EACH.equals(instrument);
    }

    /// The same need of one instrument.
    SeriesNeed by(@Nullable String symbol) {
        return new SeriesNeed(node, symbol, timeframe);
    }

    /// A timeframe before what is read of it: `weekly `; empty where it is the base's.
    static String adjective(@Nullable Object timeframe) {
        return timeframe == null
                ? ""
                : switch (String.valueOf(timeframe)) {
                    case "1d" -> "daily ";
                    case "1w" -> "weekly ";
                    case "1mo" -> "monthly ";
                    case "1h" -> "hourly ";
                    default -> timeframe + " ";
                };
    }
}
