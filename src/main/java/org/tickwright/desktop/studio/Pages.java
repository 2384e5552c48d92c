package org.tickwright.desktop.studio;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The few shapes of controls that every part of Studio uses.
final class Pages {
    private Pages() {}

    /// Takes the free room of a row.
    static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /// A button that shows an icon alone; its words are tooltip and accessible text.
    static Button iconButton(Feather glyph, String words, boolean dense) {
        Button button = new Button(words, new FontIcon(glyph));
        button.getStyleClass().add("tw-icon-button");
        if (dense) {
            button.getStyleClass().add("tw-dense");
        }
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        return button;
    }

    /// A heading of a part of a panel.
    static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("tw-small", "tw-muted", "studio-heading");
        return label;
    }

    /// Text over several lines.
    static Label paragraph(String text, String... classes) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(classes);
        return label;
    }
}
