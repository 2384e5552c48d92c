package org.tickwright.desktop.backtest;

/// The pages of the wizard, in order.
@SuppressWarnings("EnumOrdinal") // the order of the steps is the order of the constants
enum WizardStep {
    STRATEGY("Strategy"),
    DATA("Data"),
    COSTS("Costs and fills"),
    REVIEW("Run");

    private final String title;

    WizardStep(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    WizardStep next() {
        return values()[Math.min(values().length - 1, ordinal() + 1)];
    }

    WizardStep before() {
        return values()[Math.max(0, ordinal() - 1)];
    }
}
