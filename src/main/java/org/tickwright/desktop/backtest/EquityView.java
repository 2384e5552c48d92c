package org.tickwright.desktop.backtest;

import java.util.Locale;
import javafx.beans.property.ReadOnlyProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Palette;
import org.tickwright.report.EquityChart;
import org.tickwright.report.Figures;
import org.tickwright.report.RunCurves;

/// Equity, benchmark and drawdown with a crosshair that follows the pointer, or the arrow keys, and tells the values.
final class EquityView extends StackPane {
    private static final double LINE = 16;
    private static final double BOX_WIDTH = 200;

    private final ReadOnlyProperty<Palette> palette;
    private final DrawingCanvas chartCanvas;
    private final Canvas overlay = new Canvas();
    private @Nullable EquityChart chart;
    private @Nullable RunCurves curves;
    private double[] position = new double[0];
    private Figures figures = new Figures(Locale.US);
    private int bar = -1;

    EquityView(ReadOnlyProperty<Palette> palette) {
        this.palette = palette;
        chartCanvas = new DrawingCanvas(palette);
        overlay.setMouseTransparent(true);
        overlay.setManaged(false);
        getChildren().addAll(chartCanvas, overlay);
        getStyleClass().add("tw-equity");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(event -> point(
                chart == null ? -1 : chart.barAt(event.getX() - getInsets().getLeft())));
        setOnMouseExited(event -> point(-1));
        setOnMousePressed(event -> requestFocus());
        setOnKeyPressed(this::key);
        focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                point(-1);
            }
        });
    }

    void show(RunCurves newCurves, double[] newPosition, Locale locale) {
        curves = newCurves;
        position = newPosition;
        figures = new Figures(locale);
        bar = -1;
        chartCanvas.show((width, height) -> {
            EquityChart made = EquityChart.of(newCurves, width, height, figures);
            chart = made;
            return made.drawing();
        });
        drawOverlay();
    }

    /// The bar under the crosshair, -1 for none.
    int bar() {
        return bar;
    }

    /// What the crosshair tells of a bar, a line each.
    static String[] readout(RunCurves curves, double[] position, int bar, Figures figures) {
        double[] benchmark = curves.benchmark();
        return new String[] {
            curves.timeText(curves.time()[bar]),
            "Equity\t" + figures.money(curves.equity()[bar]),
            "Buy & hold\t" + figures.money(benchmark == null ? null : benchmark[bar]),
            "Drawdown\t" + figures.percent(curves.drawdown()[bar], false),
            "Position\t" + figures.quantity(position[bar])
        };
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        overlay.setWidth(chartCanvas.getWidth());
        overlay.setHeight(chartCanvas.getHeight());
        overlay.relocate(chartCanvas.getLayoutX(), chartCanvas.getLayoutY());
        drawOverlay();
    }

    private void key(KeyEvent event) {
        RunCurves shown = curves;
        if (shown == null || shown.equity().length == 0) {
            return;
        }
        int last = shown.equity().length - 1;
        int step = event.isShiftDown() ? Math.max(1, last / 50) : 1;
        int wanted;
        if (event.getCode() == KeyCode.LEFT) {
            wanted = bar < 0 ? last : bar - step;
        } else if (event.getCode() == KeyCode.RIGHT) {
            wanted = bar < 0 ? 0 : bar + step;
        } else if (event.getCode() == KeyCode.HOME) {
            wanted = 0;
        } else if (event.getCode() == KeyCode.END) {
            wanted = last;
        } else {
            return;
        }
        point(Math.max(0, Math.min(last, wanted)));
        event.consume();
    }

    private void point(int newBar) {
        if (newBar != bar) {
            bar = newBar;
            drawOverlay();
            RunCurves shown = curves;
            if (shown != null && bar >= 0) {
                setAccessibleText(String.join(", ", readout(shown, position, bar, figures))
                        .replace('\t', ' '));
            }
        }
    }

    private void drawOverlay() {
        GraphicsContext to = overlay.getGraphicsContext2D();
        to.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        EquityChart drawn = chart;
        RunCurves shown = curves;
        if (drawn == null || shown == null || bar < 0 || bar >= shown.equity().length) {
            return;
        }
        Palette colors = palette.getValue();
        double x = Math.floor(drawn.x(bar)) + 0.5;
        to.setStroke(colors.textMuted());
        to.setLineWidth(1);
        to.strokeLine(x, 24, x, overlay.getHeight() - 24);
        to.setFill(colors.accent());
        to.fillOval(x - 4, drawn.equityY(bar) - 4, 8, 8);
        to.setFill(colors.down());
        to.fillOval(x - 3, drawn.drawdownY(bar) - 3, 6, 6);
        box(to, colors, x, readout(shown, position, bar, figures));
    }

    private void box(GraphicsContext to, Palette colors, double x, String[] lines) {
        double height = lines.length * LINE + 16;
        double left = x + 12 + BOX_WIDTH > overlay.getWidth() ? x - 12 - BOX_WIDTH : x + 12;
        double top = 32;
        to.setFill(colors.surface());
        to.fillRoundRect(left, top, BOX_WIDTH, height, 8, 8);
        to.setStroke(colors.border());
        to.strokeRoundRect(Math.floor(left) + 0.5, top + 0.5, BOX_WIDTH - 1, height - 1, 8, 8);
        for (int i = 0; i < lines.length; i++) {
            String[] parts = lines[i].split("\t", 2);
            double y = top + 8 + i * LINE + 12;
            to.setFont(Font.font(i == 0 ? "Roboto Medium" : "Roboto", 12));
            to.setFill(i == 0 ? colors.text() : colors.textMuted());
            to.setTextAlign(TextAlignment.LEFT);
            to.fillText(parts[0], left + 12, y);
            if (parts.length > 1) {
                to.setFill(colors.text());
                to.setTextAlign(TextAlignment.RIGHT);
                to.fillText(parts[1], left + BOX_WIDTH - 12, y);
            }
        }
    }
}
