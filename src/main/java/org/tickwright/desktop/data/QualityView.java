package org.tickwright.desktop.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.market.Finding.Severity;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.audit.Coverage;
import org.tickwright.market.audit.SeriesQuality;

/// The quality of one series: the map of its coverage, and the findings, each of which leads to the chart.
final class QualityView {
    private static final String FIT = "as the bars fit";

    private final Desk desk;
    private final QualityModel model;
    private final BorderPane view = new BorderPane();
    private final Label title = new Label("Quality");
    private final Label coverage = new Label();
    private final Label under = new Label();
    private final ComboBox<String> calendar = new ComboBox<>();
    private boolean filling;
    private boolean focused;
    private final CoverageMap map;
    private final ScrollPane scroll;
    private final VBox mapBox;
    private final FindingsView findings = new FindingsView((code, accepted) -> {}, true);
    private final MendPane mends;
    private final HBox lower;
    private final VersionBox version;

    QualityView(Desk desk, QualityModel model, Runnable back, Runnable compare, Runnable instrument) {
        this.desk = desk;
        this.model = model;
        map = new CoverageMap(desk.settings().palette(), model::chart);
        scroll = new ScrollPane(map);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("tw-coverage-scroll");
        map.cursor().addListener((property, before, now) -> tell());
        coverage.getStyleClass().add("tw-muted");
        coverage.setWrapText(true);
        coverage.setMinHeight(Region.USE_PREF_SIZE);
        under.getStyleClass().addAll("tw-muted", "tw-coverage-under");
        mapBox = new VBox(scroll, under);
        mends = new MendPane(desk, model.mends());
        version = new VersionBox(model.mends());
        lower = new HBox(findings.view(), mends.view());
        lower.getStyleClass().add("tw-quality-lower");
        HBox.setHgrow(findings.view(), Priority.ALWAYS);
        VBox middle = new VBox(coverage, mapBox, lower);
        middle.getStyleClass().add("tw-quality");
        VBox.setVgrow(lower, Priority.ALWAYS);
        findings.onOpen(model::chart);
        findings.onMends(model.mends());
        view.setTop(toolbar(back, compare, instrument));
        view.setCenter(middle);
        model.quality().addListener((property, before, now) -> show());
        model.trouble().addListener((property, before, now) -> show());
        desk.settings().numbers().addListener((property, before, now) -> show());
    }

    Region view() {
        return view;
    }

    void focus() {
        if (mapBox.isVisible()) {
            map.requestFocus();
        } else {
            findings.focus();
        }
    }

    private HBox toolbar(Runnable back, Runnable compare, Runnable instrument) {
        Button series = new Button("Series", new FontIcon("fth-arrow-left"));
        series.setId("quality-back");
        series.setOnAction(event -> back.run());
        title.getStyleClass().add("tw-heading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button chart = new Button("Open chart", new FontIcon("fth-bar-chart-2"));
        chart.setOnAction(event -> {
            SeriesKey key = model.series();
            if (key != null) {
                desk.openChart(key);
            }
        });
        Button laid = icon("fth-layers", "Compare with another series or version", "quality-compare", compare);
        Button edit = icon("fth-edit-2", "Edit the instrument", "quality-instrument", instrument);
        Button help = new Button("", new FontIcon("fth-help-circle"));
        help.setAccessibleText("Help on data quality");
        help.setOnAction(event -> desk.openHelp(HelpTopic.DATA_QUALITY));
        calendar.setId("quality-calendar");
        calendar.setAccessibleText("Calendar of the exchange");
        calendar.setPrefWidth(176);
        calendar.disableProperty().bind(model.quality().isNull());
        calendar.valueProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                model.choose(now.equals(FIT) ? null : now);
            }
        });
        Label label = new Label("Calendar");
        label.setLabelFor(calendar);
        label.getStyleClass().add("tw-muted");
        HBox bar = new HBox(series, title, gap, version.view(), label, calendar, edit, laid, chart, help);
        bar.getStyleClass().add("tw-toolbar");
        return bar;
    }

    private static Button icon(String icon, String words, String id, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void show() {
        SeriesQuality shown = model.quality().get();
        SeriesKey key = model.series();
        title.setText(key == null ? "Quality" : "Quality of " + key);
        @Nullable Coverage measured = shown == null ? null : shown.coverage();
        boolean holds = shown == null && holdsFocus();
        visible(mapBox, measured != null);
        visible(lower, shown != null);
        visible(mends.view(), shown != null && !shown.findings().isEmpty());
        map.show(measured);
        if (shown == null) {
            focused |= holds;
            coverage.setText(
                    model.trouble().get().isEmpty()
                            ? "Auditing…"
                            : model.trouble().get());
            return;
        }
        offer(shown);
        Locale numbers = desk.settings().numbers().get();
        coverage.setText(QualityModel.coverage(shown, numbers));
        findings.times(shown.series());
        mends.times(shown.series());
        findings.show(verdict(shown), java.util.List.of(), shown.findings());
        tell();
        if (focused) {
            focused = false;
            focus();
        }
    }

    /// Whether something has the focus that goes away while the series is audited anew.
    private boolean holdsFocus() {
        Node owner = view.getScene() == null ? null : view.getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at.equals(lower) || at.equals(mapBox)) {
                return true;
            }
        }
        return false;
    }

    private void offer(SeriesQuality shown) {
        filling = true;
        List<String> offered = new ArrayList<>(List.of(FIT));
        offered.addAll(model.calendars());
        // Setting the same items anew would lose the choice.
        if (!calendar.getItems().equals(offered)) {
            calendar.getItems().setAll(offered);
        }
        Coverage measured = shown.coverage();
        calendar.setValue(
                shown.chosen() && measured != null ? measured.calendar().id() : FIT);
        filling = false;
    }

    private static void visible(Region part, boolean visible) {
        part.setVisible(visible);
        part.setManaged(visible);
    }

    private String verdict(SeriesQuality shown) {
        Map<Severity, Integer> counts = shown.severities();
        if (counts.isEmpty()) {
            return "Nothing found";
        }
        return words(counts.getOrDefault(Severity.ERROR, 0), "error") + ", "
                + words(counts.getOrDefault(Severity.WARNING, 0), "warning") + ", "
                + words(counts.getOrDefault(Severity.NOTE, 0), "note") + ". Enter shows a finding in the chart.";
    }

    private static String words(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private void tell() {
        SeriesQuality shown = model.quality().get();
        Coverage measured = shown == null ? null : shown.coverage();
        if (measured == null) {
            return;
        }
        Locale numbers = desk.settings().numbers().get();
        under.setText(map.cursor()
                .get()
                .map(day -> QualityModel.day(measured, day, numbers))
                .orElse("Point at a day for its bars; a click or Enter shows it in the chart."));
        map.setAccessibleText(under.getText());
    }
}
