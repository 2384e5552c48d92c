package org.tickwright.desktop;

/// The places of the rail, in its order.
public enum PlaceId {
    CHARTS("Charts", "fth-bar-chart-2"),
    STUDIO("Studio", "fth-git-merge"),
    BACKTEST("Backtest", "fth-play-circle"),
    DATA("Data", "fth-database"),
    MARKET("Market", "fth-activity");

    private final String title;
    private final String icon;

    PlaceId(String title, String icon) {
        this.title = title;
        this.icon = icon;
    }

    /// What the rail calls it.
    public String title() {
        return title;
    }

    /// Ikonli literal of its icon, one family (Feather) throughout.
    public String icon() {
        return icon;
    }
}
