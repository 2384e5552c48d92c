package org.tickwright.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.desktop.Palette;
import org.tickwright.desktop.tour.Colours;

/// The style sheets' colours are the canvas's colours, and legible on one another.
class TokensTest {
    private static final Pattern TOKEN = Pattern.compile("(-tw-[a-z-]+):\\s*(#[0-9a-f]{6});");

    private static Map<String, Color> tokens(String theme) throws IOException {
        Map<String, Color> tokens = new HashMap<>();
        try (InputStream data = TokensTest.class.getResourceAsStream("/assets/styles/tokens-" + theme + ".css")) {
            Matcher matcher = TOKEN.matcher(new String(data.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                tokens.put(matcher.group(1), Color.web(matcher.group(2)));
            }
        }
        return tokens;
    }

    private static Palette palette(String theme) {
        return theme.equals("dark") ? Palette.DARK : Palette.LIGHT;
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void agreeWithThePaletteOfTheCanvases(String theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        Palette palette = palette(theme);
        Map<String, Color> same = new LinkedHashMap<>();
        same.put("-tw-bg", palette.background());
        same.put("-tw-surface", palette.surface());
        same.put("-tw-grid", palette.grid());
        same.put("-tw-border", palette.border());
        same.put("-tw-text", palette.text());
        same.put("-tw-muted", palette.textMuted());
        same.put("-tw-accent", palette.accent());
        same.put("-tw-up", palette.up());
        same.put("-tw-down", palette.down());
        same.put("-tw-warning", palette.warning());
        same.put("-tw-danger", palette.danger());
        same.put("-tw-wire-number", palette.numberWire());
        same.put("-tw-wire-condition", palette.conditionWire());
        same.put("-tw-wire-size", palette.sizeWire());
        same.put("-tw-wire-protection", palette.protectionWire());
        same.forEach((name, colour) -> assertEquals(colour, tokens.get(name), name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void keepTextLegibleOnEverySurface(String theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        for (String text :
                List.of("-tw-text", "-tw-muted", "-tw-accent", "-tw-up", "-tw-down", "-tw-warning", "-tw-danger")) {
            for (String behind : List.of("-tw-bg", "-tw-surface", "-tw-raised", "-tw-hover", "-tw-accent-soft")) {
                legible(text, tokens.get(text), behind, tokens.get(behind));
            }
        }
        for (String each : List.of("-tw-up", "-tw-down", "-tw-warning", "-tw-danger", "-tw-accent")) {
            legible(each, tokens.get(each), each + "-soft", tokens.get(each + "-soft"));
        }
        legible("-tw-on-accent", tokens.get("-tw-on-accent"), "-tw-accent-strong", tokens.get("-tw-accent-strong"));
        legible("-tw-on-accent", tokens.get("-tw-on-accent"), "-tw-danger-strong", tokens.get("-tw-danger-strong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void keepTheLinesOfIndicatorsLegibleAsText(String theme) {
        Palette palette = palette(theme);
        for (Color line : palette.lines()) {
            legible("line " + line, line, "background", palette.background());
            legible("line " + line, line, "surface", palette.surface());
        }
    }

    private static void legible(String text, Color colour, String behind, Color background) {
        double contrast = Colours.contrast(colour, background);
        assertTrue(contrast >= 4.5, () -> String.format("%s on %s has a contrast of %.2f", text, behind, contrast));
    }
}
