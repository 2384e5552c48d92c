package org.tickwright.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The headline figures of a run, defined as in the reference backtests: Sharpe from close-to-close equity
/// returns with sample deviation, drawdown on closing equity with the capital as first peak, CAGR on
/// calendar days over 365.25. Fractions, not percent. Figures that a run without trades or with one cannot
/// have are null.
public record Summary(
        int bars,
        int trades,
        int longs,
        int shorts,
        double finalEquity,
        double totalReturn,
        @Nullable Double cagr,
        @Nullable Double sharpe,
        @Nullable Double annualVol,
        double maxDrawdown,
        int winTrades,
        @Nullable Double winRate,
        double grossProfit,
        double grossLoss,
        @Nullable Double profitFactor,
        @Nullable Double avgWin,
        @Nullable Double avgLoss,
        @Nullable Double expectancy,
        @Nullable Double sqn,
        @Nullable Double largestWin,
        @Nullable Double largestLoss,
        @Nullable Double avgBarsHeld,
        double exposure,
        double totalCommission,
        double totalSlippage,
        double buyHoldReturn,
        Map<String, Integer> exitReasons,
        CostSummary costs) {

    /// Runs archived before there was such a breakdown have the two sums that were kept.
    public Summary {
        costs = costs == null ? CostSummary.ofSums(totalCommission, totalSlippage) : costs;
    }

    /// The same without the figures that the returns of single bars give: Sharpe ratio and volatility.
    Summary withoutReturns() {
        return new Summary(
                bars,
                trades,
                longs,
                shorts,
                finalEquity,
                totalReturn,
                cagr,
                null,
                null,
                maxDrawdown,
                winTrades,
                winRate,
                grossProfit,
                grossLoss,
                profitFactor,
                avgWin,
                avgLoss,
                expectancy,
                sqn,
                largestWin,
                largestLoss,
                avgBarsHeld,
                exposure,
                totalCommission,
                totalSlippage,
                buyHoldReturn,
                exitReasons,
                costs);
    }
}
