package org.tickwright.desktop.studio;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.DeskSettings;
import org.tickwright.desktop.SymbolCompletion;
import org.tickwright.desktop.UniverseModel;
import org.tickwright.desktop.chart.ChartModel;
import org.tickwright.desktop.chart.ChartPane;
import org.tickwright.desktop.chart.ChartSeries;
import org.tickwright.desktop.chart.TradeMark;
import org.tickwright.desktop.studio.PreviewModel.Condition;
import org.tickwright.desktop.studio.PreviewModel.State;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.Summary;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesInfo;

/// The live preview below the graph: chart with the trades, equity, six figures, and how long the run took.
final class PreviewPane extends BorderPane {
    private static final List<String> FIGURES =
            List.of("Return", "CAGR", "Max drawdown", "Sharpe", "Trades", "Profit factor");

    private final PreviewModel model;
    private final DeskSettings settings;
    private final ChartModel chart = new ChartModel();
    private final ComboBox<SeriesInfo> series = new ComboBox<>();
    private final CheckBox shorts = new CheckBox("Short positions too");
    private final Label state = new Label();
    private final Label took = new Label();
    private final EquityView equity;
    private final List<Label> figures = new ArrayList<>();
    private @Nullable Bars shownBars;
    private @Nullable RunResult shownResult;
    private final ChangeListener<State> onState = (o, was, now) -> show(now);
    private final ChangeListener<List<SeriesInfo>> onChoices = (o, was, now) -> choices();

    PreviewPane(PreviewModel model, DeskSettings settings) {
        this.model = model;
        this.settings = settings;
        equity = new EquityView(settings);
        getStyleClass().add("studio-preview");
        setId("studio-preview");
        setTop(head());
        ChartPane pane = new ChartPane(chart, settings);
        chart.compact().set(true);
        HBox.setHgrow(pane, Priority.ALWAYS);
        VBox.setVgrow(equity, Priority.ALWAYS);
        VBox side = new VBox(equity, figures());
        side.getStyleClass().add("studio-preview-side");
        setCenter(new HBox(pane, side));
        settings.numbers().addListener(o -> show(model.state()));
        model.stateProperty().addListener(onState);
        model.choicesProperty().addListener(onChoices);
        choices();
        show(model.state());
    }

    private HBox head() {
        Label title = new Label("Preview");
        title.getStyleClass().add("tw-strong");
        series.setId("studio-series");
        series.setAccessibleText("Series of the preview");
        series.getStyleClass().add("studio-series");
        series.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable SeriesInfo info) {
                return info == null ? "" : info.key() + (info.simulated() ? " · SIM" : "");
            }

            @Override
            public @Nullable SeriesInfo fromString(String text) {
                return series.getValue();
            }
        });
        series.valueProperty().addListener((o, was, chosen) -> {
            if (chosen != null && !chosen.equals(model.state().series())) {
                model.choose(chosen);
            }
        });
        state.getStyleClass().add("tw-muted");
        state.setId("studio-preview-state");
        state.setMinWidth(0);
        state.tooltipProperty().bind(state.textProperty().map(text -> text.isEmpty() ? null : new Tooltip(text)));
        took.getStyleClass().addAll("tw-small", "tw-muted");
        took.setId("studio-preview-took");
        took.setMinWidth(USE_PREF_SIZE);
        shorts.setId("studio-preview-shorts");
        shorts.selectedProperty().bindBidirectional(model.shorts());
        shorts.managedProperty().bind(shorts.visibleProperty());
        HBox head = new HBox(title, series, universe(), shorts, state, Pages.spring(), took);
        head.getStyleClass().add("studio-preview-head");
        return head;
    }

    private TextField universe() {
        UniverseModel universe = model.universe();
        TextField field = new TextField();
        field.setId("studio-universe");
        field.setAccessibleText("Universe of the preview: the instruments that each stands for");
        field.setPromptText("Universe: A, B, C");
        field.setTooltip(new Tooltip("Universe: the instruments that each stands for"));
        field.getStyleClass().addAll("tw-dense", "studio-universe");
        field.textProperty().bindBidirectional(universe.text());
        field.visibleProperty().bind(universe.needed());
        field.managedProperty().bind(universe.needed());
        universe.problem().addListener((o, was, now) -> {
            field.getStyleClass().remove("tw-invalid");
            if (!now.isEmpty()) {
                field.getStyleClass().add("tw-invalid");
            }
        });
        SymbolCompletion.install(field, universe::offered);
        return field;
    }

    private GridPane figures() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("studio-figures");
        for (int i = 0; i < FIGURES.size(); i++) {
            Label name = new Label(FIGURES.get(i));
            name.getStyleClass().add("tw-figure-label");
            Label value = new Label("–");
            value.getStyleClass().addAll("tw-strong", "tw-number");
            value.setId("studio-figure-" + i);
            figures.add(value);
            VBox tile = new VBox(name, value);
            tile.getStyleClass().add("studio-figure");
            GridPane.setHgrow(tile, Priority.ALWAYS);
            grid.add(tile, i % 3, i / 3);
        }
        return grid;
    }

    private void choices() {
        series.getItems().setAll(model.choicesProperty().get());
        series.setValue(model.state().series());
    }

    // A result is compared by identity: two runs may well agree in every figure, and comparing all trades costs.
    @SuppressWarnings("ReferenceEquality")
    private void show(State now) {
        if (now.series() != null && !now.series().equals(series.getValue())) {
            series.setValue(now.series());
        }
        if (now.bars() != shownBars) {
            shownBars = now.bars();
            SeriesInfo info = now.series();
            chart.show(
                    shownBars == null || info == null ? null : ChartSeries.of(info.key(), shownBars, info.simulated()));
            shownResult = null;
        }
        if (now.result() != shownResult) {
            shownResult = now.result();
            show(shownResult);
        }
        boolean current = now.condition() == Condition.CURRENT || now.condition() == Condition.RUNNING;
        equity.setOpacity(current ? 1 : 0.5);
        state.setText(now.message());
        state.getStyleClass().removeAll("tw-warning", "tw-danger", "tw-muted");
        state.getStyleClass()
                .add(
                        switch (now.condition()) {
                            case INVALID -> "tw-warning";
                            case FAILED -> "tw-danger";
                            case CURRENT -> "tw-warning";
                            default -> "tw-muted";
                        });
        took.setText(took(now));
        shorts.setVisible(model.choosesDirection());
    }

    private String took(State now) {
        RunResult result = now.result();
        if (result == null) {
            return now.condition() == Condition.RUNNING ? "running …" : "";
        }
        NumberFormat count = NumberFormat.getIntegerInstance(locale());
        NumberFormat millis = NumberFormat.getNumberInstance(locale());
        millis.setMaximumFractionDigits(now.millis() < 10 ? 1 : 0);
        millis.setMinimumFractionDigits(now.millis() < 10 ? 1 : 0);
        return count.format(result.summary().bars()) + " bars in " + millis.format(now.millis()) + " ms · no costs";
    }

    private void show(@Nullable RunResult result) {
        equity.show(result);
        Bars bars = shownBars;
        chart.trades(result == null || bars == null ? List.of() : TradeMark.of(result, bars));
        if (result == null) {
            figures.forEach(figure -> figure.setText("–"));
            return;
        }
        equity.setAccessibleText(EquityView.words(result, locale()));
        Summary s = result.summary();
        figure(0, percent(s.totalReturn()));
        figure(1, percent(s.cagr()));
        figure(2, percent(s.maxDrawdown()));
        figure(3, number(s.sharpe()));
        figure(4, NumberFormat.getIntegerInstance(locale()).format(s.trades()));
        figure(5, number(s.profitFactor()));
    }

    private void figure(int index, String text) {
        figures.get(index).setText(text);
        figures.get(index).setAccessibleText(FIGURES.get(index) + " " + text);
    }

    private String percent(@Nullable Double value) {
        NumberFormat format = NumberFormat.getPercentInstance(locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return value == null ? "–" : minus(format.format(value));
    }

    private String number(@Nullable Double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return value == null ? "–" : minus(format.format(value));
    }

    /// With the minus sign that the rest of the program writes.
    private static String minus(String number) {
        return number.replace('-', '−');
    }

    private Locale locale() {
        return settings.numbers().get();
    }

    /// The chart's model; for tests.
    ChartModel chart() {
        return chart;
    }
}
