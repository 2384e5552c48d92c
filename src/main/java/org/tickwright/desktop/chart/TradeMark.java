package org.tickwright.desktop.chart;

import java.util.List;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.Trade;
import org.tickwright.kernel.Phrase;
import org.tickwright.market.Bars;

/// A trade as a chart shows it: from an entry to an exit on bars of the series, with its result and
/// the reasons.
public record TradeMark(
        int number,
        boolean longSide,
        int entryBar,
        double entryPrice,
        int exitBar,
        double exitPrice,
        double quantity,
        double result,
        double returnPercent,
        Phrase entryWhy,
        Phrase exitWhy) {

    /// Why it was entered, in words, which are put together when they are first read.
    public String entryReason() {
        return entryWhy.text();
    }

    /// Why it was left, in words.
    public String exitReason() {
        return exitWhy.text();
    }

    /// The trades that a run made in its base instrument, whose bars these are.
    public static List<TradeMark> of(RunResult run, Bars bars) {
        String symbol = run.series().symbol();
        return of(run.trades().stream().filter(trade -> trade.isOfBase(symbol)).toList(), bars);
    }

    /// The trades of a run over these bars. Bars are found by time, so the run may have covered a
    /// part of the series.
    public static List<TradeMark> of(List<Trade> trades, Bars bars) {
        return trades.stream().map(trade -> of(trade, bars)).toList();
    }

    private static TradeMark of(Trade trade, Bars bars) {
        int last = Math.max(bars.size() - 1, 0);
        return new TradeMark(
                trade.trade(),
                trade.side() == Trade.Side.LONG,
                Math.min(bars.indexAtOrAfter(trade.entryTime()), last),
                trade.entryPrice(),
                Math.min(bars.indexAtOrAfter(trade.exitTime()), last),
                trade.exitPrice(),
                trade.qty(),
                trade.netPnl(),
                trade.returnPct(),
                trade.entryWhy(),
                trade.exitWhy());
    }

    /// How many bars it was held.
    public int barsHeld() {
        return exitBar - entryBar;
    }
}
