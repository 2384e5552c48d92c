package org.tickwright.market.messages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickwright.market.TradeTicks.Aggressor;

/// Finds which instruments there are, and with how many decimals.
final class MeasuringTape implements Tape {
    private final Map<String, int[]> decimals = new LinkedHashMap<>();

    /// The most decimals of prices and of sizes, by instrument in the order in which they come up.
    Map<String, int[]> decimals() {
        return decimals;
    }

    private void see(String symbol, List<Level> levels) {
        levels.forEach(level -> see(symbol, level));
    }

    private void see(String symbol, Level level) {
        int[] most = decimals.computeIfAbsent(symbol, name -> new int[2]);
        most[0] = Math.max(most[0], decimals(level.price()));
        most[1] = Math.max(most[1], decimals(level.size()));
    }

    private static int decimals(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 0 : number.length() - point - 1;
    }

    @Override
    public void snapshot(When when, long sequence, List<Level> bids, List<Level> asks) {
        see(when.symbol(), bids);
        see(when.symbol(), asks);
    }

    @Override
    public void change(When when, Change change) {
        see(when.symbol(), change.bids());
        see(when.symbol(), change.asks());
    }

    @Override
    public void trade(When when, Level trade, Aggressor aggressor, long number) {
        see(when.symbol(), trade);
    }

    @Override
    public void quote(When when, Level bid, Level ask) {
        see(when.symbol(), bid);
        see(when.symbol(), ask);
    }
}
