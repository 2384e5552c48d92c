package org.tickwright.desktop.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.tickwright.desktop.PlaceId;

/// A template is opened, changed, seen to change, run, looked at on the chart, and handed on as a report.
class StrategyJourneyTest extends SampledJourney {
    @Test
    void aTemplateIsChangedRunAndReported() throws Exception {
        command("sma-cross template");
        person.untilAt(PlaceId.STUDIO);
        person.until("the first preview", () -> person.words("#studio-figure-4").matches("\\d+"));
        window.settle();
        String trades = person.words("#studio-figure-4");
        String result = person.words("#studio-figure-0");

        person.typeOver("#parameter-fast", "3");
        person.until("another preview", () -> !person.words("#studio-figure-0").equals(result));
        person.until("a result again", () -> person.words("#studio-figure-4").matches("\\d+"));
        window.settle();
        assertEquals("3", person.words("#parameter-fast"));
        assertNotEquals(trades + result, person.words("#studio-figure-4") + person.words("#studio-figure-0"));

        person.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
        person.untilShown("#run-backtest");
        person.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
        person.untilShown("#result-tabs");
        assertEquals(1, window.workbench().backtests().list().size());

        onScreen(() -> ((TabPane) lookup("#result-tabs")).getSelectionModel().select(2));
        person.untilShown("#trades");
        onScreen(() -> {
            TableView<?> table = (TableView<?>) lookup("#trades");
            table.getSelectionModel().select(1);
            table.requestFocus();
        });
        person.robot().push(KeyCode.ENTER);
        person.untilAt(PlaceId.CHARTS);
        person.until(
                "the trade on the chart",
                () -> window.charts().model().chart().selectedTrade().get() > 0);

        person.robot().push(KeyCode.ALT, KeyCode.DIGIT3);
        person.untilShown("#result-tabs");
        command("Export the report as PDF");
        person.until("the PDF", () -> pdfs().size() == 1);
        window.settle();
        byte[] start = new byte[5];
        System.arraycopy(Files.readAllBytes(pdfs().getFirst()), 0, start, 0, 5);
        assertEquals("%PDF-", new String(start, java.nio.charset.StandardCharsets.US_ASCII));
        assertTrue(Files.size(pdfs().getFirst()) > 10_000);
    }

    private void command(String words) throws Exception {
        person.robot().push(KeyCode.CONTROL, KeyCode.K);
        person.untilShown(".tw-palette .text-field");
        window.settle();
        person.typeOver(".tw-palette .text-field", words);
    }

    private javafx.scene.Node lookup(String selector) {
        return window.workstation().scene().lookup(selector);
    }

    private List<Path> pdfs() throws Exception {
        if (!Files.isDirectory(window.reports())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(window.reports())) {
            return files.filter(file ->
                            file.toString().endsWith(".pdf") && file.toFile().length() > 0)
                    .toList();
        }
    }
}
