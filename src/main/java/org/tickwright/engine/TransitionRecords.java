package org.tickwright.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Phrase;
import org.tickwright.order.Action;
import org.tickwright.order.OrderState;
import org.tickwright.order.OrderType;
import org.tickwright.portfolio.AmountText;
import org.tickwright.portfolio.Scales;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.Decision;
import org.tickwright.strategy.ReasonLog;

/// The orders and trades of a [TransitionRun], made of numbers when they are read: the same that [RunRecords] makes of
/// orders and fills.
///
/// An order was filled whole at the next opening or refused; what was held when the data ended went at that close.
/// Keeps neither bars nor columns, besides the times of the bars. For any number of threads.
final class TransitionRecords {
    /// Numbers of an order: the bar at which it was decided and what it was, price, quantity, commission, slippage, the
    /// cash after it, and where its reason is kept.
    static final int ROW = 7;

    static final int PRICE = 1;
    static final int QUANTITY = 2;
    static final int COMMISSION = 3;
    static final int SLIPPAGE = 4;
    static final int CASH = 5;
    static final int REASON = 6;

    /// Why an order was refused, 0 where it was not.
    private static final int REFUSED = 7;

    static final int NO_PRICE = 1;
    static final int NO_CASH = 2;
    static final int TOO_SMALL = 3;
    static final int NO_OPENING = 4;

    /// What else an order was.
    static final int LONG = 8;

    static final int EXIT = 16;
    static final int CUT = 32;
    static final int AT_END = 64;

    private static final Phrase END = Phrase.of("The data end here.");

    private final long[] rows;
    /// Where the rows of the entry and of the exit of each trade begin.
    private final long[] trades;

    private final ReasonLog reasons;
    private final Terms terms;
    private final Scales scales;
    private final @Nullable Phrase[] texts;

    /// What all orders have in common: the times of the bars of the run, the first of them, the decimals, how entries
    /// of
    /// a direction are sized.
    record Terms(long[] times, int first, Scales scales, boolean wholeUnits, List<SizeRule> sizes) {
        long time(int bar) {
            return times[bar - first];
        }
    }

    TransitionRecords(long[] rows, long[] trades, ReasonLog reasons, Terms terms) {
        this.rows = rows;
        this.trades = trades;
        this.reasons = reasons;
        this.terms = terms;
        scales = terms.scales;
        texts = new @Nullable Phrase[rows.length / ROW];
    }

    /// Every order, in the order of their numbers.
    List<OrderRecord> orders() {
        return new RecordList<>(rows.length / ROW, i -> order(i * ROW));
    }

    private OrderRecord order(int at) {
        boolean filled = !is(at, REFUSED);
        return new OrderRecord(
                at / ROW + 1,
                action(at).name(),
                OrderType.MARKET.name(),
                signalTime(at),
                signal(at),
                (filled ? OrderState.FILLED : OrderState.REJECTED).name(),
                filled ? (Long) terms.time(fillBar(at)) : null,
                filled ? (Integer) fillBar(at) : null,
                filled ? (Double) price(at) : null,
                filled ? (Double) quantity(at) : null,
                null,
                text(at),
                null);
    }

    private boolean is(int at, int flag) {
        return (rows[at] & flag) != 0;
    }

    private Action action(int at) {
        return is(at, EXIT) ? Action.exit(is(at, LONG)) : Action.enter(is(at, LONG));
    }

    private int signal(int at) {
        return (int) (rows[at] >> Integer.SIZE);
    }

    private long signalTime(int at) {
        return terms.time(signal(at));
    }

    private int fillBar(int at) {
        return is(at, AT_END) ? signal(at) : signal(at) + 1;
    }

    private double price(int at) {
        return scales.priceOf(rows[at + PRICE]);
    }

    private double quantity(int at) {
        return scales.quantityOf(rows[at + QUANTITY]);
    }

    private double money(int at, int what) {
        return Scales.moneyOf(rows[at + what]);
    }

    private long value(int at) {
        return scales.value(rows[at + QUANTITY], rows[at + PRICE]);
    }

    private Phrase text(int at) {
        Phrase text = texts[at / ROW];
        if (text == null) {
            text = why(at);
            texts[at / ROW] = text;
        }
        return text;
    }

    private Phrase why(int at) {
        if (is(at, REFUSED)) {
            return Phrase.of(refusal(at));
        }
        if (is(at, AT_END)) {
            return END;
        }
        Phrase why = reasons.at((int) rows[at + REASON]);
        return is(at, CUT) ? Phrase.later(() -> why.text() + Reasons.CUT) : why;
    }

    /// In the words of the gate.
    private String refusal(int at) {
        String price = AmountText.price(price(at));
        String cash = AmountText.money(rows[at + CASH]);
        return switch ((int) rows[at] & REFUSED) {
            case NO_PRICE -> "The price is not positive: " + price + ".";
            case NO_CASH -> "There is no cash left: " + cash + ".";
            case TOO_SMALL ->
                "Size " + terms.sizes.get(is(at, LONG) ? Decision.LONG : Decision.SHORT) + " of cash " + cash + " at "
                        + price + " is less than " + (terms.wholeUnits ? "one unit" : "the smallest quantity") + ".";
            default -> "The data end here: there is no later opening to fill at.";
        };
    }

    /// Every trade, in the order in which they were closed.
    List<Trade> trades() {
        return new RecordList<>(trades.length, i -> trade(i + 1, (int) (trades[i] >> Integer.SIZE), (int) trades[i]));
    }

    private Trade trade(int number, int in, int out) {
        boolean isLong = is(in, LONG);
        long realised = isLong ? value(out) - value(in) : value(in) - value(out);
        double net = Scales.moneyOf(realised - rows[in + COMMISSION] - rows[out + COMMISSION]);
        double cost = Math.abs(Scales.moneyOf(value(in)));
        boolean atEnd = is(out, AT_END);
        return new Trade(
                number,
                isLong ? Trade.Side.LONG : Trade.Side.SHORT,
                signalTime(in),
                terms.time(fillBar(in)),
                fillBar(in),
                price(in),
                quantity(in),
                money(in, COMMISSION),
                atEnd ? null : (Long) signalTime(out),
                terms.time(fillBar(out)),
                fillBar(out),
                price(out),
                money(out, COMMISSION),
                atEnd ? Trade.ExitReason.END_OF_DATA : Trade.ExitReason.SIGNAL,
                Scales.moneyOf(realised),
                net,
                cost == 0 ? 0 : 100 * net / cost,
                fillBar(out) - fillBar(in),
                Scales.moneyOf(Math.addExact(rows[in + SLIPPAGE], rows[out + SLIPPAGE])),
                money(out, CASH),
                text(in),
                text(out),
                0,
                null);
    }
}
