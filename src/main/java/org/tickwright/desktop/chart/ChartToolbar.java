package org.tickwright.desktop.chart;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.market.SeriesInfo;

/// The bar at the head of the chart: symbol, what the series is, how it is drawn, `+ Indicator`,
/// the side panel.
final class ChartToolbar extends HBox {
    private final ChartsModel model;
    private final Label timeframe = new Label();
    private final Label sim = new Label("SIM");
    private final Button indicator = new Button("Indicator", new FontIcon("fth-plus"));
    private final ToggleButton side = new ToggleButton("", new FontIcon("fth-sidebar"));
    private final ToggleButton ladder = new ToggleButton("", new FontIcon("fth-align-center"));
    private final HBox tools;

    ChartToolbar(ChartsModel model, SymbolField symbol) {
        this.model = model;
        getStyleClass().addAll("tw-toolbar", "chart-toolbar");
        setAlignment(Pos.CENTER_LEFT);
        timeframe.getStyleClass().add("tw-badge");
        timeframe.setId("chart-timeframe");
        sim.getStyleClass().addAll("tw-badge", "tw-sim");
        sim.setId("chart-sim");
        sim.setTooltip(new Tooltip("Simulated prices from a generator, not a market"));
        indicator.setId("chart-add-indicator");
        indicator.setTooltip(new Tooltip("Put an indicator on the chart (I)"));
        side.setId("chart-side-toggle");
        side.getStyleClass().add("tw-icon-button");
        side.setAccessibleText("Data window and trades");
        side.setTooltip(new Tooltip("Data window and trades (D)"));
        side.setSelected(true);
        ladder.setId("chart-ladder-toggle");
        ladder.getStyleClass().add("tw-icon-button");
        ladder.setAccessibleText("Depth ladder");
        ladder.setTooltip(new Tooltip("Depth ladder of the live market (B)"));
        ladder.selectedProperty().bindBidirectional(model.ladder());
        tools = new HBox(styles(), log(), volume(), profile(), indicator);
        tools.getStyleClass().add("chart-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(symbol, timeframe, sim, tools, space, ladder, side);
        model.info().addListener((o, was, is) -> show(is));
        show(model.info().get());
    }

    /// The button of the indicator menu.
    Button indicator() {
        return indicator;
    }

    /// Whether the side panel is open.
    ToggleButton side() {
        return side;
    }

    private void show(@Nullable SeriesInfo info) {
        visible(timeframe, info != null);
        visible(sim, info != null && info.simulated());
        visible(tools, info != null);
        visible(side, info != null);
        visible(ladder, info != null && model.following());
        if (info != null) {
            timeframe.setText(info.key().timeframe().toString());
            timeframe.setTooltip(new Tooltip(SeriesWords.span(info) + ", from " + info.source()));
        }
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private HBox styles() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton candles = new ToggleButton("Candles");
        candles.setId("chart-style-candles");
        ToggleButton line = new ToggleButton("Line");
        line.setId("chart-style-line");
        ToggleButton footprint = new ToggleButton("Footprint");
        footprint.setId("chart-style-footprint");
        footprint.setTooltip(new Tooltip("What was sold and what was bought at each price of a bar (O)"));
        candles.setTooltip(new Tooltip("Candles (C)"));
        line.setTooltip(new Tooltip("Closing prices as a line (Shift+C)"));
        candles.getStyleClass().add("left-pill");
        line.getStyleClass().add("center-pill");
        footprint.getStyleClass().add("right-pill");
        Map<PriceStyle, ToggleButton> all = new EnumMap<>(PriceStyle.class);
        all.put(PriceStyle.CANDLES, candles);
        all.put(PriceStyle.LINE, line);
        all.put(PriceStyle.FOOTPRINT, footprint);
        all.forEach((style, button) -> {
            button.setToggleGroup(group);
            button.setSelected(model.chart().style().get() == style);
            button.setOnAction(e -> style(style, button));
        });
        model.chart()
                .style()
                .addListener((o, was, is) -> all.forEach((style, button) -> {
                    if (style == is) {
                        button.setSelected(true);
                    }
                }));
        HBox pills = new HBox(candles, line, footprint);
        pills.setAlignment(Pos.CENTER);
        return pills;
    }

    /// A press on the selected one leaves it selected.
    private void style(PriceStyle wanted, ToggleButton pressed) {
        pressed.setSelected(true);
        new ChartActions(model.chart()).style(wanted);
    }

    private ToggleButton profile() {
        ToggleButton profile = new ToggleButton("Profile");
        profile.setId("chart-profile");
        profile.setTooltip(new Tooltip("Volume by price of the bars in view (P)"));
        profile.selectedProperty().bindBidirectional(model.chart().profile());
        return profile;
    }

    private ToggleButton log() {
        ToggleButton log = new ToggleButton("Log");
        log.setId("chart-log");
        log.setTooltip(new Tooltip("Logarithmic price axis (L)"));
        log.selectedProperty().bindBidirectional(model.chart().log());
        return log;
    }

    private Button volume() {
        Button volume = new Button(text(model.chart().volume().get()));
        volume.setId("chart-volume");
        volume.setTooltip(new Tooltip("Volume at the foot, in a pane of its own, or hidden (V)"));
        volume.setOnAction(e -> ChartsPlace.nextVolume(model.chart()));
        model.chart().volume().addListener((o, was, is) -> volume.setText(text(is)));
        return volume;
    }

    private static String text(VolumePlace place) {
        return switch (place) {
            case FOOT -> "Volume: foot";
            case PANE -> "Volume: pane";
            case HIDDEN -> "Volume: off";
        };
    }
}
