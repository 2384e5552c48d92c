package org.tickwright.desktop.chart;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.DeskSettings;
import org.tickwright.desktop.Palette;
import org.tickwright.desktop.chart.plot.Frame;

/// A chart as a control: give it a [ChartModel] and put it anywhere. It takes the room it gets,
/// draws at most once per pulse, and can be driven by mouse and keyboard alike.
public final class ChartPane extends Pane {
    private final ChartModel model;
    private final ChartCanvas canvas;
    private final ChartLegend legend;
    private final TradeTip tip;

    /// A chart of a model in the colours and formats of the settings.
    public ChartPane(ChartModel model, DeskSettings settings) {
        this.model = model;
        ObservableValue<Palette> palette = settings.palette();
        legend = new ChartLegend(model, palette.getValue());
        canvas = new ChartCanvas(model, palette, legend::draw);
        tip = new TradeTip(model);
        palette.addListener((o, was, is) -> legend.palette(is));
        model.numbers(settings.numbers().get());
        settings.numbers().addListener((o, was, is) -> model.numbers(is));
        getStyleClass().add("chart-pane");
        setFocusTraversable(true);
        setAccessibleRoleDescription("Chart");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().addAll(canvas, legend.view(), tip);
        new ChartGestures(model, this).install();
        new ChartKeys(model).install(this);
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> requestFocus());
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(e.getX(), e.getY()));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> hideTip());
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> hideTip());
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    /// What it shows.
    public ChartModel model() {
        return model;
    }

    /// Offers buttons beside each indicator of the legend; null takes them away.
    public void indicatorActions(@Nullable IndicatorActions actions) {
        legend.actions(actions);
    }

    /// The card of the trade under the mouse.
    TradeTip tip() {
        return tip;
    }

    ChartCanvas canvas() {
        return canvas;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? ChartWords.of(model)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private @Nullable TradeMark tradeAt(double x, double y) {
        Frame frame = model.plot().frameOf(model.pricePane());
        boolean inside = x < model.plot().plotWidth()
                && y < model.pricePane().top() + model.pricePane().height();
        return frame == null || !inside ? null : model.tradeLayer().at(frame, x, y);
    }

    private void hover(double x, double y) {
        tip.show(tradeAt(x, y), x, y, model.plot().plotWidth(), model.plot().plotHeight());
        tip.toFront();
    }

    private void hideTip() {
        tip.show(null, 0, 0, 0, 0);
    }

    private void clicked(MouseEvent event) {
        TradeMark trade = event.isStillSincePress() ? tradeAt(event.getX(), event.getY()) : null;
        if (trade != null) {
            model.selectedTrade().set(trade.number());
        }
    }

    @Override
    protected void layoutChildren() {
        canvas.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 640;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 400;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 160;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 96;
    }
}
