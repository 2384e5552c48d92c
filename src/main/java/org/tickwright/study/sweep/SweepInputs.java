package org.tickwright.study.sweep;

import java.util.List;
import java.util.stream.Stream;
import org.tickwright.engine.SummaryFigures;
import org.tickwright.market.MarketData;
import org.tickwright.market.SessionClose;

/// What a person said beside strategy, settings, plan and base series: the universe, when sessions close, as in
/// `AAPL=16:00`, and which figures are wanted.
public record SweepInputs(List<String> universe, List<String> closes, SummaryFigures figures) {
    /// Nothing, which means all figures.
    public static final SweepInputs NONE = new SweepInputs(List.of(), List.of());

    private static final String BETWEEN = "\t";

    /// Copies both.
    public SweepInputs {
        universe = List.copyOf(universe);
        closes = List.copyOf(closes);
    }

    /// With all figures.
    public SweepInputs(List<String> universe, List<String> closes) {
        this(universe, closes, SummaryFigures.ALL);
    }

    /// The same with such figures.
    SweepInputs with(SummaryFigures wanted) {
        return new SweepInputs(universe, closes, wanted);
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

    /// Universe and closes in two lines, and a third where not all figures are wanted.
    public String text() {
        String both = String.join(BETWEEN, universe) + "\n" + String.join(BETWEEN, closes);
        return figures == SummaryFigures.ALL ? both : both + "\n" + figures;
    }

    /// Reads what [#text()] wrote; nothing from an empty text.
    public static SweepInputs read(String text) {
        String[] lines = text.split("\n", -1);
        return lines.length < 2
                ? NONE
                : new SweepInputs(
                        words(lines[0]),
                        words(lines[1]),
                        lines.length == 2 ? SummaryFigures.ALL : SummaryFigures.named(lines[2]));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(BETWEEN, -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
