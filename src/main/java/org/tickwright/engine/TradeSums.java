package org.tickwright.engine;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.DoubleColumn;

/// What is added up over the trades of a run, from the first to the last.
final class TradeSums {
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
    private final DoubleColumn results = new DoubleColumn(0);
    private final EnumMap<Trade.ExitReason, int[]> exits = new EnumMap<>(Trade.ExitReason.class);

    TradeSums() {
        for (Trade.ExitReason reason : Trade.ExitReason.values()) {
            exits.put(reason, new int[1]);
        }
    }

    /// What trades paid on entry and exit and lost by slippage.
    record Paid(double entryCommission, double exitCommission, double slippage) {}

    /// Adds a trade by its direction, how it ended, for how many bars it was held, what was left of it, what it paid.
    void add(boolean isLong, Trade.ExitReason exit, int held, double result, Paid paid) {
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
        results.append(result);
        longs += isLong ? 1 : 0;
        commission += paid.entryCommission + paid.exitCommission;
        slippage += paid.slippage;
        barsHeld += held;
        Objects.requireNonNull(exits.get(exit))[0]++;
    }

    int count() {
        return results.size();
    }

    /// How many trades ended for each reason that there was, by its name.
    Map<String, Integer> exits() {
        Map<String, Integer> counts = new TreeMap<>();
        exits.forEach((reason, count) -> {
            if (count[0] > 0) {
                counts.put(reason.name(), count[0]);
            }
        });
        return Collections.unmodifiableMap(counts);
    }

    /// The system quality number (Van Tharp): root of the number of trades times mean over sample deviation.
    @Nullable
    Double quality() {
        int count = count();
        if (count < 2) {
            return null;
        }
        double mean = net / count;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double off = results.get(i) - mean;
            squares += off * off;
        }
        double deviation = Math.sqrt(squares / (count - 1));
        return deviation > 0 ? (Double) (Math.sqrt(count) * mean / deviation) : null;
    }
}
