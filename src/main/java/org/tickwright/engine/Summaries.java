package org.tickwright.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.AdjustedBars;
import org.tickwright.market.Bars;
import org.tickwright.market.CorporateActions;

/// Computes the headline figures, by the definitions of the reference backtests. Sums over trades run from the first
/// to the last, those over bars are in lanes ([EquityFigures]), so that the same run gives the same bits.
final class Summaries {
    private static final double DAYS_PER_YEAR = 365.25;
    private static final double NANOS_PER_DAY = 86_400e9;

    private Summaries() {}

    static Summary of(
            RunSettings settings,
            Bars bars,
            int first,
            TradeSums sums,
            EquityBlocks.Figures figures,
            CostSummary costs) {
        double capital = settings.capital();
        int last = first + figures.rows() - 1;
        double end = figures.end();
        double deviation = figures.deviation();
        int count = sums.count();
        double scale = Math.sqrt(settings.periodsPerYear());
        return new Summary(
                figures.rows(),
                count,
                sums.longs,
                count - sums.longs,
                end,
                end / capital - 1,
                growth(end / capital, days(bars, first, last)),
                deviation > 0 ? (Double) (figures.mean() / deviation * scale) : null,
                Double.isNaN(deviation) ? null : (Double) (deviation * scale),
                figures.drawdown(),
                sums.wins,
                share(sums.wins, count),
                sums.profit,
                sums.loss,
                sums.loss < 0 ? (Double) (sums.profit / -sums.loss) : null,
                share(sums.profit, sums.wins),
                share(sums.loss, sums.losses),
                share(sums.net, count),
                sums.quality(),
                sums.wins == 0 ? null : (Double) sums.largestWin,
                sums.losses == 0 ? null : (Double) sums.largestLoss,
                share(sums.barsHeld, count),
                figures.exposure(),
                sums.commission,
                sums.slippage,
                buyAndHold(settings, bars, first, last),
                sums.exits(),
                costs);
    }

    /// One unit from the first close to the last, its splits made and its dividends put back into it.
    private static double buyAndHold(RunSettings settings, Bars bars, int first, int last) {
        CorporateActions actions = settings.costs().actions();
        Bars held = actions.isEmpty() ? bars : AdjustedBars.asOf(bars, actions, AdjustedBars.date(bars, last));
        return held.close(last) / held.close(first) - 1;
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

    private static @Nullable Double share(double sum, int count) {
        return count == 0 ? null : (Double) (sum / count);
    }
}
