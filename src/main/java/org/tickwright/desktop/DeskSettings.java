package org.tickwright.desktop;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What a person set about the look: observable, saved by the frame.
public final class DeskSettings {
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.DARK);
    private final ObjectProperty<Locale> numbers = new SimpleObjectProperty<>(Locale.US);

    /// Colours of what is drawn on a canvas; changes with the theme.
    public ObjectProperty<Palette> palette() {
        return palette;
    }

    /// Language of numbers.
    public ObjectProperty<Locale> numbers() {
        return numbers;
    }
}
