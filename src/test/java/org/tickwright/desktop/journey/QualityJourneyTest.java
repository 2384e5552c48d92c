package org.tickwright.desktop.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.Map;
import java.util.Objects;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.chart.VisibleRange;
import org.tickwright.desktop.tour.SampleFiles;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
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

    private TableView<?> table(String selector) {
        return (TableView<?>) window.workstation().scene().lookup(selector);
    }
}
