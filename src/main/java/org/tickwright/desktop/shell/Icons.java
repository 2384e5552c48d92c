package org.tickwright.desktop.shell;

import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of the one family (Feather).
final class Icons {
    private Icons() {}

    /// The icon of that literal with style classes.
    static FontIcon of(String literal, String... classes) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().addAll(classes);
        return icon;
    }
}
