package org.tickwright.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Drawdown;
import org.tickwright.kernel.ReturnSums;
import org.tickwright.market.AdjustedBars;
import org.tickwright.market.Bars;
import org.tickwright.market.CorporateActions;

/// Computes the headline figures, by the definitions of the reference backtests. Sums over trades run from the first
/// to the last, those over bars are [ReturnSums], so that the same run gives the same bits.
final class Summaries {
    private static final double DAYS_PER_YEAR = 365.25;
    private static final double NANOS_PER_DAY = 86_400e9;

    private Summaries() {}

    static Summary of(
            RunSettings settings,
            Bars bars,
            int first,
            List<Trade> trades,
            double[] equity,
            double[] held,
            CostSummary costs) {
        double capital = settings.capital();
        int last = first + equity.length - 1;
        double end = equity[equity.length - 1];
        Returns returns = Returns.of(capital, equity);
        Sums sums = Sums.of(trades);
        int count = trades.size();
        double scale = Math.sqrt(settings.periodsPerYear());
        return new Summary(
                equity.length,
                count,
                sums.longs,
                count - sums.longs,
                end,
                end / capital - 1,
                growth(end / capital, days(bars, first, last)),
                returns.deviation > 0 ? (Double) (returns.mean / returns.deviation * scale) : null,
                Double.isNaN(returns.deviation) ? null : (Double) (returns.deviation * scale),
                Drawdown.of(capital, equity),
                sums.wins,
                share(sums.wins, count),
                sums.profit,
                sums.loss,
                sums.loss < 0 ? (Double) (sums.profit / -sums.loss) : null,
                share(sums.profit, sums.wins),
                share(sums.loss, sums.losses),
                share(sums.net, count),
                quality(sums, trades),
                sums.wins == 0 ? null : (Double) sums.largestWin,
                sums.losses == 0 ? null : (Double) sums.largestLoss,
                share(sums.barsHeld, count),
                exposure(held),
                sums.commission,
                sums.slippage,
                buyAndHold(settings, bars, first, last),
                Collections.unmodifiableMap(sums.exits),
                costs);
    }

    /// One unit from the first close to the last, its splits made and its dividends put back into it.
    private static double buyAndHold(RunSettings settings, Bars bars, int first, int last) {
        CorporateActions actions = settings.costs().actions();
        Bars held = actions.isEmpty() ? bars : AdjustedBars.asOf(bars, actions, AdjustedBars.date(bars, last));
        return held.close(last) / held.close(first) - 1;
    }

    /// Mean and sample deviation of close-to-close returns; the first is against the capital.
    private record Returns(double mean, double deviation) {
        static Returns of(double capital, double[] equity) {
            ReturnSums sums = new ReturnSums();
            sums.add(capital, equity, 0, equity.length, 0);
            double mean = sums.mean(equity.length);
            double deviation = sums.deviation(equity.length);
            return new Returns(mean, Double.isNaN(deviation) ? ReturnSums.deviation(capital, equity, mean) : deviation);
        }
    }

    /// What is added up over trades.
    private static final class Sums {
        int longs;
        int wins;
        int losses;
        double profit;
        double loss;
        double net;
        double largestWin;
        double largestLoss;
        double commission;
        double slippage;
        double barsHeld;
        final Map<String, Integer> exits = new TreeMap<>();

        static Sums of(List<Trade> trades) {
            Sums sums = new Sums();
            for (Trade trade : trades) {
                sums.add(trade);
            }
            return sums;
        }

        private void add(Trade trade) {
            double result = trade.netPnl();
            if (result > 0) {
                wins++;
                profit += result;
                largestWin = Math.max(largestWin, result);
            } else if (result < 0) {
                losses++;
                loss += result;
                largestLoss = Math.min(largestLoss, result);
            }
            net += result;
            longs += trade.side() == Trade.Side.LONG ? 1 : 0;
            commission += trade.entryCommission() + trade.exitCommission();
            slippage += trade.slippageCost();
            barsHeld += trade.barsHeld();
            exits.merge(trade.exitReason().name(), 1, Integer::sum);
        }
    }

    private static double days(Bars bars, int first, int last) {
        if (bars.timeframe().intraday()) {
            return (bars.time(last) - bars.time(first)) / NANOS_PER_DAY;
        }
        return ChronoUnit.DAYS.between(date(bars, first), date(bars, last));
    }

    private static LocalDate date(Bars bars, int bar) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(bars.time(bar), 1_000_000_000L)), bars.zone());
    }

    private static @Nullable Double growth(double ratio, double days) {
        return days > 0 && ratio > 0 ? (Double) (StrictMath.pow(ratio, DAYS_PER_YEAR / days) - 1) : null;
    }

    /// The system quality number (Van Tharp): root of the number of trades times mean over sample deviation.
    private static @Nullable Double quality(Sums sums, List<Trade> trades) {
        int count = trades.size();
        if (count < 2) {
            return null;
        }
        double mean = sums.net / count;
        double squares = 0;
        for (Trade trade : trades) {
            double off = trade.netPnl() - mean;
            squares += off * off;
        }
        double deviation = Math.sqrt(squares / (count - 1));
        return deviation > 0 ? (Double) (Math.sqrt(count) * mean / deviation) : null;
    }

    private static double exposure(double[] held) {
        int bars = 0;
        for (double quantity : held) {
            bars += quantity != 0 ? 1 : 0;
        }
        return (double) bars / held.length;
    }

    private static @Nullable Double share(double sum, int count) {
        return count == 0 ? null : (Double) (sum / count);
    }
}
