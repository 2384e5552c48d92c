package org.tickwright.desktop;

/// The help pages: each is a Markdown file of that name in the program's `help` folder.
public enum HelpTopic {
    CHARTS("charts", "Charts"),
    BACKTESTS("backtests", "Backtests"),
    FILLS("orders-and-fills", "Orders and fills"),
    COSTS("costs", "Costs"),
    SIZES("sizes", "How large an entry is"),
    UNKNOWN("what-could-not-be-known", "What could not be known"),
    SWEEPS("sweeps", "Searching parameters"),
    TRIALS("trials", "Tries and luck"),
    CAUSALITY("causality", "Looking ahead"),
    IMPORT("import", "Importing files"),
    DATA_QUALITY("data-quality", "Data quality"),
    MARKET("market", "Live markets and recordings"),
    PLUG_INS("plug-ins", "Plug-ins"),
    SQL("sql", "Questions in SQL");

    private final String file;
    private final String title;

    HelpTopic(String file, String title) {
        this.file = file;
        this.title = title;
    }

    /// The file's name without `.md`; links between pages use it.
    public String file() {
        return file;
    }

    /// What lists call it.
    public String title() {
        return title;
    }
}
