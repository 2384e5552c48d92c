package org.tickwright.desktop.backtest;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.engine.RunResult;
import org.tickwright.report.Caveats;
import org.tickwright.report.Figures;
import org.tickwright.report.MonthlyHeatMap;
import org.tickwright.report.ReportFormat;
import org.tickwright.report.Sheet;
import org.tickwright.report.TradeHistogram;

/// The result page of a run.
final class ResultView {
    private static final int MOST_YEARS = 200;

    private final Desk desk;
    private final ResultModel model;
    private final BorderPane view = new BorderPane();
    private final Label title = Nodes.label("", "tw-heading");
    private final Label subtitle = Nodes.label("", "tw-muted", "tw-small");
    private final Label simulated = Nodes.label("SIM", "tw-badge", "tw-sim");
    private final HBox exportedBar = new HBox();
    private final Label exportedWords = Nodes.words("");
    private final Label failure = Nodes.words("", "tw-danger", "tw-result-failure");
    private final FigureTiles figures;
    private final VBox notes = new VBox();
    private final EquityView equity;
    private final HintedDrawing months;
    private final HintedDrawing distribution;
    private final Label monthsTitle = Nodes.label("Monthly returns, %", "tw-strong");
    private final TradesTable trades;
    private final UnknownsView unknowns;
    private final FiguresTable metrics = new FiguresTable();
    private final DetailsView details = new DetailsView();
    private final Tab tradesTab = tab("Trades");
    private final Tab unknownsTab = tab("What could not be known");
    private final Tab detailsTab = tab("Assumptions");
    private final TabPane tabs = new TabPane();

    ResultView(Desk desk, ResultModel model, Runnable again, Runnable search) {
        this.desk = desk;
        this.model = model;
        figures = new FigureTiles(desk);
        equity = new EquityView(desk.settings().palette());
        months = new HintedDrawing(desk.settings().palette());
        distribution = new HintedDrawing(desk.settings().palette());
        trades = new TradesTable(this::openTrade);
        unknowns = new UnknownsView(desk, this::openTrade);
        buildTabs();
        failure.setMaxWidth(Double.MAX_VALUE);
        view.setTop(new VBox(head(again, search), failure, exported()));
        view.setCenter(tabs);
        model.shown().addListener((property, before, now) -> show(now));
        model.failure().addListener((property, before, now) -> fail(now));
        model.exported().addListener((ListChangeListener<Path>) change -> tellExported());
        desk.settings()
                .numbers()
                .addListener((property, before, now) -> show(model.shown().get()));
        fail("");
        tellExported();
    }

    Region view() {
        return view;
    }

    void focus() {
        tabs.requestFocus();
    }

    /// The help page of the part that is shown.
    HelpTopic help() {
        Tab shown = tabs.getSelectionModel().getSelectedItem();
        if (unknownsTab.equals(shown)) {
            return HelpTopic.UNKNOWN;
        }
        return detailsTab.equals(shown) ? HelpTopic.COSTS : HelpTopic.BACKTESTS;
    }

    private HBox head(Runnable again, Runnable search) {
        VBox words = new VBox(title, subtitle);
        words.setMinWidth(0);
        words.getStyleClass().add("tw-result-title");
        HBox.setHgrow(words, Priority.ALWAYS);
        simulated.setMinWidth(Region.USE_PREF_SIZE);
        Button chart = Nodes.button("Show on chart", "fth-bar-chart-2", () -> openTrade(0));
        chart.setId("show-on-chart");
        Button repeat = Nodes.button("Change and run", "fth-sliders", again);
        Button searching = Nodes.button("Search", "fth-grid", search);
        searching.setAccessibleText("Search parameters");
        searching.setTooltip(new Tooltip("Search parameters"));
        searching.setId("search-run");
        MenuButton export = new MenuButton("Export", new FontIcon("fth-download"));
        export.setId("export");
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.getItems()
                .addAll(
                        item("Report as HTML…", EnumSet.of(ReportFormat.HTML)),
                        item("Report as PDF…", EnumSet.of(ReportFormat.PDF)),
                        item("Trades and equity as CSV…", EnumSet.of(ReportFormat.CSV)),
                        item("Everything as JSON…", EnumSet.of(ReportFormat.JSON)),
                        item("All four…", EnumSet.allOf(ReportFormat.class)));
        HBox head = new HBox(words, simulated, chart, repeat, searching, export);
        head.getStyleClass().addAll("tw-toolbar", "tw-result-head");
        return head;
    }

    private MenuItem item(String text, Set<ReportFormat> formats) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> model.export(formats));
        return item;
    }

    private HBox exported() {
        HBox.setHgrow(exportedWords, Priority.ALWAYS);
        exportedWords.setMaxWidth(Double.MAX_VALUE);
        Button copy = Nodes.button("Copy path", "fth-copy", () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(String.join(
                    System.lineSeparator(),
                    model.exported().stream().map(Path::toString).toList()));
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button dismiss = new Button("", new FontIcon("fth-x"));
        dismiss.getStyleClass().add("tw-icon-button");
        dismiss.setAccessibleText("Dismiss");
        dismiss.setOnAction(event -> model.exported().clear());
        exportedBar.getChildren().addAll(new FontIcon("fth-check"), exportedWords, copy, dismiss);
        exportedBar.getStyleClass().add("tw-exported");
        exportedBar.setId("exported");
        return exportedBar;
    }

    private void tellExported() {
        List<Path> files = model.exported();
        Nodes.visible(exportedBar, !files.isEmpty());
        if (!files.isEmpty()) {
            Path folder = files.getFirst().toAbsolutePath().getParent();
            List<String> names =
                    files.stream().map(f -> String.valueOf(f.getFileName())).toList();
            exportedWords.setText("Written to " + folder + ": " + String.join(", ", names));
        }
    }

    private void fail(String words) {
        failure.setText(words);
        Nodes.visible(failure, !words.isEmpty());
    }

    private void buildTabs() {
        VBox.setVgrow(equity, Priority.ALWAYS);
        equity.setMinHeight(200);
        notes.getStyleClass().add("tw-notes");
        VBox overview = new VBox(figures, notes, equity);
        overview.getStyleClass().add("tw-result-page");
        Tab overviewTab = tab("Overview");
        overviewTab.setContent(overview);
        distribution.setMinHeight(200);
        distribution.setPrefHeight(240);
        VBox returns =
                new VBox(monthsTitle, months, Nodes.label("Distribution of trade returns", "tw-strong"), distribution);
        returns.getStyleClass().add("tw-result-page");
        ScrollPane scroll = new ScrollPane(returns);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("tw-plain", "edge-to-edge");
        Tab returnsTab = tab("Returns");
        returnsTab.setContent(scroll);
        tradesTab.setContent(trades.view());
        Tab figuresTab = tab("All figures");
        figuresTab.setContent(metrics.view());
        detailsTab.setContent(details.view());
        unknownsTab.setContent(unknowns.view());
        tabs.getTabs().setAll(overviewTab, returnsTab, tradesTab, unknownsTab, figuresTab, detailsTab);
        tabs.setId("result-tabs");
    }

    private static Tab tab(String name) {
        Tab tab = new Tab(name);
        tab.setClosable(false);
        return tab;
    }

    private void openTrade(int trade) {
        ResultModel.Shown shown = model.shown().get();
        if (shown != null) {
            desk.openRunOnChart(shown.sheet().runId(), trade);
        }
    }

    private void show(ResultModel.@Nullable Shown shown) {
        if (shown == null) {
            return;
        }
        Locale locale = desk.settings().numbers().get();
        Figures words = new Figures(locale);
        RunResult run = shown.sheet().run();
        title.setText(run.strategyName());
        subtitle.setText(subtitle(shown, words));
        Nodes.visible(simulated, run.simulated());
        figures.show(shown.sheet(), locale);
        notes.getChildren().clear();
        Caveats.of(shown.sheet()).stream()
                .filter(Sheet.Note::loud)
                .forEach(note -> notes.getChildren().add(DetailsView.note(note)));
        Nodes.visible(notes, !notes.getChildren().isEmpty());
        equity.show(shown.curves(), run.position(), locale);
        int years = Math.min(MOST_YEARS, shown.returns().years().size());
        months.setMinHeight(MonthlyHeatMap.heightOf(years));
        months.setPrefHeight(MonthlyHeatMap.heightOf(years));
        months.show((width, height) -> MonthlyHeatMap.of(shown.returns(), width, MOST_YEARS, words));
        distribution.show((width, height) -> TradeHistogram.of(run.trades(), width, height, words));
        trades.show(shown, locale);
        tradesTab.setText("Trades (" + words.count(run.trades().size()) + ")");
        int open = run.ambiguity().count();
        unknownsTab.setText("What could not be known" + (open == 0 ? "" : " (" + words.count(open) + ")"));
        unknowns.show(shown, locale);
        metrics.show(shown, locale);
        details.show(shown, locale);
    }

    private static String subtitle(ResultModel.Shown shown, Figures words) {
        RunResult run = shown.sheet().run();
        int n = run.time().length;
        String range = n == 0
                ? ""
                : " · " + shown.curves().timeText(run.time()[0]) + " to "
                        + shown.curves().timeText(run.time()[n - 1]);
        return shown.sheet().runId() + " · " + run.series() + range + " · " + words.count(n) + " bars";
    }
}
