package org.tickwright.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;
import org.tickwright.order.Liquidity;
import org.tickwright.order.Order;
import org.tickwright.portfolio.Holding;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;

/// Fills the orders of one instrument, books them, and makes a trade of what each of them closes.
///
/// A trade is what one fill took off the position, against the average price of its entries; commission and slippage
/// of the entries are shared out by quantity, the last trade taking the rest.
final class AccountFills {
    private final AccountDesk desk;
    private final AccountTerms terms;
    private final Ledger ledger;
    private final Holding holding;
    private final AccountLog log;
    private long entryCommission;
    private long entrySlippage;
    private @Nullable Opening opening;

    /// What opened the position.
    private record Opening(Order order, Fill fill, String reason) {}

    AccountFills(AccountDesk desk, AccountDesk.Shared shared) {
        this.desk = desk;
        terms = shared.terms();
        ledger = shared.ledger();
        holding = desk.holding();
        log = shared.log();
    }

    AccountTerms terms() {
        return terms;
    }

    long slipped(Order order, long raw) {
        return slipped(order.action(), raw);
    }

    /// A price with slippage against whoever takes it.
    long slipped(Action action, long raw) {
        double rate = terms.costs().slippageRate();
        Scales scales = holding.scales();
        return rate == 0
                ? raw
                : scales.priceUnits(scales.priceOf(raw) * (1 + action.side().sign() * rate));
    }

    /// Fills an entry.
    Fill entry(Order order, int bar, long raw, long quantity, String reason) {
        boolean opens = holding.quantity() == 0;
        Fill fill = fill(order, Fill.Trigger.OPEN, bar, raw, quantity, reason);
        if (opens) {
            entryCommission = 0;
            entrySlippage = 0;
            opening = new Opening(order, fill, reason);
        }
        entryCommission = Math.addExact(entryCommission, fill.commission());
        entrySlippage = Math.addExact(entrySlippage, slippage(fill));
        return fill;
    }

    private Fill fill(Order order, Fill.Trigger trigger, int bar, long raw, long quantity, String reason) {
        long price = terms.fills().slips(trigger) ? slipped(order, raw) : raw;
        long commission = terms.costs().commission(Math.abs(holding.scales().value(quantity, price)));
        if (order.quantity() == Order.UNSIZED) {
            order.size(quantity);
        }
        order.fill(quantity);
        Fill fill = new Fill(
                order.id(),
                desk.index(),
                order.action(),
                trigger,
                Liquidity.TAKER,
                bar,
                desk.bars().time(bar),
                price,
                raw,
                quantity,
                commission);
        ledger.book(desk.index(), fill);
        log.filled(order, fill, reason);
        return fill;
    }

    private long slippage(Fill fill) {
        return Math.abs(holding.scales().value(fill.quantity(), Math.subtractExact(fill.price(), fill.rawPrice())));
    }

    /// Fills what takes a part or the whole of the position off.
    void exit(Order order, Fill.Trigger trigger, int bar, long raw, long quantity, String reason) {
        long held = Math.abs(holding.quantity());
        long average = holding.entryPrice();
        long before = holding.realisedSinceFlat();
        boolean ofLong = holding.quantity() > 0;
        Fill out = fill(order, trigger, bar, raw, quantity, reason);
        long commission = share(entryCommission, quantity, held);
        long slippage = share(entrySlippage, quantity, held);
        entryCommission -= commission;
        entrySlippage -= slippage;
        long realised = Math.subtractExact(holding.realisedSinceFlat(), before);
        log.closed(trade(ofLong, average, commission, slippage, out, order, realised, reason));
    }

    private static long share(long whole, long part, long of) {
        return part == of ? whole : FixedPoint.multiplyDivide(whole, part, of);
    }

    private Trade trade(
            boolean ofLong,
            long average,
            long commission,
            long slippage,
            Fill out,
            Order exit,
            long realised,
            String reason) {
        Opening opened = Objects.requireNonNull(opening, "nothing was opened");
        Scales scales = holding.scales();
        double net = Scales.moneyOf(realised - commission - out.commission());
        double cost = Math.abs(Scales.moneyOf(scales.value(out.quantity(), average)));
        return new Trade(
                        log.nextTrade(),
                        ofLong ? Trade.Side.LONG : Trade.Side.SHORT,
                        opened.order().intent().signalTime(),
                        opened.fill().time(),
                        opened.fill().index(),
                        scales.priceOf(average),
                        scales.quantityOf(out.quantity()),
                        Scales.moneyOf(commission),
                        out.trigger() == Fill.Trigger.OPEN
                                ? (Long) exit.intent().signalTime()
                                : null,
                        out.time(),
                        out.index(),
                        scales.priceOf(out.price()),
                        Scales.moneyOf(out.commission()),
                        exitReason(out.trigger()),
                        Scales.moneyOf(realised),
                        net,
                        cost == 0 ? 0 : 100 * net / cost,
                        out.index() - opened.fill().index(),
                        Scales.moneyOf(Math.addExact(slippage, slippage(out))),
                        Scales.moneyOf(ledger.cash()),
                        opened.reason(),
                        reason)
                .of(desk.symbol());
    }

    private static Trade.ExitReason exitReason(Fill.Trigger trigger) {
        return switch (trigger) {
            case OPEN, CARRIED, LINKED -> Trade.ExitReason.SIGNAL;
            case STOP -> Trade.ExitReason.STOP;
            case STOP_GAP -> Trade.ExitReason.STOP_GAP;
            case TARGET -> Trade.ExitReason.TARGET;
            case TARGET_GAP -> Trade.ExitReason.TARGET_GAP;
            case CLOSE -> Trade.ExitReason.END_OF_DATA;
        };
    }
}
