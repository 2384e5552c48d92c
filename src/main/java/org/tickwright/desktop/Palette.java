package org.tickwright.desktop;

import java.util.List;
import javafx.scene.paint.Color;

/// Colours of what is drawn on a canvas. Style sheets hold the same values for controls.
///
/// Up and down are told apart by the colour-blind (blue-green against orange) and always by shape as well. Text has a
/// contrast of at least
/// 4.5 on `background` and on `surface`.
public record Palette(
        boolean dark,
        Color background,
        Color surface,
        Color grid,
        Color border,
        Color text,
        Color textMuted,
        Color accent,
        Color up,
        Color down,
        Color warning,
        Color danger,
        Color numberWire,
        Color conditionWire,
        Color sizeWire,
        Color protectionWire,
        List<Color> lines) {

    /// The dark theme.
    public static final Palette DARK = new Palette(
            true,
            Color.web("#0f141b"),
            Color.web("#161c25"),
            Color.web("#1f2733"),
            Color.web("#2c3644"),
            Color.web("#e3e8ef"),
            Color.web("#9daabb"),
            Color.web("#5aa9ff"),
            Color.web("#2fb5a0"),
            Color.web("#f0883e"),
            Color.web("#e0b341"),
            Color.web("#ff7d84"),
            Color.web("#5aa9ff"),
            Color.web("#b98cf0"),
            Color.web("#e0b341"),
            Color.web("#f08a6c"),
            List.of(
                    Color.web("#5aa9ff"),
                    Color.web("#e0b341"),
                    Color.web("#b98cf0"),
                    Color.web("#4fc3d9"),
                    Color.web("#e583b6"),
                    Color.web("#9bc256")));

    /// The light theme.
    public static final Palette LIGHT = new Palette(
            false,
            Color.web("#ffffff"),
            Color.web("#f5f7fa"),
            Color.web("#e8ecf1"),
            Color.web("#d0d7e0"),
            Color.web("#1b2430"),
            Color.web("#505c6d"),
            Color.web("#0b5cc2"),
            Color.web("#086b5c"),
            Color.web("#9c4606"),
            Color.web("#765300"),
            Color.web("#b31f28"),
            Color.web("#0b5cc2"),
            Color.web("#7a3fc4"),
            Color.web("#765300"),
            Color.web("#a53d17"),
            List.of(
                    Color.web("#0b5cc2"),
                    Color.web("#765300"),
                    Color.web("#7a3fc4"),
                    Color.web("#0b6577"),
                    Color.web("#a12a6f"),
                    Color.web("#456f0d")));
}
