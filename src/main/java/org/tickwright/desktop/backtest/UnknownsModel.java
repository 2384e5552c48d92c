package org.tickwright.desktop.backtest;

import java.util.List;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.Trade;
import org.tickwright.execution.AmbiguousBar;

/// The bars of a run that do not tell what happened inside them, each with the trade that it concerns.
final class UnknownsModel {

    /// A bar, and the number of the trade that was open on it or came next; 0 where there is none.
    record Row(AmbiguousBar bar, int trade) {}

    private UnknownsModel() {}

    /// All of them in the order of time.
    static List<Row> rows(RunResult run) {
        return run.ambiguity().bars().stream()
                .map(bar -> new Row(bar, trade(of(run, bar), bar.time())))
                .toList();
    }

    /// The trades of the bar's instrument.
    private static List<Trade> of(RunResult run, AmbiguousBar bar) {
        String symbol = bar.instrument();
        return symbol == null
                ? run.trades()
                : run.trades().stream()
                        .filter(trade -> symbol.equals(trade.instrument()))
                        .toList();
    }

    private static int trade(List<Trade> trades, long time) {
        for (Trade trade : trades) {
            if (trade.exitTime() >= time) {
                return trade.trade();
            }
        }
        return trades.isEmpty() ? 0 : trades.getLast().trade();
    }
}
