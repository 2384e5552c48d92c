package org.tickwright.desktop.shell;

/// One line of the command palette.
record PaletteEntry(Kind kind, String title, String detail, Runnable action) {

    /// What it is; the order in which equally good ones are listed.
    enum Kind {
        COMMAND("Command", "fth-chevron-right"),
        SYMBOL("Symbol", "fth-bar-chart-2"),
        STRATEGY("Strategy", "fth-git-merge"),
        RUN("Run", "fth-play-circle"),
        SETTING("Setting", "fth-settings"),
        HELP("Help", "fth-help-circle");

        private final String word;
        private final String icon;

        Kind(String word, String icon) {
            this.word = word;
            this.icon = icon;
        }

        String word() {
            return word;
        }

        String icon() {
            return icon;
        }
    }
}
