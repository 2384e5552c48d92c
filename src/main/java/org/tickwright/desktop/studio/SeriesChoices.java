package org.tickwright.desktop.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.Timeframe;
import org.tickwright.strategy.NodeType;

/// Which instruments and timeframes a node may name, and what speaks against one, by the store and the series of the
/// preview. Knows nothing of a toolkit.
record SeriesChoices(List<SeriesInfo> stored, @Nullable SeriesInfo base) {
    private static final List<Timeframe> USUAL = Stream.of("5m", "15m", "30m", "1h", "4h", "1d", "1w", "1mo")
            .map(Timeframe::parse)
            .toList();

    /// `each`, then the symbols of the store.
    List<String> symbols() {
        List<String> symbols = new ArrayList<>(List.of(NodeType.EACH));
        stored.stream().map(info -> info.key().symbol()).distinct().sorted().forEach(symbols::add);
        return List.copyOf(symbols);
    }

    /// The base's own, which is empty, those longer than it, and the one in force.
    List<String> timeframes(String inForce) {
        List<String> texts = new ArrayList<>(List.of(""));
        USUAL.stream()
                .filter(timeframe ->
                        base == null || timeframe.compareTo(base.key().timeframe()) > 0)
                .map(Timeframe::toString)
                .forEach(texts::add);
        if (!texts.contains(inForce)) {
            texts.add(inForce);
        }
        return List.copyOf(texts);
    }

    /// Why the store has no such instrument; empty if it has.
    String instrumentFault(String symbol) {
        boolean known = symbol.isEmpty() || symbols().contains(symbol);
        return known ? "" : "There is no " + symbol + " in the store. Choose one that is there, or import it in Data.";
    }

    /// Why the timeframe cannot be read over the series of the preview; empty if it can or is none.
    String timeframeFault(String timeframe) {
        SeriesInfo over = base;
        if (timeframe.isEmpty() || over == null) {
            return "";
        }
        try {
            return Timeframe.parse(timeframe).compareTo(over.key().timeframe()) >= 0
                    ? ""
                    : timeframe + " is shorter than the bars of " + over.key()
                            + ". Choose a longer one, or a series of shorter bars for the preview.";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
