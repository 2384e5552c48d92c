package org.tickwright.desktop.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.StrategyDocument.Point;

class SeriesChoicesTest {
    private static final SeriesInfo DAYS = new SeriesInfo(
            new SeriesKey("SPY", Timeframe.DAY), 1, 100, 0, 1, ZoneOffset.UTC, "0".repeat(64), false, "test");
    private static final SeriesChoices CHOICES = new SeriesChoices(List.of(DAYS), DAYS);

    @Test
    void offersEachTheSymbolsOfTheStoreAndLongerTimeframes() {
        assertEquals(List.of("each", "SPY"), CHOICES.symbols());
        assertEquals(List.of("", "1w", "1mo"), CHOICES.timeframes(""));
        assertEquals(List.of("", "1w", "1mo", "2w"), CHOICES.timeframes("2w"), "what the file says stays");
    }

    @Test
    void saysWhatSpeaksAgainstASeries() {
        assertEquals("", CHOICES.instrumentFault(""));
        assertEquals("", CHOICES.instrumentFault("each"));
        assertTrue(CHOICES.instrumentFault("QQQ").startsWith("There is no QQQ in the store."));
        assertEquals("", CHOICES.timeframeFault("1w"));
        assertTrue(CHOICES.timeframeFault("1h").startsWith("1h is shorter than the bars of SPY 1d."));
    }

    @Test
    void aSeriesStandsInTheTitleAndIsUndone() {
        StudioModel model =
                Sketch.model(Sketch.row().withNode(Node.of("far", "indicator.SMA", Map.of()), new Point(0, 480)));
        SettingActions settings = new SettingActions(model);

        settings.series("far", "instrument", "SPY");
        settings.series("far", "timeframe", "1w");
        assertEquals("SMA 30 · SPY 1w", model.scene().card("far").orElseThrow().title());
        assertTrue(model.valid(), () -> model.problems().toString());

        model.undo();
        assertEquals("SMA 30 · SPY", model.scene().card("far").orElseThrow().title());
        assertEquals(Optional.of("Change instrument"), model.undoLabelProperty().get());
        settings.series("far", "instrument", "");
        assertEquals(Map.of(), model.document().node("far").orElseThrow().params());
    }
}
