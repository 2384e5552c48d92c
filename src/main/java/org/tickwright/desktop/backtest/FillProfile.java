package org.tickwright.desktop.backtest;

import org.tickwright.engine.RunSettings;

/// The fill profiles that the wizard offers, with a sentence that tells what each is for.
enum FillProfile {
    REALISTIC(
            RunSettings.REALISTIC,
            "Realistic",
            "Fills only what the bars could have filled, and lists each bar that does not tell what happened inside"
                    + " it."),
    PLAIN(
            RunSettings.PLAIN,
            "Plain",
            "Fills any size at the next open by the few rules that other programs share; made for comparing with"
                    + " them.");

    private final String id;
    private final String title;
    private final String words;

    FillProfile(String id, String title, String words) {
        this.id = id;
        this.title = title;
        this.words = words;
    }

    /// What settings call it.
    String id() {
        return id;
    }

    String title() {
        return title;
    }

    String words() {
        return words;
    }

    /// The profile that settings name.
    static FillProfile of(RunSettings settings) {
        return settings.realistic() ? REALISTIC : PLAIN;
    }
}
