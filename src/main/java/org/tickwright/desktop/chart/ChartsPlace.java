package org.tickwright.desktop.chart;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.DeskCommand;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.desktop.Place;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.Repeater;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.workbench.live.LiveMarket;

/// The Charts place: a chart with its toolbar, the data window and the trades of a run beside it.
public final class ChartsPlace implements Place {
    private final Desk desk;
    private final ChartsModel model;
    private final ChartActions actions;
    private final ChartPane pane;
    private final Flyout flyout = new Flyout();
    private final SymbolField symbol;
    private final ChartToolbar toolbar;
    private final DataWindow data;
    private final VBox side = new VBox();
    private final VBox empty = new VBox();
    private final StackPane root = new StackPane();
    private final List<DeskCommand> commands;
    private final Repeater following;
    private final HBox right = new HBox(side);
    private @Nullable LadderPane ladder;
    private boolean looking;

    /// The place on a desk.
    public ChartsPlace(Desk desk) {
        this.desk = desk;
        model = new ChartsModel(desk.workbench(), desk.tasks());
        actions = new ChartActions(model.chart());
        pane = new ChartPane(model.chart(), desk.settings());
        pane.setId("chart");
        symbol = new SymbolField(model, flyout, info -> openChart(info.key()));
        toolbar = new ChartToolbar(model, symbol);
        data = new DataWindow(model.chart());
        following = new Repeater(100, 200, model::follow);
        commands = ChartCommands.of(this, model, actions);
        assemble();
    }

    private void assemble() {
        Label dataTitle = new Label("Data window");
        dataTitle.getStyleClass().add("tw-strong");
        HBox header = new HBox(dataTitle);
        header.getStyleClass().add("tw-panel-header");
        VBox window = new VBox(header, data);
        VBox.setVgrow(data, Priority.ALWAYS);
        VBox.setVgrow(window, Priority.ALWAYS);
        TradePanel trades = new TradePanel(model);
        VBox.setVgrow(trades, Priority.ALWAYS);
        side.getStyleClass().addAll("tw-panel", "chart-side");
        side.getChildren().addAll(window, trades);
        fillEmpty();
        StackPane middle = new StackPane(pane, empty);
        BorderPane page = new BorderPane(middle);
        page.setTop(toolbar);
        page.setRight(right);
        root.getStyleClass().add("charts-place");
        root.getChildren().addAll(page, flyout);
        pane.indicatorActions(new Legend());
        toolbar.indicator().setOnAction(e -> chooseIndicator());
        toolbar.side().selectedProperty().addListener((o, was, is) -> update());
        model.info().addListener((o, was, is) -> update());
        model.loading().addListener((o, was, is) -> update());
        model.run().addListener((o, was, is) -> {
            if (is != null) {
                toolbar.side().setSelected(true);
            }
        });
        model.trouble().addListener((o, was, is) -> {
            if (!is.isEmpty()) {
                desk.notify(is, true);
            }
        });
        update();
    }

    private void fillEmpty() {
        FontIcon icon = new FontIcon(PlaceId.CHARTS.icon());
        icon.getStyleClass().add("tw-empty-icon");
        Label title = new Label("No chart is open");
        title.getStyleClass().add("tw-empty-title");
        Label text = new Label("Charts shows the prices of a series with indicators over it, and the trades of a"
                + " backtest where they happened. Choose a symbol to begin.");
        text.getStyleClass().add("tw-empty-text");
        text.setWrapText(true);
        Button choose = new Button("Choose a symbol");
        choose.getStyleClass().add("accent");
        choose.setId("chart-choose");
        choose.setOnAction(e -> chooseSymbol());
        Button bring = new Button("Bring my own data");
        bring.setOnAction(e -> desk.go(PlaceId.DATA));
        empty.getStyleClass().add("tw-empty");
        empty.setId("chart-empty");
        empty.getChildren().addAll(icon, title, text, choose, bring);
    }

    private void update() {
        boolean open = model.info().get() != null;
        pane.setVisible(open);
        watch();
        empty.setVisible(model.empty());
        boolean beside = open && toolbar.side().isSelected();
        side.setVisible(beside);
        side.setManaged(beside);
        data.watched(beside);
        showLadder();
    }

    /// The ladder of the symbol that is followed, where it is wanted.
    private void showLadder() {
        LadderPane pane = ladder;
        SeriesInfo open = model.info().get();
        if (pane == null) {
            return;
        }
        boolean shown = open != null && model.following() && model.ladder().get();
        pane.setVisible(shown);
        pane.setManaged(shown);
        if (shown) {
            pane.model().symbol(open.key().symbol());
        }
        pane.watched(shown && looking);
    }

    void toggleLadder() {
        if (model.following()) {
            model.ladder().set(!model.ladder().get());
        } else {
            desk.notify("The depth ladder stands beside a live chart. Open one in Market.", false);
        }
    }

    /// Offers the series of a live market, which the chart follows while it is looked at.
    public void live(LiveMarket market) {
        model.live(market);
        LadderPane made = new LadderPane(new LadderModel(market), desk.settings());
        ladder = made;
        right.getChildren().addFirst(made);
        model.ladder().addListener((o, was, is) -> update());
        update();
    }

    private void watch() {
        if (model.following() && root.getScene() != null) {
            following.start();
        } else {
            following.stop();
        }
    }

    /// Shows a series.
    public void openChart(SeriesKey key) {
        model.open(key);
        pane.requestFocus();
    }

    /// Shows a series around the bars that open from one instant to another.
    public void openChart(SeriesKey key, long from, long to) {
        model.open(key, from, to);
        pane.requestFocus();
    }

    /// Shows a run's series with its trades, at the trade of that number, 0 for all of them.
    public void openRunOnChart(String runId, int trade) {
        model.openRun(runId, trade);
        pane.requestFocus();
    }

    /// The view model.
    public ChartsModel model() {
        return model;
    }

    void chooseSymbol() {
        symbol.search();
    }

    void chooseIndicator() {
        if (flyout.panel() instanceof IndicatorMenu) {
            flyout.close();
            return;
        }
        if (model.info().get() != null) {
            IndicatorMenu menu = new IndicatorMenu(model::indicators, this::addIndicator);
            flyout.open(menu, toolbar.indicator(), menu.query(), () -> {});
        }
    }

    private void addIndicator(IndicatorDefinition definition) {
        flyout.close();
        model.add(definition);
        pane.requestFocus();
    }

    void toggleSide() {
        toolbar.side().setSelected(!toolbar.side().isSelected());
    }

    static void nextVolume(ChartModel chart) {
        VolumePlace[] all = VolumePlace.values();
        int at = List.of(all).indexOf(chart.volume().get());
        chart.volume().set(all[(at + 1) % all.length]);
    }

    @Override
    public PlaceId id() {
        return PlaceId.CHARTS;
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public HelpTopic help() {
        return HelpTopic.CHARTS;
    }

    @Override
    public List<DeskCommand> commands() {
        return commands;
    }

    @Override
    public void shown() {
        model.lookForPlugIns();
        looking = true;
        model.resume();
        model.refresh();
        update();
        pane.requestFocus();
    }

    @Override
    public void hidden() {
        following.stop();
        looking = false;
        showLadder();
        flyout.close();
        model.chart().hideCrosshair();
    }

    @Override
    public boolean back() {
        if (flyout.close()) {
            pane.requestFocus();
            return true;
        }
        if (model.chart().selectedTrade().get() != 0) {
            model.chart().selectedTrade().set(0);
            return true;
        }
        return actions.clearCrosshair();
    }

    @Override
    public Map<String, String> state() {
        return model.state(toolbar.side().isSelected()).map();
    }

    @Override
    public void restore(Map<String, String> state) {
        ChartsState remembered = ChartsState.of(state);
        toolbar.side().setSelected(remembered.side());
        model.restore(remembered);
    }

    /// What the legend's buttons do.
    private final class Legend implements IndicatorActions {
        @Override
        public void edit(String id, Node beside) {
            model.active().stream().filter(a -> a.id().equals(id)).findFirst().ifPresent(indicator -> {
                ParameterEditor editor = new ParameterEditor(indicator, model::change, () -> {
                    flyout.close();
                    pane.requestFocus();
                });
                flyout.open(editor, beside, editor.first(), () -> {});
            });
        }

        @Override
        public void toggle(String id) {
            model.active().stream()
                    .filter(a -> a.id().equals(id))
                    .findFirst()
                    .ifPresent(indicator -> model.change(indicator.hidden(!indicator.hidden())));
        }

        @Override
        public void remove(String id) {
            model.remove(id);
            pane.requestFocus();
        }
    }
}
