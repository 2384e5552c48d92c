package org.tickwright.desktop;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import org.tickwright.workbench.live.LiveState;

/// A live market's state in a word or two, the same wherever it is shown.
public final class LiveWords {
    private static final List<String> STYLES = List.of("tw-ok", "tw-info", "tw-warn", "tw-error", "tw-sim");

    private LiveWords() {}

    /// The word of a badge; empty where no feed was started.
    public static String badge(LiveState state) {
        return switch (state.status()) {
            case CREATED -> "";
            case CONNECTING -> "CONNECTING";
            case LIVE -> state.pace().paused() ? "PAUSED" : state.replay() ? "REPLAY" : "LIVE";
            case STALE -> "STALE";
            case RESYNCING -> "RESYNC";
            case DISCONNECTED -> "NO FEED";
            case CLOSED -> "ENDED";
        };
    }

    /// The style class of the badge.
    public static String style(LiveState state) {
        return switch (state.status()) {
            case LIVE -> state.replay() || state.pace().paused() ? "tw-info" : "tw-ok";
            case STALE, DISCONNECTED -> "tw-error";
            case RESYNCING, CONNECTING -> "tw-warn";
            case CREATED, CLOSED -> "tw-sim";
        };
    }

    /// Gives a badge its style class, where it has another one.
    public static void dress(Label badge, String style) {
        if (!badge.getStyleClass().contains(style)) {
            badge.getStyleClass().removeAll(STYLES);
            badge.getStyleClass().add(style);
        }
    }

    /// Events per second as a person reads them.
    public static String perSecond(LiveState state) {
        return String.format(Locale.ROOT, "%,.0f events/s", state.traffic().perSecond());
    }
}
