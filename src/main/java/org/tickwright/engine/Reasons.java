package org.tickwright.engine;

import java.util.Locale;
import org.tickwright.kernel.DoubleColumn;
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
import org.tickwright.strategy.ReasonLog;

/// Says in words why each order of an instrument was made or what became of it.
///
/// What a signal ordered is explained by the strategy, with the values of its nodes; protective orders by
/// their levels; refusals and cancellations keep their own words. What the words need of bars and columns is
/// read by [#keep] at the end of a run, the words are made where they are read: neither bars nor columns are
/// held.
final class Reasons {
    /// What is said of an entry that was cut.
    static final String CUT = " (as much as the cash pays, less than the size asked for)";
    private static final Phrase END = Phrase.of("The data end here.");
    private static final int NOTHING = -1;

    private final Scales scales;
    private final ReasonLog signals = new ReasonLog();
    private final DoubleColumn openings = new DoubleColumn(0);

    Reasons(Scales scales) {
        this.scales = scales;
    }

    /// Keeps what the reason of an order needs; returns where.
    int keep(RunLog.Entry entry, Evaluation strategy, Bars bars) {
        if ((entry.ending != null && entry.fill == null) || entry.marginCall != null) {
            return NOTHING;
        }
        Order order = entry.order;
        if (protects(order)) {
            if (entry.fill == null || !gap(entry.fill)) {
                return NOTHING;
            }
            openings.append(bars.open(entry.fill.index()));
            return openings.size() - 1;
        }
        if (order.intent().timeInForce() == TimeInForce.AT_CLOSE) {
            return NOTHING;
        }
        String action = Double.isNaN(entry.weight) ? nodeType(order.action()) : "targetWeight";
        return strategy.keepWhy(action, order.intent().signalIndex(), signals);
    }

    private static boolean protects(Order order) {
        return order.intent().type() != OrderType.MARKET && !order.action().entry();
    }

    private static boolean gap(Fill fill) {
        return fill.trigger() == Fill.Trigger.STOP_GAP || fill.trigger() == Fill.Trigger.TARGET_GAP;
    }

    /// The reason of an order, for which `place` was kept.
    Phrase of(RunLog.Entry entry, int place) {
        String ending = entry.ending;
        if (ending == null) {
            return done(entry, place);
        }
        if (entry.fill == null) {
            return Phrase.of(ending);
        }
        Phrase done = done(entry, place);
        return Phrase.later(() -> done.text() + " The rest was not done: " + ending);
    }

    private Phrase done(RunLog.Entry entry, int place) {
        if (entry.marginCall != null) {
            return Phrase.of(entry.marginCall);
        }
        Order order = entry.order;
        OrderType type = order.intent().type();
        if (protects(order)) {
            return protective(entry, place);
        }
        if (order.intent().timeInForce() == TimeInForce.AT_CLOSE) {
            return END;
        }
        Phrase why = signals.at(place);
        String cut = entry.cutByCash ? CUT : "";
        if (!Double.isNaN(entry.weight)) {
            double percent = Math.round(entry.weight * 10_000) / 100.0;
            return Phrase.later(() -> "target weight " + percent + " %: " + why.text() + cut);
        }
        Phrase size = entry.size;
        if (type == OrderType.MARKET && !entry.cutByCash && size == null) {
            return why;
        }
        Level level = type == OrderType.MARKET ? null : Level.of(order, scales);
        return Phrase.later(() -> why.text()
                + (level == null ? "" : " (" + level.placed() + ")")
                + (size == null ? "" : " (" + size.text() + ")")
                + cut);
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

    private Phrase protective(RunLog.Entry entry, int place) {
        Level level = Level.of(entry.order, scales);
        Fill fill = entry.fill;
        if (fill == null) {
            return Phrase.later(() -> "Waited: " + level.protective() + ".");
        }
        if (fill.trigger() == Fill.Trigger.CARRIED) {
            return Phrase.later(() -> "The rest of the " + level.protective() + " was done at an opening.");
        }
        if (gap(fill)) {
            double open = openings.get(place);
            return Phrase.later(
                    () -> "The bar opened at " + AmountText.price(open) + ", beyond the " + level.protective() + ".");
        }
        return Phrase.later(() -> "The price reached the " + level.protective() + ".");
    }
}
