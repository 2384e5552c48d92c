package org.tickwright.desktop.chart;

import javafx.beans.value.ObservableValue;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.tickwright.desktop.DeskSettings;
import org.tickwright.desktop.Palette;

/// A chart as a control: give it a [ChartModel] and put it anywhere. It takes the room it gets, draws at most once per
/// pulse, and can be driven by mouse and keyboard alike.
public final class ChartPane extends Region {
    private final ChartModel model;
    private final ChartCanvas canvas;

    /// A chart of a model in the colours and formats of the settings.
    public ChartPane(ChartModel model, DeskSettings settings) {
        this.model = model;
        ObservableValue<Palette> palette = settings.palette();
        canvas = new ChartCanvas(model, palette);
        model.numbers(settings.numbers().get());
        settings.numbers().addListener((o, was, is) -> model.numbers(is));
        getStyleClass().add("chart-pane");
        setFocusTraversable(true);
        setAccessibleRoleDescription("Chart");
        getChildren().add(canvas);
        new ChartGestures(model, canvas).install();
        new ChartKeys(model).install(this);
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> requestFocus());
    }

    /// What it shows.
    public ChartModel model() {
        return model;
    }

    ChartCanvas canvas() {
        return canvas;
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
