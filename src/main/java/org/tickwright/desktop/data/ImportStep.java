package org.tickwright.desktop.data;

/// The pages of an import, in order.
@SuppressWarnings("EnumOrdinal") // the order of the steps is the order of the constants
public enum ImportStep {
    FILES("Files"),
    READING("Columns"),
    FINDINGS("Findings"),
    SAVE("Save"),
    RESULT("Result");

    private final String title;

    ImportStep(String title) {
        this.title = title;
    }

    /// What the list of steps calls it.
    public String title() {
        return title;
    }

    ImportStep next() {
        return values()[Math.min(values().length - 1, ordinal() + 1)];
    }

    ImportStep before() {
        return values()[Math.max(0, ordinal() - 1)];
    }
}
