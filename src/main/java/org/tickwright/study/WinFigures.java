package org.tickwright.study;

/// Gains against losses, period by period.
final class WinFigures {
    private final double[] returns;
    private int wins;
    private int losses;
    private double gained;
    private double lost;
    private int winsInARow;
    private int lossesInARow;

    private WinFigures(double[] returns) {
        this.returns = returns;
        int winning = 0;
        int losing = 0;
        for (double value : returns) {
            winning = value > 0 ? winning + 1 : 0;
            losing = value < 0 ? losing + 1 : 0;
            winsInARow = Math.max(winsInARow, winning);
            lossesInARow = Math.max(lossesInARow, losing);
            if (value > 0) {
                wins++;
                gained += value;
            } else if (value < 0) {
                losses++;
                lost += value;
            }
        }
    }

    static void add(Figures to, MetricSample sample) {
        WinFigures figures = new WinFigures(sample.series().returns());
        figures.counts(to);
        figures.sizes(to);
        figures.bets(to, sample);
        to.ratio(
                "omega0",
                "Omega ratio",
                omega(sample.series().excess(sample.riskFreePerPeriod())),
                "sum of positive x / |sum of negative x|, x = return less the risk-free rate per period "
                        + "(Keating and Shadwick 2002, threshold 0)");
    }

    private void counts(Figures to) {
        int n = returns.length;
        to.count("wins", "Winning periods", wins, "returns above 0");
        to.count("losses", "Losing periods", losses, "returns below 0");
        to.count("zeros", "Periods without a return", n - wins - losses, "returns equal to 0");
        to.fraction("winRateNonzero", "Win rate", winRate(), "wins / (wins + losses)");
        to.fraction("winRateAll", "Win rate of all periods", Ratio.of(wins, n), "wins / N");
        to.count("maxConsecutiveWins", "Longest row of wins", winsInARow, "returns above 0 in a row");
        to.count("maxConsecutiveLosses", "Longest row of losses", lossesInARow, "returns below 0 in a row");
    }

    private void sizes(Figures to) {
        to.fraction("avgWin", "Average win", averageWin(), "mean of the returns above 0");
        to.fraction("avgLoss", "Average loss", averageLoss(), "mean of the returns below 0");
        to.ratio("payoffRatio", "Payoff ratio", payoff(), "average win / |average loss|");
        to.ratio("profitFactor", "Profit factor", Ratio.of(gained, -lost), "sum of wins / |sum of losses|");
        to.ratio("gainToPain", "Gain to pain", Ratio.of(gained + lost, -lost), "sum of returns / |sum of losses|");
    }

    private void bets(Figures to, MetricSample sample) {
        Sample all = sample.returns();
        double rate = winRate();
        to.fraction(
                "expectancy",
                "Expectancy",
                rate * averageWin() + (1 - rate) * averageLoss(),
                "win rate * average win + (1 - win rate) * average loss");
        to.fraction(
                "kellyFraction",
                "Kelly fraction",
                rate - Ratio.of(1 - rate, payoff()),
                "win rate - (1 - win rate) / payoff ratio (Kelly 1956)");
        to.ratio(
                "kellyContinuous",
                "Kelly leverage",
                Ratio.of(all.mean() - sample.riskFreePerPeriod(), all.variance()),
                "(mean return - risk-free rate) / variance, per period (Thorp 2006)");
        to.ratio(
                "sqn",
                "System quality number",
                Math.sqrt(returns.length) * Ratio.of(all.mean(), all.deviation()),
                "sqrt(N) * mean / deviation (Tharp), N not capped");
    }

    private double winRate() {
        return Ratio.of(wins, wins + losses);
    }

    private double averageWin() {
        return Ratio.of(gained, wins);
    }

    private double averageLoss() {
        return Ratio.of(lost, losses);
    }

    private double payoff() {
        return averageWin() / -averageLoss();
    }

    private static double omega(double[] excess) {
        double above = 0;
        double below = 0;
        for (double value : excess) {
            above += Math.max(value, 0);
            below += Math.min(value, 0);
        }
        return Ratio.of(above, -below);
    }
}
