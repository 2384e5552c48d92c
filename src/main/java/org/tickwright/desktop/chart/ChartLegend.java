package org.tickwright.desktop.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.LiveWords;
import org.tickwright.desktop.Palette;
import org.tickwright.desktop.chart.plot.Ink;
import org.tickwright.desktop.chart.plot.NumberText;
import org.tickwright.desktop.chart.plot.Surface;

/// The words at the upper left of each pane: the series with the bar under the crosshair, each
/// indicator with its values, and what can be done with it.
final class ChartLegend {
    private static final double INSET = 8;
    private static final String REPAINTS = "Drawn at the bars it speaks of it would change its past. Here each value"
            + " begins at the bar that confirms it.";

    private final ChartModel model;
    private final Pane host = new Pane();
    private final Map<org.tickwright.desktop.chart.plot.Pane, VBox> boxes = new HashMap<>();
    private final Map<String, Row> rows = new HashMap<>();
    private final Label series = label("chart-legend-symbol");
    private final Label sim = label("tw-badge", "tw-sim", "chart-legend-sim");
    private final Label live = label("tw-badge", "chart-legend-sim");
    private final Label bar = label("chart-legend-values");
    private final Label change = label("chart-legend-values");
    private final Label note = label("chart-legend-note");
    private final Label[] flow = {label("chart-legend-flow"), label("chart-legend-flow")};
    private final HBox head = new HBox(series, sim, live, bar, change, note);
    private Palette palette;
    private @Nullable IndicatorActions actions;
    private List<ChartIndicator> shown = List.of();
    private boolean headShown;

    /// A row of an indicator: its buttons and the labels of its values.
    private record Row(HBox box, Label title, List<Label> values, Map<Rectangle, Integer> swatches) {}

    ChartLegend(ChartModel model, Palette palette) {
        this.model = model;
        this.palette = palette;
        host.setManaged(false);
        host.setPickOnBounds(false);
        head.getStyleClass().add("chart-legend-row");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPickOnBounds(false);
        sim.setText("SIM");
        flow[0].setId("chart-flow");
        flow[1].setId("chart-flow-more");
        live.setId("chart-live");
        series.setId("chart-legend-series");
    }

    private static Label label(String... classes) {
        Label label = new Label();
        label.getStyleClass().addAll(classes);
        label.setMouseTransparent(true);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    /// What to put above the canvas.
    Pane view() {
        return host;
    }

    void actions(@Nullable IndicatorActions offered) {
        actions = offered;
        shown = List.of();
        rebuild();
    }

    void palette(Palette newPalette) {
        palette = newPalette;
        rows.values().forEach(this::paint);
    }

    private void paint(Row row) {
        row.swatches().forEach((swatch, slot) -> swatch.setFill(colour(slot)));
    }

    private Color colour(int slot) {
        return switch (slot) {
            case Ink.UP -> palette.up();
            case Ink.DOWN -> palette.down();
            case Ink.ACCENT -> palette.accent();
            case Ink.MUTED -> palette.textMuted();
            default -> palette.lines().get(Math.floorMod(slot, palette.lines().size()));
        };
    }

    /// Brings rows, values and places up to date with the model, after a frame, and dims what lies
    /// behind the words.
    void draw(Surface surface, Ink ink) {
        refresh();
        int dim = Ink.fade(ink.background(), 0.66);
        for (VBox box : boxes.values()) {
            for (Node row : box.getChildren()) {
                if (!row.isVisible()) {
                    continue;
                }
                Bounds at = row.getBoundsInParent();
                double left = box.getLayoutX() + at.getMinX();
                double top = box.getLayoutY() + at.getMinY();
                surface.rect(Math.rint(left), Math.rint(top), Math.ceil(at.getWidth()), Math.ceil(at.getHeight()), dim);
            }
        }
    }

    private void refresh() {
        if (!model.indicators().equals(shown) || headShown != (model.series().get() != null)) {
            rebuild();
        }
        values();
        place();
    }

    private void rebuild() {
        shown = model.indicators();
        headShown = model.series().get() != null;
        boxes.values().forEach(host.getChildren()::remove);
        boxes.clear();
        rows.clear();
        if (headShown) {
            box(model.pricePane()).getChildren().add(head);
            box(model.pricePane()).getChildren().addAll(flow);
        }
        for (ChartIndicator indicator : shown) {
            org.tickwright.desktop.chart.plot.Pane pane =
                    indicator.hidden() && !indicator.overlay() ? model.pricePane() : model.paneOf(indicator);
            if (pane != null) {
                Row row = row(indicator);
                rows.put(indicator.id(), row);
                paint(row);
                box(pane).getChildren().add(row.box());
            }
        }
    }

    private VBox box(org.tickwright.desktop.chart.plot.Pane pane) {
        return boxes.computeIfAbsent(pane, key -> {
            VBox box = new VBox();
            box.getStyleClass().add("chart-legend");
            box.setManaged(false);
            box.setPickOnBounds(false);
            host.getChildren().add(box);
            return box;
        });
    }

    private Row row(ChartIndicator indicator) {
        Label title = label("chart-legend-title");
        title.setText(indicator.title());
        HBox box = new HBox(title);
        if (indicator.repaints()) {
            box.getChildren().add(repaints());
        }
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("chart-legend-row");
        if (indicator.hidden()) {
            box.getStyleClass().add("chart-legend-hidden");
        }
        List<Label> values = new ArrayList<>();
        Map<Rectangle, Integer> swatches = new HashMap<>();
        if (!indicator.hidden()) {
            for (ChartIndicator.Output output : indicator.outputs()) {
                Label value = label("chart-legend-values");
                values.add(value);
                Rectangle swatch = new Rectangle(8, 8);
                swatch.getStyleClass().add("chart-swatch");
                boolean histogram = output.shape() == ChartIndicator.Shape.HISTOGRAM;
                swatches.put(swatch, histogram ? Ink.MUTED : output.slot());
                HBox pair = new HBox(swatch, value);
                pair.getStyleClass().add("chart-legend-pair");
                pair.setAlignment(Pos.CENTER_LEFT);
                box.getChildren().add(pair);
            }
        }
        buttons(indicator, box);
        return new Row(box, title, values, swatches);
    }

    private static Label repaints() {
        Label badge = new Label("repaints");
        badge.getStyleClass().addAll("tw-badge", "tw-warn", "chart-legend-mark");
        badge.setMinWidth(Label.USE_PREF_SIZE);
        badge.setTooltip(new javafx.scene.control.Tooltip(REPAINTS));
        badge.setAccessibleHelp(REPAINTS);
        return badge;
    }

    private void buttons(ChartIndicator indicator, HBox box) {
        IndicatorActions offered = actions;
        if (offered == null || model.compact().get()) {
            return;
        }
        String title = indicator.title();
        Button hide = button(
                indicator.hidden() ? "fth-eye-off" : "fth-eye", (indicator.hidden() ? "Show " : "Hide ") + title);
        hide.setOnAction(e -> offered.toggle(indicator.id()));
        Button edit = button("fth-sliders", "Change parameters of " + title);
        edit.setOnAction(e -> offered.edit(indicator.id(), edit));
        Button remove = button("fth-x", "Remove " + title);
        remove.setOnAction(e -> offered.remove(indicator.id()));
        HBox tools = new HBox(hide, edit, remove);
        tools.getStyleClass().add("chart-legend-tools");
        box.getChildren().add(tools);
    }

    static Button button(String icon, String text) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "tw-icon-button", "tw-dense");
        button.setAccessibleRole(AccessibleRole.BUTTON);
        button.setAccessibleText(text);
        button.setTooltip(new javafx.scene.control.Tooltip(text));
        return button;
    }

    private void values() {
        ChartSeries open = model.series().get();
        int at = model.readoutBar();
        if (open == null) {
            return;
        }
        series.setText(open.key().symbol() + " · " + open.key().timeframe());
        shown(sim, open.simulated());
        showLive(model.badge().get());
        boolean any = at >= 0;
        shown(bar, any);
        shown(change, any && !model.compact().get());
        if (any) {
            bar.setText(ohlc(open, at));
            change.setText(Readout.change(model, at));
            int slot = Readout.changeSlot(model.candles(), at);
            change.getStyleClass().removeAll("tw-up", "tw-down");
            if (slot != Readout.PLAIN) {
                change.getStyleClass().add(slot == Ink.UP ? "tw-up" : "tw-down");
            }
        }
        boolean refused = model.log().get() && !model.pricePane().scale().log() && any;
        shown(note, refused);
        List<String> notes = model.flowNotes();
        for (int i = 0; i < flow.length; i++) {
            shown(flow[i], i < notes.size());
            flow[i].setText(i < notes.size() ? notes.get(i) : "");
        }
        note.setText("Linear: a log axis needs prices above zero");
        for (ChartIndicator indicator : shown) {
            Row row = rows.get(indicator.id());
            if (row != null) {
                for (int i = 0; i < row.values().size(); i++) {
                    String text =
                            Readout.value(model, indicator, indicator.outputs().get(i), at);
                    row.values().get(i).setText(text);
                }
            }
        }
    }

    private void showLive(LiveBadge badge) {
        shown(live, !badge.word().isEmpty());
        live.setText(badge.word());
        LiveWords.dress(live, badge.style());
    }

    private String ohlc(ChartSeries open, int at) {
        NumberText numbers = model.plot().numbers();
        int decimals = open.decimals();
        String close = numbers.fixed(model.candles().close(at), decimals);
        if (model.compact().get()) {
            return close;
        }
        return "O " + numbers.fixed(model.candles().open(at), decimals)
                + "  H " + numbers.fixed(model.candles().high(at), decimals)
                + "  L " + numbers.fixed(model.candles().low(at), decimals)
                + "  C " + close;
    }

    private static void shown(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    private void place() {
        host.resize(model.plot().plotWidth(), model.plot().plotHeight());
        boxes.forEach((pane, box) -> {
            box.applyCss();
            box.relocate(INSET, Math.rint(pane.top()) + INSET);
            box.autosize();
            box.layout();
        });
    }
}
