package org.tickwright.desktop.studio;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.NodeType.Setting;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyParameter;

/// One setting of a node in the inspector: its name and range, a field for its value, a button that links it to a
/// parameter of the strategy. A linked setting edits the parameter.
final class SettingEditor extends VBox {
    private final StudioModel model;
    private final SettingActions actions;
    private final String node;
    private final Setting setting;
    private Runnable refresh = () -> {};

    SettingEditor(StudioModel model, SettingActions actions, String node, Setting setting) {
        this.model = model;
        this.actions = actions;
        this.node = node;
        this.setting = setting;
        getStyleClass().add("studio-setting");
        Label title = new Label(setting.title());
        Label range = new Label(hint());
        range.getStyleClass().addAll("tw-small", "tw-muted");
        HBox head = new HBox(title, Pages.spring(), range);
        head.getStyleClass().add("studio-setting-head");
        title.setMinWidth(0);
        range.setMinWidth(USE_PREF_SIZE);
        getChildren().add(head);
        build();
    }

    /// Shows the value in force.
    void refresh() {
        refresh.run();
    }

    private String hint() {
        if (!(setting.defaultValue() instanceof Number) || !setting.choices().isEmpty()) {
            return "";
        }
        boolean low = setting.from() > -1e9;
        boolean high = setting.to() < 1e9;
        String from = NumberText.brief(setting.from());
        String to = NumberText.brief(setting.to());
        return low && high ? from + " – " + to : low ? "≥ " + from : high ? "≤ " + to : "";
    }

    private Object value() {
        Object standard = setting.defaultValue();
        return model.document()
                .node(node)
                .map(n -> n.params().getOrDefault(setting.name(), standard))
                .orElse(standard);
    }

    private void build() {
        Object value = value();
        if (value instanceof ParameterRef ref) {
            linked(ref.name());
        } else if (!setting.choices().isEmpty()) {
            choice();
        } else if (setting.defaultValue() instanceof Boolean) {
            flag();
        } else if (setting.defaultValue() instanceof Number) {
            number();
        } else {
            text();
        }
    }

    private void number() {
        NumberField field = new NumberField(
                        asNumber(value()), setting.from(), setting.to(), setting.integer(), model::seal)
                .onValue(number -> actions.set(node, setting, number));
        field.setAccessibleText(setting.title());
        field.setId("setting-" + setting.name());
        refresh = () -> field.show(asNumber(value()));
        row(field, field.fault());
    }

    private static double asNumber(Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private void choice() {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(setting.choices());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setId("setting-" + setting.name());
        box.setAccessibleText(setting.title());
        boolean byIndex = setting.defaultValue() instanceof Number;
        refresh = () -> box.setValue(chosen(value(), byIndex));
        refresh.run();
        box.valueProperty().addListener((o, was, now) -> {
            if (now != null && !now.equals(chosen(value(), byIndex))) {
                actions.set(
                        node,
                        setting,
                        byIndex ? (Object) (double) setting.choices().indexOf(now) : now);
                model.seal();
            }
        });
        HBox.setHgrow(box, Priority.ALWAYS);
        getChildren().add(new HBox(box));
    }

    private String chosen(Object value, boolean byIndex) {
        if (byIndex && value instanceof Number number) {
            int index = number.intValue();
            return index >= 0 && index < setting.choices().size()
                    ? setting.choices().get(index)
                    : "";
        }
        return String.valueOf(value);
    }

    private void flag() {
        CheckBox box = new CheckBox("On");
        box.setAccessibleText(setting.title());
        refresh = () -> box.setSelected(Boolean.TRUE.equals(value()));
        refresh.run();
        box.selectedProperty().addListener((o, was, now) -> {
            if (!Objects.equals(now, value())) {
                actions.set(node, setting, now);
            }
        });
        getChildren().add(box);
    }

    private void text() {
        TextField field = new TextField(String.valueOf(value()));
        field.getStyleClass().add("tw-dense");
        field.setAccessibleText(setting.title());
        field.setId("setting-" + setting.name());
        refresh = () -> {
            if (!field.getText().equals(String.valueOf(value()))) {
                field.setText(String.valueOf(value()));
            }
        };
        field.textProperty().addListener((o, was, now) -> actions.set(node, setting, now));
        getChildren().add(field);
    }

    private void linked(String parameter) {
        Optional<StrategyParameter> found = model.document().parameter(parameter);
        Label name = new Label(parameter, new FontIcon(Feather.LINK));
        name.getStyleClass().addAll("tw-badge", found.isPresent() ? "tw-info" : "tw-error");
        name.setMaxWidth(120);
        name.setTooltip(new Tooltip("Follows the parameter " + parameter));
        Button unlink = icon(Feather.X, "Unlink: keep the value, follow the parameter no longer");
        unlink.setOnAction(e -> actions.unlink(node, setting));
        if (found.isEmpty()) {
            Label missing = new Label("There is no such parameter.");
            missing.getStyleClass().add("tw-field-error");
            getChildren().addAll(line(name, Pages.spring(), unlink), missing);
            return;
        }
        NumberField field = new NumberField(
                        found.get().value(), setting.from(), setting.to(), setting.integer(), model::seal)
                .onValue(number -> actions.parameterValue(parameter, number));
        field.setAccessibleText(setting.title() + ", parameter " + parameter);
        field.setId("setting-" + setting.name());
        ParameterSlider slider =
                new ParameterSlider(parameter, number -> actions.parameterValue(parameter, number), model::seal);
        refresh = () -> model.document().parameter(parameter).ifPresent(p -> {
            field.show(p.value());
            slider.show(p);
        });
        refresh.run();
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(line(name, field, unlink), field.fault(), slider);
    }

    private void row(TextField field, Label fault) {
        Button link = icon(Feather.LINK, "Link to a parameter of the strategy");
        link.setId("link-" + setting.name());
        link.setOnAction(e -> linkMenu().show(link, Side.BOTTOM, 0, 4));
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(line(field, link), fault);
    }

    private ContextMenu linkMenu() {
        StrategyDocument document = model.document();
        ContextMenu menu = new ContextMenu();
        MenuItem fresh = new MenuItem("New parameter");
        fresh.setOnAction(e -> actions.linkNew(node, setting));
        menu.getItems().add(fresh);
        List<StrategyParameter> parameters = document.parameters();
        if (!parameters.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        for (StrategyParameter parameter : parameters) {
            MenuItem item = new MenuItem(parameter.name() + " = " + NumberText.brief(parameter.value()));
            item.setMnemonicParsing(false);
            item.setOnAction(e -> actions.link(node, setting, parameter.name()));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(nodes);
        line.getStyleClass().add("studio-setting-line");
        return line;
    }

    private static Button icon(Feather glyph, String what) {
        return Pages.iconButton(glyph, what, true);
    }
}
