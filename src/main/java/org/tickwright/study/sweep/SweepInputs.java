package org.tickwright.study.sweep;

import java.util.List;
import java.util.stream.Stream;
import org.tickwright.market.MarketData;
import org.tickwright.market.SessionClose;

/// What a person said of the data beside naming the base series: the universe, and when sessions close, as in
/// `AAPL=16:00`.
public record SweepInputs(List<String> universe, List<String> closes) {
    /// Nothing.
    public static final SweepInputs NONE = new SweepInputs(List.of(), List.of());

    private static final String BETWEEN = "\t";

    /// Copies both.
    public SweepInputs {
        universe = List.copyOf(universe);
        closes = List.copyOf(closes);
    }

    /// Those of a market.
    public static SweepInputs of(MarketData data) {
        List<String> closes = data.all().stream()
                .filter(series -> series.close() != null)
                .map(series -> series.key().symbol() + "=" + series.close())
                .distinct()
                .toList();
        return new SweepInputs(data.universe(), closes);
    }

    /// The closes as a run is told them.
    public SessionClose.Given given() {
        return SessionClose.Given.ofTexts(closes);
    }

    /// Both in two lines.
    public String text() {
        return String.join(BETWEEN, universe) + "\n" + String.join(BETWEEN, closes);
    }

    /// Reads what [#text()] wrote; nothing from an empty text.
    public static SweepInputs read(String text) {
        int line = text.indexOf('\n');
        return line < 0 ? NONE : new SweepInputs(words(text.substring(0, line)), words(text.substring(line + 1)));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(BETWEEN, -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
