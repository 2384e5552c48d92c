package org.tickwright.desktop.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.chart.VisibleRange;
import org.tickwright.desktop.data.MendModel;
import org.tickwright.desktop.tour.SampleFiles;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.Mend;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.audit.Coverage;

/// A series with holes: its quality page says what is missing, and a finding leads to the bars in the chart.
class QualityJourneyTest extends WindowJourney {
    @Test
    @SuppressWarnings("unchecked")
    void aFindingOfTheQualityPageLeadsToItsBarsInTheChart() throws Exception {
        SeriesKey key = SampleFiles.holes(window.workbench().series(), home);
        person.robot().push(KeyCode.ALT, KeyCode.DIGIT4);
        person.untilAt(PlaceId.DATA);
        person.untilShown(".tw-data .table-view");
        person.until(
                "the series", () -> !table(".tw-data .table-view").getItems().isEmpty());
        onScreen(() -> {
            table(".tw-data .table-view").getSelectionModel().select(0);
            return null;
        });
        person.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Q);
        person.untilShown("#coverage-map");
        person.until("the audit", () -> window.data().quality().quality().get() != null);
        window.settle();

        var quality = Objects.requireNonNull(window.data().quality().quality().get());
        Coverage coverage = Objects.requireNonNull(quality.coverage());
        assertEquals("XNYS", coverage.calendar().id());
        assertTrue(coverage.share() > 0.95 && coverage.share() < 1, () -> coverage.share() + "");
        Map<String, Integer> counts = quality.report().findingCounts();
        assertEquals(1, counts.get("PRICE_SCALE"));
        assertEquals(1, counts.get("CLOSED_DAY"));

        TableView<Finding> findings = (TableView<Finding>) table(".tw-quality .table-view");
        int scale = quality.findings().stream().map(Finding::code).toList().indexOf("PRICE_SCALE");
        onScreen(() -> {
            findings.requestFocus();
            findings.getSelectionModel().clearAndSelect(scale);
            return null;
        });
        person.robot().push(KeyCode.ENTER);
        person.untilAt(PlaceId.CHARTS);
        person.until("the chart", () -> window.charts().model().info().get() != null);
        window.settle();
        Bars bars = window.workbench().series().load(key).orElseThrow();
        int bar = bars.indexAtOrAfter(quality.findings().get(scale).from());
        VisibleRange range =
                onScreen(() -> window.charts().model().chart().visibleRange().get());
        assertTrue(range.from() < bar && bar < range.to(), () -> bar + " in " + range);
        assertTrue(range.bars() < 200, range::toString);
    }

    /// Finds a bar in cents, mends it, sees the chart change, and goes back.
    @Test
    @SuppressWarnings("unchecked")
    void aBadDayIsMendedSeenInTheChartAndUndone() throws Exception {
        SeriesKey key = SampleFiles.holes(window.workbench().series(), home);
        String before = window.workbench().series().find(key).orElseThrow().contentHash();
        onScreen(() -> window.charts().openChart(key));
        person.until("the chart", () -> hash().equals(before));
        double worst = highest();
        person.robot().push(KeyCode.ALT, KeyCode.DIGIT4);
        person.untilAt(PlaceId.DATA);
        onScreen(() -> window.data().openQuality(key));
        person.untilShown("#series-mend-PRICE_SCALE");
        ComboBox<String> choice =
                (ComboBox<String>) window.workstation().scene().lookup("#series-mend-PRICE_SCALE");
        onScreen(choice::requestFocus);
        person.until("the choice", () -> onScreen(choice::isFocused));
        for (int i = 0; i < choice.getItems().indexOf("PRICE_SCALE=scale"); i++) {
            person.robot().push(KeyCode.DOWN);
        }
        MendModel mends = window.data().quality().mends();
        person.until("the proposal", () -> onScreen(() -> mends.proposal().get()) != null);
        assertEquals(
                13, Objects.requireNonNull(mends.proposal().get()).difference().changed());
        Button apply = (Button) window.workstation().scene().lookup("#mend-apply");
        onScreen(apply::requestFocus);
        person.robot().push(KeyCode.SPACE);
        person.until("the version", () -> onScreen(() -> mends.canUndo().get()));
        person.until("the audit", () -> window.data().quality().quality().get() != null);
        assertEquals(
                null,
                Objects.requireNonNull(window.data().quality().quality().get())
                        .report()
                        .findingCounts()
                        .get("PRICE_SCALE"));
        ComboBox<String> calendar =
                (ComboBox<String>) window.workstation().scene().lookup("#quality-calendar");
        assertFalse(
                onScreen(
                        () -> calendar.getValue() == null || calendar.getValue().isEmpty()),
                "a calendar is shown");
        String mended = window.workbench().series().find(key).orElseThrow().contentHash();
        person.robot().push(KeyCode.ALT, KeyCode.DIGIT1);
        person.untilAt(PlaceId.CHARTS);
        person.until("the chart of the mended series", () -> hash().equals(mended));
        assertTrue(highest() < worst / 10, () -> highest() + " after " + worst);
        person.robot().push(KeyCode.ALT, KeyCode.DIGIT4);
        person.untilAt(PlaceId.DATA);
        person.robot().push(KeyCode.CONTROL, KeyCode.Z);
        person.until("the way back", () -> onScreen(() -> mends.canRedo().get()));
        assertEquals(before, window.workbench().series().find(key).orElseThrow().contentHash());
        assertEquals(2, window.workbench().series().versions().of(key).size());
    }

    /// Lays a mended series over what it was, goes to the chart of a difference, and says what its instrument is.
    @Test
    void aSeriesIsComparedWithItsVersionAndItsInstrumentSaid() throws Exception {
        SeriesKey key = SampleFiles.holes(window.workbench().series(), home);
        person.robot().push(KeyCode.ALT, KeyCode.DIGIT4);
        person.untilAt(PlaceId.DATA);
        onScreen(() -> window.data().openQuality(key));
        person.until("the audit", () -> window.data().quality().quality().get() != null);
        MendModel mends = window.data().quality().mends();
        onScreen(() -> mends.decide("PRICE_SCALE", Mend.parse("PRICE_SCALE=scale")));
        person.until("the proposal", () -> mends.proposal().get() != null);
        onScreen(mends::apply);
        person.until("the version", () -> mends.canUndo().get());

        person.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        person.untilShown("#compare-rows");
        person.until("the comparison", () -> window.data().comparing().laid().get() != null);
        window.settle();
        assertTrue(person.words("#compare-summary").contains("13 differ"), person.words("#compare-summary"));
        onScreen(() -> {
            TableView<?> rows = table("#compare-rows");
            rows.requestFocus();
            rows.getSelectionModel().clearAndSelect(0);
        });
        person.robot().push(KeyCode.ENTER);
        person.untilAt(PlaceId.CHARTS);
        person.robot().push(KeyCode.ALT, KeyCode.DIGIT4);
        person.untilShown("#compare-rows");

        person.robot().push(KeyCode.ESCAPE);
        person.untilShown("#coverage-map");
        person.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        person.until("the instrument", () -> window.data().instrument().known().get() != null);
        person.typeOver("#instrument-currency", "dollars");
        Button save = (Button) window.workstation().scene().lookup("#instrument-save");
        assertTrue(onScreen(save::isDisabled));
        person.typeOver("#instrument-currency", "chf");
        person.untilShown("#coverage-map");
        assertEquals(
                "CHF",
                window.workbench()
                        .series()
                        .instruments()
                        .of(key.symbol())
                        .instrument()
                        .currency());
    }

    private String hash() {
        return onScreen(() -> {
            var info = window.charts().model().info().get();
            return info == null ? "" : info.contentHash();
        });
    }

    private double highest() {
        try {
            Bars bars = window.workbench()
                    .series()
                    .load(onScreen(() -> Objects.requireNonNull(
                                    window.charts().model().info().get())
                            .key()))
                    .orElseThrow();
            double most = 0;
            for (int i = 0; i < bars.size(); i++) {
                most = Math.max(most, bars.high(i));
            }
            return most;
        } catch (org.tickwright.market.StoreException e) {
            throw new java.io.UncheckedIOException(new java.io.IOException(e));
        }
    }

    private TableView<?> table(String selector) {
        return (TableView<?>) window.workstation().scene().lookup(selector);
    }
}
