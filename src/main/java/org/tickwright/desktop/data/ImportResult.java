package org.tickwright.desktop.data;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.PlaceId;
import org.tickwright.market.BarDifference;
import org.tickwright.market.Finding;
import org.tickwright.market.ImportReport;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.workbench.ImportOutcome;
import org.tickwright.workbench.StoredEvents;

/// What came of an import: counts, where every rejected row went, what was refused, and the next steps.
final class ImportResult {
    private final Desk desk;
    private final VBox view = new VBox();
    private final Label title = Parts.words("", "tw-heading");
    private final HBox figures = new HBox();
    private final Label description = Parts.words("", "tw-muted");
    private final Label difference = Parts.words("");
    private final FindingsView findings = new FindingsView((code, accepted) -> {});
    private final TableView<ImportOutcome> files = new TableView<>();
    private final Button chart = Parts.button("Open the chart", "fth-bar-chart-2", this::openChart);
    private final Button quality = Parts.button("Open its quality", "fth-check-square", this::openQuality);
    private final Button backtest = Parts.button("Run a backtest", "fth-play", this::openBacktest);
    private final Button market = Parts.button("Open Market", "fth-activity", this::openMarket);
    private final Next next;
    private @Nullable SeriesKey key;

    /// Where the ways go that this page offers.
    interface Next {
        /// Another import.
        void another();

        /// The list of series.
        void series();

        /// How good a series is.
        void quality(SeriesKey key);
    }

    ImportResult(Desk desk, Next next) {
        this.desk = desk;
        this.next = next;
        chart.getStyleClass().add("accent");
        chart.setId("import-chart");
        quality.setId("import-quality");
        backtest.setId("import-backtest");
        market.setId("import-market");
        Button more = Parts.button("Import more", "fth-plus", next::another);
        Button all = Parts.button("All series", "fth-list", next::series);
        HBox ways = new HBox(chart, quality, backtest, market, more, all);
        ways.getStyleClass().addAll("tw-form-row", "tw-import-buttons");
        figures.getStyleClass().add("tw-figures");
        table();
        VBox.setVgrow(files, Priority.ALWAYS);
        VBox.setVgrow(findings.view(), Priority.ALWAYS);
        view.getStyleClass().add("tw-page");
        view.getChildren().addAll(title, figures, description, difference, ways, files, findings.view());
    }

    private void table() {
        files.getStyleClass().add("tw-table");
        files.setAccessibleText("What came of each file");
        files.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        files.getColumns().add(Columns.text("File", 264, ImportOutcome::file));
        files.getColumns().add(Columns.fixed("Kind", 104, one -> one.kind().isEmpty() ? "—" : one.kind()));
        TableColumn<ImportOutcome, String> stored =
                Columns.fixed("Rows stored", 112, one -> ImportFigures.number(desk, stored(one)));
        stored.getStyleClass().add("tw-number");
        files.getColumns().add(stored);
        files.getColumns().add(Columns.text("What came of it", 480, this::words));
    }

    private static long stored(ImportOutcome outcome) {
        return outcome.reports().stream().mapToLong(ImportReport::rowsStored).sum()
                + outcome.events().stream().mapToLong(StoredEvents::rowsStored).sum();
    }

    private static long left(ImportOutcome outcome) {
        return outcome.reports().isEmpty()
                ? outcome.events().stream()
                        .mapToLong(kept -> kept.rowsRead() - kept.rowsStored())
                        .sum()
                : outcome.reports().stream()
                        .mapToLong(ImportReport::rowsRejected)
                        .sum();
    }

    private String words(ImportOutcome outcome) {
        if (!outcome.refusal().isEmpty()) {
            return "Refused: " + ScreenWords.of(outcome.refusal());
        }
        return Stream.concat(
                        outcome.reports().stream().map(this::words),
                        outcome.events().stream().map(this::words))
                .collect(Collectors.joining("; "));
    }

    private String words(StoredEvents kept) {
        String notes = String.join(" ", kept.notes());
        return kept.name() + (kept.version() == 0 ? "" : ", version " + kept.version()) + ", "
                + ImportFigures.number(desk, kept.rowsStored()) + " kept" + (notes.isEmpty() ? "" : ". " + notes);
    }

    private String words(ImportReport report) {
        SeriesInfo series = report.series();
        if (series == null) {
            return "Blocked by its findings; nothing was stored";
        }
        BarDifference changed = report.difference();
        return series.key() + ", version " + series.version() + ", "
                + ImportFigures.number(desk, series.bars()) + " bars"
                + (changed == null
                        ? ""
                        : ": " + changed.added() + " added, " + changed.removed() + " removed, " + changed.changed()
                                + " changed");
    }

    Region view() {
        return view;
    }

    void focus() {
        (chart.isVisible() ? chart : market.isVisible() ? market : files).requestFocus();
    }

    /// Shows what came of an import.
    void show(ImportModel model) {
        List<ImportOutcome> outcomes = model.outcomes().get();
        ImportReport single = model.report();
        List<ImportReport> reports =
                outcomes.stream().flatMap(one -> one.reports().stream()).toList();
        key = reports.stream()
                .map(ImportReport::series)
                .filter(series -> series != null)
                .map(SeriesInfo::key)
                .findFirst()
                .orElse(null);
        title.setText(single == null ? several(outcomes, reports) : one(single));
        figures.getChildren()
                .setAll(
                        figure("Rows read", read(outcomes)),
                        figure(
                                "Rows stored",
                                outcomes.stream()
                                        .mapToLong(ImportResult::stored)
                                        .sum()),
                        figure(
                                "Rows left out",
                                outcomes.stream().mapToLong(ImportResult::left).sum()));
        Parts.say(description, single == null ? "" : single.description());
        String besides = single == null
                ? ""
                : outcomes.getFirst().events().stream().map(this::words).collect(Collectors.joining("; "));
        Parts.say(difference, single == null ? "" : (difference(single.difference()) + " " + besides).strip());
        List.of(chart, quality, backtest).forEach(button -> Parts.visible(button, key != null));
        List<Finding> seen = seen(outcomes);
        Parts.visible(
                market,
                outcomes.stream()
                        .flatMap(one -> one.events().stream())
                        .anyMatch(kept -> kept.kind().equals("recording")));
        Parts.visible(files, single == null);
        Parts.visible(findings.view(), single != null || !seen.isEmpty());
        files.getItems().setAll(outcomes);
        if (single != null) {
            findings.show(
                    single.findings().isEmpty() ? "Every row could be stored as it was." : "What was seen in the file:",
                    List.of(),
                    single.findings());
        } else if (!seen.isEmpty()) {
            findings.show("What was seen in the file:", List.of(), seen);
        }
    }

    /// What was seen in a single file without bars.
    private static List<Finding> seen(List<ImportOutcome> outcomes) {
        return outcomes.size() == 1 && outcomes.getFirst().reports().isEmpty()
                ? outcomes.getFirst().events().stream()
                        .flatMap(kept -> kept.seen().stream())
                        .toList()
                : List.of();
    }

    private static long read(List<ImportOutcome> outcomes) {
        return outcomes.stream()
                .mapToLong(one ->
                        one.reports().stream().mapToLong(ImportReport::rowsRead).sum()
                                + (one.reports().isEmpty()
                                        ? one.events().stream()
                                                .mapToLong(StoredEvents::rowsRead)
                                                .sum()
                                        : 0))
                .sum();
    }

    private static String one(ImportReport report) {
        return report.series() == null
                ? "Nothing was stored from " + report.file()
                : report.series().key() + " is in the store";
    }

    private static String several(List<ImportOutcome> outcomes, List<ImportReport> reports) {
        long series = reports.stream().filter(report -> !report.blocked()).count();
        List<String> kept = outcomes.stream()
                .flatMap(one -> one.events().stream())
                .map(StoredEvents::name)
                .toList();
        if (series == 0 && !kept.isEmpty()) {
            return kept.size() == 1
                    ? "The store has " + kept.getFirst() + " now"
                    : kept.size() + " kinds of events are in the store";
        }
        long failed = outcomes.stream().filter(ImportOutcome::failed).count();
        String stored = series == 1 ? "One series is in the store" : series + " series are in the store";
        return failed == 0
                ? stored
                : stored + "; " + failed + " of " + outcomes.size() + " files were not stored, whole or in part";
    }

    private String difference(@Nullable BarDifference found) {
        return found == null
                ? ""
                : String.format(
                        desk.settings().numbers().get(),
                        "There was a version %d already, which is kept. Against it %,d bars were added, %,d removed and"
                                + " %,d changed; %,d are the same.",
                        found.from(),
                        found.added(),
                        found.removed(),
                        found.changed(),
                        found.same());
    }

    private VBox figure(String name, long value) {
        return Parts.figure(name, ImportFigures.number(desk, value), "");
    }

    private void openChart() {
        if (key != null) {
            desk.openChart(key);
        }
    }

    private void openQuality() {
        if (key != null) {
            next.quality(key);
        }
    }

    private void openMarket() {
        desk.go(PlaceId.MARKET);
    }

    private void openBacktest() {
        if (key != null) {
            desk.openWizard(desk.workbench().strategies().templates().getFirst(), key);
        }
    }
}
