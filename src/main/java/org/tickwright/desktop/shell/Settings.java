package org.tickwright.desktop.shell;

import java.util.List;
import java.util.Locale;

/// What a person set: theme and language of numbers.
record Settings(Theme theme, Locale numbers) {
    /// Dark, and numbers as in 1,234.5.
    static final Settings DEFAULTS = new Settings(Theme.DARK, Locale.US);

    /// Languages of numbers that are offered; each writes numbers in another way.
    static final List<Locale> LANGUAGES = List.of(
            Locale.US,
            Locale.GERMANY,
            Locale.FRANCE,
            Locale.of("de", "CH"),
            Locale.of("en", "IN"),
            Locale.of("es", "ES"));

    Settings withTheme(Theme changed) {
        return new Settings(changed, numbers);
    }

    Settings withNumbers(Locale changed) {
        return new Settings(theme, changed);
    }
}
