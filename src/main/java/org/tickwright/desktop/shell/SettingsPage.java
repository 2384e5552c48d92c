package org.tickwright.desktop.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The settings: look, numbers, where files lie, the care of the store, and the keys with their conflicts.
final class SettingsPage {
    private final ScrollPane view = new ScrollPane();
    private final VBox page = new VBox();
    private final ComboBox<Theme> theme = new ComboBox<>(FXCollections.observableArrayList(Theme.values()));
    private final ComboBox<Locale> numbers = new ComboBox<>(FXCollections.observableArrayList(Settings.LANGUAGES));
    private final VBox keys = new VBox();
    private final Consumer<Settings> change;
    private Settings shown = Settings.DEFAULTS;

    SettingsPage(Path home, Path keyFile, StoreCard store, Consumer<Settings> change) {
        this.change = change;
        theme.setConverter(words(Theme::title));
        theme.setOnAction(event -> changed(shown.withTheme(theme.getValue())));
        numbers.setConverter(words(SettingsPage::example));
        numbers.setOnAction(event -> changed(shown.withNumbers(numbers.getValue())));
        page.getStyleClass().add("tw-page");
        page.setMaxWidth(880);
        Label title = new Label("Settings");
        title.getStyleClass().add("tw-title");
        keys.getStyleClass().add("tw-form");
        page.getChildren()
                .addAll(
                        title,
                        card("Look", row("Theme", theme), row("Numbers", numbers)),
                        card(
                                "Home",
                                row("Your files", path(home)),
                                help("Store, strategies, runs, settings and logs lie here. Start with --home DIR or set"
                                        + " TICKWRIGHT_HOME to use another place.")),
                        card(
                                "Store",
                                store.rows(),
                                help("A backup holds the store, strategies, drafts and settings, and is looked over"
                                        + " before it counts. 'tickwright data restore FILE' puts one back. A check"
                                        + " reads everything and holds it against its checksums; compacting gives"
                                        + " room back that removed data left.")),
                        card(
                                "Keys",
                                row("Key map", path(keyFile)),
                                help("Write an entry such as \"frame.search\": \"Shortcut+P\" under \"keys\" and start"
                                        + " again; an empty text takes a key away."),
                                keys));
        view.setContent(page);
        view.setFitToWidth(true);
        view.getStyleClass().add("tw-plain");
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }

    Parent view() {
        return view;
    }

    /// Shows what holds now.
    void show(Settings settings) {
        shown = settings;
        theme.setValue(settings.theme());
        if (!numbers.getItems().contains(settings.numbers())) {
            numbers.getItems().add(settings.numbers());
        }
        numbers.setValue(settings.numbers());
    }

    /// Lists the keys: what is wrong first, then a section per place.
    void showKeys(List<String> troubles, List<? extends Node> sections) {
        keys.getChildren().clear();
        for (String trouble : troubles) {
            Label label = new Label(trouble, Icons.of("fth-alert-triangle", "tw-warning"));
            label.getStyleClass().addAll("tw-warning", "tw-key-trouble");
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            keys.getChildren().add(label);
        }
        keys.getChildren().addAll(sections);
    }

    /// Puts the keyboard on the first setting.
    void focus() {
        view.applyCss();
        view.layout();
        theme.requestFocus();
    }

    private void changed(Settings settings) {
        if (!settings.equals(shown)) {
            shown = settings;
            change.accept(settings);
        }
    }

    private static VBox card(String title, Node... rows) {
        Label heading = new Label(title);
        heading.getStyleClass().add("tw-heading");
        VBox card = new VBox(heading);
        card.getChildren().addAll(rows);
        card.getStyleClass().add("tw-card");
        return card;
    }

    private static HBox row(String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().add("tw-form-label");
        HBox.setHgrow(control, Priority.ALWAYS);
        if (control instanceof ComboBox<?> box) {
            box.setPrefWidth(320);
            box.setAccessibleText(name);
        }
        HBox row = new HBox(label, control);
        row.getStyleClass().add("tw-form-row");
        return row;
    }

    private static HBox path(Path path) {
        TextField text = new TextField(path.toString());
        text.setEditable(false);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = new Button("Copy", Icons.of("fth-copy"));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(path.toString());
            Clipboard.getSystemClipboard().setContent(content);
        });
        return new HBox(8, text, copy);
    }

    private static Label help(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("tw-form-help");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static String example(Locale locale) {
        return String.format(locale, "%,.2f", 1234567.89) + "   " + locale.getDisplayName(Locale.ENGLISH);
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Chosen from a list, never typed");
            }
        };
    }
}
