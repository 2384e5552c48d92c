package org.tickwright.desktop.backtest;

import org.tickwright.risk.SlippageTerms;

/// The laws that slippage may follow, with the unit of their number and what is usual.
enum SlippageModel {
    BPS(SlippageTerms.Kind.NONE, "Basis points", "bps a side", 0, ""),
    FIXED(SlippageTerms.Kind.FIXED, "Fixed", "in price", 0.01, "The same part of the price for every fill."),
    VOLATILITY(
            SlippageTerms.Kind.VOLATILITY,
            "By volatility",
            "× true range",
            0.1,
            "That share of the mean true range of the bars before."),
    VOLUME(
            SlippageTerms.Kind.VOLUME,
            "By volume",
            "× σ √share",
            0.3,
            "Grows with the square root of the order's share of the volume.");

    private final SlippageTerms.Kind kind;
    private final String title;
    private final String unit;
    private final double usual;
    private final String words;

    SlippageModel(SlippageTerms.Kind kind, String title, String unit, double usual, String words) {
        this.kind = kind;
        this.title = title;
        this.unit = unit;
        this.usual = usual;
        this.words = words;
    }

    SlippageTerms.Kind kind() {
        return kind;
    }

    String unit() {
        return unit;
    }

    /// A number to begin with.
    double usual() {
        return usual;
    }

    String words() {
        return words;
    }

    /// True where past bars are read, so that a window is needed.
    boolean windowed() {
        return this == VOLATILITY || this == VOLUME;
    }

    /// The model of terms; basis points are a field of their own in the wizard, so terms in them are [#BPS].
    static SlippageModel of(SlippageTerms terms) {
        for (SlippageModel model : values()) {
            if (model.kind == terms.kind()) {
                return model;
            }
        }
        return BPS;
    }

    @Override
    public String toString() {
        return title;
    }
}
