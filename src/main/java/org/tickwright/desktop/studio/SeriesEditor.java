package org.tickwright.desktop.studio;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.SymbolCompletion;
import org.tickwright.strategy.NodeType;

/// Of which series a node reads, or what it trades: instrument and, where it reads, timeframe. Both may stay empty and
/// then mean the base series.
///
/// A symbol of the store counts as soon as it stands there; another one on Enter or when the field is left.
final class SeriesEditor extends VBox {
    private final StudioModel model;
    private final SettingActions actions;
    private final Supplier<SeriesChoices> choices;
    private final String node;
    private final TextField instrument = new TextField();
    private final ComboBox<String> timeframe = new ComboBox<>();
    private final Label instrumentFault = fault("instrument");
    private final Label timeframeFault = fault("timeframe");
    private boolean showing;

    SeriesEditor(
            StudioModel model, SettingActions actions, Supplier<SeriesChoices> choices, String node, NodeType type) {
        this.model = model;
        this.actions = actions;
        this.choices = choices;
        this.node = node;
        getStyleClass().add("studio-series-editor");
        instrument();
        getChildren()
                .add(setting("Instrument", type.ofSeries() ? "empty: the base" : "empty: trades the base", instrument));
        getChildren().add(instrumentFault);
        if (type.ofSeries()) {
            timeframe();
            getChildren().addAll(setting("Timeframe", "of the base, or longer", timeframe), timeframeFault);
        }
        refresh();
    }

    private static Label fault(String setting) {
        Label label = Pages.paragraph("", "tw-field-error");
        label.setId("fault-" + setting);
        label.managedProperty().bind(label.visibleProperty());
        label.setVisible(false);
        return label;
    }

    private static VBox setting(String title, String hint, Node field) {
        Label name = new Label(title);
        name.setLabelFor(field);
        Label range = new Label(hint);
        range.getStyleClass().addAll("tw-small", "tw-muted");
        HBox head = new HBox(name, Pages.spring(), range);
        head.getStyleClass().add("studio-setting-head");
        VBox box = new VBox(head, field);
        box.getStyleClass().add("studio-setting");
        return box;
    }

    private void instrument() {
        instrument.setId("setting-instrument");
        instrument.setAccessibleText("Instrument; empty is that of the base series");
        instrument.getStyleClass().add("tw-dense");
        instrument.setPromptText("base instrument");
        SymbolCompletion.install(instrument, () -> choices.get().symbols());
        instrument.textProperty().addListener((property, before, now) -> {
            if (!showing && choices.get().instrumentFault(now.strip()).isEmpty()) {
                commit();
            }
        });
        instrument.setOnAction(event -> commit());
        instrument.focusedProperty().addListener((property, was, focused) -> {
            if (!focused) {
                commit();
                model.seal();
            }
        });
    }

    private void commit() {
        String symbol = instrument.getText().strip();
        if (!symbol.equals(value(NodeType.INSTRUMENT))) {
            actions.series(node, NodeType.INSTRUMENT, symbol);
        }
    }

    private void timeframe() {
        timeframe.setId("setting-timeframe");
        timeframe.setAccessibleText("Timeframe");
        timeframe.setMaxWidth(Double.MAX_VALUE);
        timeframe.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String text) {
                return text == null || text.isEmpty() ? "base timeframe" : text;
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        timeframe.valueProperty().addListener((property, before, now) -> {
            if (!showing && now != null && !now.equals(value(NodeType.TIMEFRAME))) {
                actions.series(node, NodeType.TIMEFRAME, now);
                model.seal();
            }
        });
    }

    private String value(String setting) {
        return model.document()
                .node(node)
                .map(found -> found.params().get(setting))
                .map(String::valueOf)
                .orElse("");
    }

    /// Shows the series in force and what speaks against it.
    void refresh() {
        SeriesChoices now = choices.get();
        String symbol = value(NodeType.INSTRUMENT);
        String length = value(NodeType.TIMEFRAME);
        showing = true;
        if (!instrument.getText().strip().equals(symbol) && !typing(now)) {
            instrument.setText(symbol);
        }
        if (!timeframe.getItems().equals(now.timeframes(length))) {
            timeframe.getItems().setAll(now.timeframes(length));
        }
        timeframe.setValue(length);
        showing = false;
        say(instrumentFault, now.instrumentFault(symbol));
        say(timeframeFault, now.timeframeFault(length));
    }

    /// While a symbol is half written what is in force must not come between.
    private boolean typing(SeriesChoices now) {
        return instrument.isFocused()
                && !now.instrumentFault(instrument.getText().strip()).isEmpty();
    }

    private static void say(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
    }
}
