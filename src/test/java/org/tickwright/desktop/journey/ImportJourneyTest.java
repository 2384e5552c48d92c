package org.tickwright.desktop.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.data.ImportModel;
import org.tickwright.desktop.data.ImportStep;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;

/// A file of minutes whose clock hangs in New York and does not say so, with a row twice, a hole, a row that is none,
/// and columns that nobody knows: mended, charted, and the next file of the source read by what was saved.
class ImportJourneyTest extends WindowJourney {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private static final int BARS = 450;

    @Test
    void aMessyFileIsMendedAndChartedAndItsMappingReadsTheNextOne() throws Exception {
        person.robot().push(KeyCode.ALT, KeyCode.DIGIT4);
        person.untilAt(PlaceId.DATA);
        person.robot().push(KeyCode.CONTROL, KeyCode.I);
        person.untilShown(".tw-file-bar .text-field");
        person.typeOver(".tw-file-bar .text-field", messy("acme june", 6).toString());
        person.until("the rows", () -> model().columnsShown().rows().size() > 5);
        assertTrue(onScreen(() -> !model().wrongWith(model().option()).isEmpty()), "it says which field to state");

        person.until("the keyboard to be on the page", () -> "import-timeframe".equals(focused()));

        List<String> roles = List.of("time", "close", "open", "low", "high", "volume");
        for (int i = 0; i < roles.size(); i++) {
            choose("#role-" + (i + 1), roles.get(i));
        }
        choose("#import-zone", "");
        person.until("to be read", () -> model().obstacle().isEmpty());
        goOn(ImportStep.FINDINGS);

        choose("#mend-ZONE_ASSUMED", "America/New_York");
        choose("#mend-DUPLICATE", "MERGE");
        choose("#mend-GAP", "FILL");
        onScreen(() -> ((CheckBox) window.workstation().scene().lookup("#accept-BAD_ROW")).fire());
        window.settle();
        person.until("no finding to block", () -> model().obstacle().isEmpty());
        assertEquals(BARS, onScreen(() -> model().totals().bars()));
        goOn(ImportStep.SAVE);

        person.typeOver("#mapping-name", "Acme terminal");
        person.until("the mapping", () -> model().mapping().names().get().contains("Acme terminal"));
        onScreen(() -> model().symbol().set("ACME"));
        window.settle();
        onScreen(() -> window.workstation().scene().lookup("#import-symbol").requestFocus());
        person.robot().push(KeyCode.ENTER);
        person.untilShown("#import-chart");
        SeriesKey acme = new SeriesKey("ACME", Timeframe.MINUTE);
        assertEquals(
                java.time.Instant.parse("2024-06-03T13:30:00Z").getEpochSecond() * 1_000_000_000L,
                window.workbench().series().load(acme).orElseThrow().time(0));

        person.robot().push(KeyCode.ENTER);
        person.untilAt(PlaceId.CHARTS);
        person.until("the chart", () -> window.charts().model().info().get() != null);
        assertEquals(acme, onScreen(() -> window.charts().model().info().get().key()));

        person.robot().push(KeyCode.ALT, KeyCode.DIGIT4);
        person.untilAt(PlaceId.DATA);
        person.robot().push(KeyCode.CONTROL, KeyCode.I);
        person.untilShown(".tw-file-bar .text-field");
        person.typeOver(".tw-file-bar .text-field", messy("acme july", 7).toString());
        person.untilShown("#import-mapping");
        choose("#import-mapping", "Acme terminal");
        person.until("nothing in the way", () -> model().ready());
        assertEquals(BARS, onScreen(() -> model().totals().bars()));
        goOn(ImportStep.FINDINGS);
        goOn(ImportStep.SAVE);
        person.robot().push(KeyCode.ENTER);
        person.untilShown("#import-chart");
        assertEquals(2, window.workbench().series().list().size());
    }

    private void goOn(ImportStep step) throws Exception {
        window.settle();
        person.robot().push(KeyCode.ENTER);
        person.until(step + " to show", () -> model().step().get() == step);
        window.settle();
    }

    @SuppressWarnings("unchecked")
    private void choose(String selector, String value) throws Exception {
        person.untilShown(selector);
        onScreen(() -> ((ComboBox<String>) window.workstation().scene().lookup(selector)).setValue(value));
        window.settle();
    }

    private String focused() {
        return String.valueOf(window.workstation().scene().getFocusOwner().getId());
    }

    private ImportModel model() {
        return window.data().importing();
    }

    /// Half an hour of minutes of each day of three weeks, in columns of another order under names of their own.
    private Path messy(String name, int month) throws IOException {
        List<String> rows = new ArrayList<>(List.of("stamp,finish,begin,bottom,top,pieces"));
        for (int i = 0; i < BARS; i++) {
            int session = i / 30;
            LocalDateTime time = LocalDateTime.of(2024, month, month == 6 ? 3 : 1, 9, 30)
                    .plusDays(session / 5 * 7 + session % 5)
                    .plusMinutes(i % 30);
            double price = 100 + Math.sin(i / 9.0);
            String row = String.format(
                    Locale.ROOT,
                    "%s,%.2f,%.2f,%.2f,%.2f,%d",
                    WHEN.format(time),
                    price + 0.1,
                    price,
                    price - 0.2,
                    price + 0.3,
                    100 + i);
            if (i < 310 || i > 314) {
                rows.add(row);
            }
            if (i == 40) {
                rows.add(row);
            }
            if (i == 50) {
                rows.add("-- feed restarted --");
            }
        }
        return Files.write(home.resolve(name + ".csv"), rows);
    }
}
