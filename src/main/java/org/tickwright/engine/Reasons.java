package org.tickwright.engine;

import java.util.Locale;
import org.tickwright.kernel.Phrase;
import org.tickwright.market.Bars;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.AmountText;
import org.tickwright.portfolio.Scales;
import org.tickwright.strategy.Evaluation;

/// Says in words why each order was made or what became of it.
///
/// What a signal ordered is explained by the strategy, with the values of its nodes; protective orders by
/// their levels; refusals and cancellations keep their own words. What the words need is read here, the words
/// are made where they are read; a phrase holds neither bars nor columns.
final class Reasons {
    private static final String CUT = " (as much as the cash pays, less than the size asked for)";
    private static final Phrase END = Phrase.of("The data end here.");

    private final Evaluation strategy;
    private final Bars bars;
    private final Scales scales;

    Reasons(Evaluation strategy, Bars bars, Scales scales) {
        this.strategy = strategy;
        this.bars = bars;
        this.scales = scales;
    }

    Phrase of(RunLog.Entry entry) {
        String ending = entry.ending;
        if (ending == null) {
            return done(entry);
        }
        if (entry.fill == null) {
            return Phrase.of(ending);
        }
        Phrase done = done(entry);
        return Phrase.later(() -> done.text() + " The rest was not done: " + ending);
    }

    private Phrase done(RunLog.Entry entry) {
        if (entry.marginCall != null) {
            return Phrase.of(entry.marginCall);
        }
        Order order = entry.order;
        OrderType type = order.intent().type();
        if (type != OrderType.MARKET && !order.action().entry()) {
            return protective(entry);
        }
        if (order.intent().timeInForce() == TimeInForce.AT_CLOSE) {
            return END;
        }
        if (!Double.isNaN(entry.weight)) {
            return weighed(entry);
        }
        Phrase why = strategy.why(nodeType(order.action()), order.intent().signalIndex());
        Phrase size = entry.size;
        if (type == OrderType.MARKET && !entry.cutByCash && size == null) {
            return why;
        }
        Level level = type == OrderType.MARKET ? null : Level.of(order, scales);
        String cut = entry.cutByCash ? CUT : "";
        return Phrase.later(() -> why.text()
                + (level == null ? "" : " (" + level.placed() + ")")
                + (size == null ? "" : " (" + size.text() + ")")
                + cut);
    }

    private Phrase weighed(RunLog.Entry entry) {
        Phrase why = strategy.why("targetWeight", entry.order.intent().signalIndex());
        double percent = Math.round(entry.weight * 10_000) / 100.0;
        String cut = entry.cutByCash ? CUT : "";
        return Phrase.later(() -> "target weight " + percent + " %: " + why.text() + cut);
    }

    /// Where an order stands.
    private record Level(OrderType type, double price, double limit) {
        static Level of(Order order, Scales scales) {
            OrderType type = order.intent().type();
            double limit = type == OrderType.STOP_LIMIT ? scales.priceOf(order.limit()) : Double.NaN;
            return new Level(type, scales.priceOf(order.level()), limit);
        }

        String placed() {
            String name = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return name + " at " + AmountText.price(price)
                    + (Double.isNaN(limit) ? "" : ", limit " + AmountText.price(limit));
        }

        String protective() {
            String name = switch (type) {
                case TRAILING_STOP -> "trailing stop";
                case LIMIT -> "target";
                default -> "stop";
            };
            return name + " at " + AmountText.price(price);
        }
    }

    private static String nodeType(Action action) {
        return switch (action) {
            case ENTER_LONG -> "enterLong";
            case EXIT_LONG -> "exitLong";
            case ENTER_SHORT -> "enterShort";
            case EXIT_SHORT -> "exitShort";
        };
    }

    private Phrase protective(RunLog.Entry entry) {
        Level level = Level.of(entry.order, scales);
        Fill fill = entry.fill;
        if (fill == null) {
            return Phrase.later(() -> "Waited: " + level.protective() + ".");
        }
        if (fill.trigger() == Fill.Trigger.CARRIED) {
            return Phrase.later(() -> "The rest of the " + level.protective() + " was done at an opening.");
        }
        if (fill.trigger() == Fill.Trigger.STOP_GAP || fill.trigger() == Fill.Trigger.TARGET_GAP) {
            double open = bars.open(fill.index());
            return Phrase.later(
                    () -> "The bar opened at " + AmountText.price(open) + ", beyond the " + level.protective() + ".");
        }
        return Phrase.later(() -> "The price reached the " + level.protective() + ".");
    }
}
