package org.tickwright.desktop.backtest;

import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.tickwright.report.Figures;
import org.tickwright.study.Metric;

/// One figure; hovering or focusing it tells formula, unit and sample size.
final class FigureTile extends VBox {
    private static final Duration SOON = Duration.millis(250);
    private static final Duration LONG = Duration.minutes(5);

    private final Label title = Nodes.label("", "tw-figure-label");
    private final HBox head = new HBox(title);
    private final Label value = Nodes.label("", "tw-figure-value");
    private final Label note = Nodes.label("", "tw-figure-note");
    private final Tooltip explanation = new Tooltip();

    FigureTile() {
        getStyleClass().addAll("tw-figure", "tw-figure-tile");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(head, value, note);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        explanation.setWrapText(true);
        explanation.setMaxWidth(400);
        explanation.setShowDelay(SOON);
        explanation.setShowDuration(LONG);
        Tooltip.install(this, explanation);
        focusedProperty().addListener((property, before, now) -> {
            if (now) {
                explainBelow();
            } else {
                explanation.hide();
            }
        });
        setOnMousePressed(event -> requestFocus());
    }

    /// Puts a mark beside the title that leads to a help page.
    void explainIn(Button help) {
        head.getChildren().add(help);
    }

    /// Shows a metric; `tone` above 0 is good, below 0 bad.
    void show(Metric metric, String text, String sample, int tone) {
        title.setText(metric.title());
        value.setText(text);
        value.getStyleClass().setAll("label", "tw-figure-value");
        if (tone != 0) {
            value.getStyleClass().add(tone > 0 ? "tw-up" : "tw-down");
        }
        note.setText(sample);
        explanation.setText(explain(metric));
        setAccessibleText(metric.title() + " " + text + ". " + explanation.getText());
    }

    /// What hovering tells.
    String explanation() {
        return explanation.getText();
    }

    static String explain(Metric metric) {
        Figures figures = new Figures(java.util.Locale.US);
        return metric.title() + " = " + metric.formula() + "\nUnit: " + Figures.unit(metric) + "\nSample: "
                + figures.count(metric.sampleSize()) + (ofTrades(metric) ? " trades" : " bars");
    }

    /// True where the figure counts trades rather than bars.
    static boolean ofTrades(Metric metric) {
        return switch (metric.name()) {
            case "trades", "longs", "shorts", "winRate", "profitFactor" -> true;
            default -> false;
        };
    }

    private void explainBelow() {
        Bounds here = localToScreen(getBoundsInLocal());
        if (here != null && getScene() != null && getScene().getWindow() != null && !isHover()) {
            explanation.show(this, here.getMinX(), here.getMaxY() + 4);
        }
    }
}
