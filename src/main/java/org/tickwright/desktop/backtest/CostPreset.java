package org.tickwright.desktop.backtest;

import java.util.Optional;

/// Costs that fit a kind of market, so that nobody starts from a blank field.
enum CostPreset {
    STOCKS("Liquid stocks", 1, 2, "Low-cost broker, narrow spread"),
    CRYPTO("Crypto exchange", 10, 5, "Taker fee of a large exchange"),
    CAUTIOUS("Cautious", 20, 10, "Small or thinly traded markets"),
    NONE("No costs", 0, 0, "Only to compare with other programs");

    private final String title;
    private final double commissionBps;
    private final double slippageBps;
    private final String words;

    CostPreset(String title, double commissionBps, double slippageBps, String words) {
        this.title = title;
        this.commissionBps = commissionBps;
        this.slippageBps = slippageBps;
        this.words = words;
    }

    String title() {
        return title;
    }

    double commissionBps() {
        return commissionBps;
    }

    double slippageBps() {
        return slippageBps;
    }

    String words() {
        return words;
    }

    /// The preset with exactly these costs.
    static Optional<CostPreset> of(double commissionBps, double slippageBps) {
        for (CostPreset preset : values()) {
            if (preset.commissionBps == commissionBps && preset.slippageBps == slippageBps) {
                return Optional.of(preset);
            }
        }
        return Optional.empty();
    }
}
