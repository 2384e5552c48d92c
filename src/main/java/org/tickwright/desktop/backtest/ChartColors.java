package org.tickwright.desktop.backtest;

import javafx.scene.paint.Color;
import org.tickwright.desktop.Palette;
import org.tickwright.report.Ink;

/// The colours of report marks on the screen, by the theme in force.
final class ChartColors {
    private ChartColors() {}

    static Color of(Ink ink, Palette palette) {
        return switch (ink) {
            case TEXT -> palette.text();
            case MUTED -> palette.textMuted();
            case GRID -> palette.grid();
            case BORDER -> palette.border();
            case EQUITY -> palette.accent();
            case BENCHMARK -> palette.textMuted();
            case UP -> palette.up();
            case DOWN -> palette.down();
            case WARNING -> palette.warning();
        };
    }
}
