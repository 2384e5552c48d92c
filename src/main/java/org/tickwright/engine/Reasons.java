package org.tickwright.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.tickwright.market.Bars;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Scales;
import org.tickwright.strategy.Evaluation;

/// Says in words why each order was made or what became of it.
///
/// What a signal ordered is explained by the strategy, with the values of its nodes; protective orders by
/// their levels; refusals and cancellations keep their own words.
final class Reasons {
    private static final int SHOWN_DIGITS = 7;

    private final Evaluation strategy;
    private final Bars bars;
    private final Scales scales;

    Reasons(Evaluation strategy, Bars bars, Scales scales) {
        this.strategy = strategy;
        this.bars = bars;
        this.scales = scales;
    }

    String of(RunLog.Entry entry) {
        String ending = entry.ending;
        if (ending != null) {
            return entry.fill == null ? ending : done(entry) + " The rest was not done: " + ending;
        }
        return done(entry);
    }

    private String done(RunLog.Entry entry) {
        if (entry.marginCall != null) {
            return entry.marginCall;
        }
        OrderType type = entry.order.intent().type();
        if (type != OrderType.MARKET && !entry.order.action().entry()) {
            return protective(entry);
        }
        if (entry.order.intent().timeInForce() == TimeInForce.AT_CLOSE) {
            return "The data end here.";
        }
        String reason = strategy.reason(
                nodeType(entry.order.action()), entry.order.intent().signalIndex());
        String placed = type == OrderType.MARKET ? reason : reason + " (" + level(entry.order) + ")";
        return entry.cutByCash ? placed + " (as much as the cash pays, less than the size asked for)" : placed;
    }

    private String level(Order order) {
        String name = order.intent().type().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String limit =
                order.intent().type() == OrderType.STOP_LIMIT ? ", limit " + number(scales.priceOf(order.limit())) : "";
        return name + " at " + number(scales.priceOf(order.level())) + limit;
    }

    private static String nodeType(Action action) {
        return switch (action) {
            case ENTER_LONG -> "enterLong";
            case EXIT_LONG -> "exitLong";
            case ENTER_SHORT -> "enterShort";
            case EXIT_SHORT -> "exitShort";
        };
    }

    private String protective(RunLog.Entry entry) {
        String name = switch (entry.order.intent().type()) {
            case TRAILING_STOP -> "trailing stop";
            case LIMIT -> "target";
            default -> "stop";
        };
        String level = name + " at " + number(scales.priceOf(entry.order.level()));
        Fill fill = entry.fill;
        if (fill == null) {
            return "Waited: " + level + ".";
        }
        if (fill.trigger() == Fill.Trigger.CARRIED) {
            return "The rest of the " + level + " was done at an opening.";
        }
        boolean gap = fill.trigger() == Fill.Trigger.STOP_GAP || fill.trigger() == Fill.Trigger.TARGET_GAP;
        return gap
                ? "The bar opened at " + number(bars.open(fill.index())) + ", beyond the " + level + "."
                : "The price reached the " + level + ".";
    }

    private static String number(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        int digitsBefore = exact.precision() - exact.scale();
        BigDecimal shown =
                exact.setScale(Math.max(2, SHOWN_DIGITS - Math.max(0, digitsBefore)), RoundingMode.HALF_EVEN);
        return shown.stripTrailingZeros().scale() < 2
                ? shown.setScale(2, RoundingMode.HALF_EVEN).toPlainString()
                : shown.stripTrailingZeros().toPlainString();
    }
}
