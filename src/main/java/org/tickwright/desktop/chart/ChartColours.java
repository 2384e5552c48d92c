package org.tickwright.desktop.chart;

import javafx.scene.paint.Color;
import org.tickwright.desktop.Palette;
import org.tickwright.desktop.chart.plot.Ink;

/// The engine's colours from the palette of the theme.
final class ChartColours {
    private ChartColours() {}

    static Ink of(Palette palette) {
        return new Ink(
                argb(palette.background()),
                argb(palette.surface()),
                argb(palette.grid()),
                argb(palette.border()),
                argb(palette.text()),
                argb(palette.textMuted()),
                argb(palette.accent()),
                argb(palette.up()),
                argb(palette.down()),
                argb(palette.warning()),
                palette.lines().stream().mapToInt(ChartColours::argb).toArray());
    }

    static int argb(Color colour) {
        return (int) Math.round(colour.getOpacity() * 255) << 24
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }
}
