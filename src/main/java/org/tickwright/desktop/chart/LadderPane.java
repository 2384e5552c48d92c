package org.tickwright.desktop.chart;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.DeskSettings;
import org.tickwright.desktop.LiveWords;
import org.tickwright.desktop.Repeater;

/// A depth ladder as a control: give it a [LadderModel] and put it beside what it belongs to. It looks at the
/// market twenty times a second while it is [#watched(boolean)], five times where nothing happens, and not at all
/// otherwise.
public final class LadderPane extends VBox {
    private static final long EVERY_MILLIS = 50;
    private static final long QUIET_MILLIS = 200;

    private final LadderModel model;
    private final LadderCanvas canvas;
    private final Repeater looking;
    private final Label symbol = new Label();
    private final Label sim = new Label("SIM");
    private final Label badge = new Label();
    private final Label group = new Label();
    private final Label spread = new Label();
    private final Label last = new Label();
    private final Label note = new Label();
    private final Button finer = button("fth-minus", "ladder-finer", "Fewer ticks in a row (−)");
    private final Button coarser = button("fth-plus", "ladder-coarser", "More ticks in a row (+)");
    private final Button centre = button("fth-crosshair", "ladder-centre", "Back to the middle of the market (Home)");

    /// A ladder of a model in the colours and formats of the settings.
    public LadderPane(LadderModel model, DeskSettings settings) {
        this.model = model;
        canvas = new LadderCanvas(model, settings.palette());
        looking = new Repeater(EVERY_MILLIS, QUIET_MILLIS, model::look);
        model.numbers(settings.numbers().get());
        settings.numbers().addListener((o, was, is) -> model.numbers(is));
        getStyleClass().addAll("tw-panel", "tw-ladder");
        finer.setOnAction(e -> model.regroup(-1));
        coarser.setOnAction(e -> model.regroup(1));
        centre.setOnAction(e -> model.centre());
        VBox.setVgrow(canvas, Priority.ALWAYS);
        getChildren().addAll(head(), tools(), canvas, foot());
        model.revision().addListener((o, was, is) -> show());
        show();
    }

    private static Button button(String icon, String id, String words) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("tw-icon-button", "tw-dense");
        button.setId(id);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private HBox head() {
        symbol.getStyleClass().add("tw-strong");
        symbol.setId("ladder-symbol");
        sim.getStyleClass().addAll("tw-badge", "tw-sim");
        badge.getStyleClass().add("tw-badge");
        badge.setId("ladder-badge");
        for (Label each : new Label[] {sim, badge}) {
            each.setMinWidth(USE_PREF_SIZE);
        }
        HBox head = new HBox(symbol, gap(), sim, badge);
        head.getStyleClass().add("tw-panel-header");
        return head;
    }

    private HBox tools() {
        group.getStyleClass().add("tw-small");
        group.setId("ladder-group");
        HBox tools = new HBox(finer, coarser, group, gap(), centre);
        tools.getStyleClass().add("tw-ladder-tools");
        return tools;
    }

    private VBox foot() {
        spread.setId("ladder-spread");
        last.setId("ladder-last");
        note.setId("ladder-note");
        note.getStyleClass().add("tw-warning");
        for (Label each : new Label[] {spread, last, note}) {
            each.getStyleClass().add("tw-small");
        }
        VBox foot = new VBox(note, spread, last);
        foot.getStyleClass().add("tw-ladder-foot");
        return foot;
    }

    /// What it shows.
    public LadderModel model() {
        return model;
    }

    /// Begins or ends looking at the market.
    public void watched(boolean wanted) {
        if (wanted) {
            model.look();
            looking.start();
        } else {
            looking.stop();
        }
    }

    private void show() {
        boolean any = model.depth() != null;
        symbol.setText(model.symbol().isEmpty() ? "Depth ladder" : model.symbol());
        String word = LiveWords.badge(model.state());
        badge.setText(word);
        shown(badge, !word.isEmpty());
        LiveWords.dress(badge, LiveWords.style(model.state()));
        shown(sim, model.state().simulated());
        group.setText(model.groupWords());
        spread.setText(model.spreadWords());
        last.setText(model.lastWords());
        note.setText(any ? model.note() : "");
        shown(note, any && !model.note().isEmpty());
        finer.setDisable(!any || model.group() == 1);
        coarser.setDisable(!any);
        centre.setDisable(!any || model.following());
    }

    private static void shown(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }
}
