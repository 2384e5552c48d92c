package org.tickwright.desktop.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import org.tickwright.desktop.Palette;

/// The two looks: AtlantaFX Primer below, our colours and style sheets above.
@SuppressWarnings("ImmutableEnumChecker") // Palette is immutable, its library type Color is not annotated
enum Theme {
    DARK("dark", "Dark", Palette.DARK, new PrimerDark().getUserAgentStylesheet()),
    LIGHT("light", "Light", Palette.LIGHT, new PrimerLight().getUserAgentStylesheet());

    /// Style sheets of the places, one each; those that are not there are left out.
    private static final List<String> PLACES = List.of("chart", "studio", "backtest", "data", "sql", "market", "help");

    private final String id;
    private final String title;
    private final Palette palette;
    private final String base;

    Theme(String id, String title, Palette palette, String base) {
        this.id = id;
        this.title = title;
        this.palette = palette;
        this.base = base;
    }

    /// The theme of that id.
    static Theme of(String id) {
        for (Theme theme : values()) {
            if (theme.id.equals(id)) {
                return theme;
            }
        }
        throw new IllegalArgumentException("theme must be dark or light, was '" + id + "'");
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    Palette palette() {
        return palette;
    }

    /// Dresses a scene, and the popups that belong to it.
    void dress(Scene scene) {
        List<String> sheets = new ArrayList<>();
        sheets.add(sheet("tokens-" + id));
        sheets.add(sheet("tickwright"));
        for (String place : PLACES) {
            URL url = Theme.class.getResource("/assets/styles/" + place + ".css");
            if (url != null) {
                sheets.add(url.toExternalForm());
            }
        }
        Application.setUserAgentStylesheet(base);
        scene.getStylesheets().setAll(sheets);
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(
                        Theme.class.getResource("/assets/styles/" + name + ".css"),
                        "style sheet " + name + ".css is missing from the program")
                .toExternalForm();
    }
}
