package org.tickwright.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteModelTest {
    private final PaletteModel model = new PaletteModel();

    private static PaletteEntry entry(PaletteEntry.Kind kind, String title, String detail) {
        return new PaletteEntry(kind, title, detail, () -> {});
    }

    @Test
    void listsEverythingInTheGivenOrderForAnEmptyQuery() {
        model.offer(
                List.of(entry(PaletteEntry.Kind.COMMAND, "Zoom in", ""), entry(PaletteEntry.Kind.COMMAND, "Add", "")));
        assertEquals(
                List.of("Zoom in", "Add"),
                model.find("").stream().map(PaletteEntry::title).toList());
    }

    @Test
    void findsSymbolsThatWereLoadedLater() {
        model.offer(List.of(entry(PaletteEntry.Kind.COMMAND, "Apply a template", "")));
        model.offerMore(List.of(entry(PaletteEntry.Kind.SYMBOL, "AAPL 1d", "252 bars")));
        assertEquals("AAPL 1d", model.find("aapl").getFirst().title());
    }

    @Test
    void findsByKindAndDetailBelowTheTitle() {
        model.offer(List.of(
                entry(PaletteEntry.Kind.RUN, "sma-cross on AAPL 1d", "r7  ·  +3.1 %"),
                entry(PaletteEntry.Kind.COMMAND, "Run the backtest", "F5")));
        List<PaletteEntry> found = model.find("run");
        assertEquals("Run the backtest", found.getFirst().title());
        assertEquals(2, found.size());
        assertEquals("sma-cross on AAPL 1d", model.find("r7").getFirst().title());
    }

    @Test
    void saysNothingRatherThanSomethingUnrelated() {
        model.offer(List.of(entry(PaletteEntry.Kind.COMMAND, "Settings", "Ctrl+,")));
        assertTrue(model.find("zzq").isEmpty());
    }
}
