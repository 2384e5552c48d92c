package org.tickwright.market.exchange;

/// Who comes to a pit and what they do: one action at a time.
///
/// Makers let orders rest around what the instrument is worth and take them away again; who knows better takes what is
/// offered below its worth, or bid above; others buy and sell for reasons of their own, in spells. So the price follows
/// the worth, spread and depth come about by themselves (after Farmer, Patelli, Zovko, 2005, and Glosten, Milgrom,
/// 1985).
final class Crowd {
    private static final int WANTED_ORDERS = 40;
    private static final double NOISE = 0.07;
    private static final double CHANGE_OF_MOOD = 0.3;

    private final Draws draws;

    /// Told of fills of orders that came from outside.
    private final MatchingBook.Fills fills;

    Crowd(Draws draws, MatchingBook.Fills fills) {
        this.draws = draws;
        this.fills = fills;
    }

    /// Fills the book for the opening.
    void open(Pit pit, double worth, double reach) {
        for (int i = 0; i < WANTED_ORDERS; i++) {
            add(pit, true, worth, reach);
            add(pit, false, worth, reach);
        }
    }

    /// One action: `worth` in ticks, `reach` how far orders lie apart, in ticks.
    void act(Pit pit, long time, double worth, double reach) {
        MatchingBook book = pit.book();
        BookLadder bids = book.side(true);
        BookLadder asks = book.side(false);
        double edge = 0.5 + 0.15 * reach;
        if (!asks.isEmpty() && asks.best().price < worth - edge) {
            take(pit, time, true, (long) StrictMath.floor(worth - edge), 12);
        } else if (!bids.isEmpty() && bids.best().price > worth + edge) {
            take(pit, time, false, (long) StrictMath.ceil(worth + edge), 12);
        } else if (draws.chance(NOISE)) {
            noise(pit, time, reach);
        } else {
            boolean bid = draws.uniform() * (book.orders(true) + book.orders(false) + 2) > book.orders(true) + 1;
            double full = (double) book.orders(bid) / WANTED_ORDERS;
            if (draws.uniform() > 0.5 * full) {
                add(pit, bid, worth, reach);
            } else {
                withdraw(pit, bid);
            }
        }
    }

    private void noise(Pit pit, long time, double reach) {
        if (draws.chance(CHANGE_OF_MOOD)) {
            pit.buying = draws.chance(0.5);
        }
        BookLadder other = pit.book().side(!pit.buying);
        if (!other.isEmpty()) {
            long far = Math.round(2 * reach);
            take(pit, time, pit.buying, other.best().price + (pit.buying ? far : -far), 1);
        }
    }

    private void take(Pit pit, long time, boolean buy, long limit, double factor) {
        long left = pit.take(time, buy, limit, pit.sizeOf(factor * draws.size()), fills);
        if (left < 0) {
            throw new IllegalStateException(
                    "More was matched than was sent to " + pit.instrument().symbol());
        }
    }

    private void add(Pit pit, boolean bid, double worth, double reach) {
        BookLadder other = pit.book().side(!bid);
        double away = 0.3 * reach + 1.5 * reach * draws.distance();
        long price = bid ? (long) StrictMath.floor(worth - away) : (long) StrictMath.ceil(worth + away);
        if (!other.isEmpty()) {
            long best = other.best().price;
            price = bid ? Math.min(price, best - 1) : Math.max(price, best + 1);
        }
        pit.book().rest(0, bid, Math.max(1, price), pit.sizeOf(draws.size()));
    }

    /// Takes away one of two orders drawn by lot, the farther one: those near the touch stay longer.
    private void withdraw(Pit pit, boolean bid) {
        MatchingBook book = pit.book();
        int n = book.orders(bid);
        int slot = theirs(book, bid, n);
        int other = theirs(book, bid, n);
        if (slot >= 0 && other >= 0) {
            boolean otherFarther = bid == book.price(other) < book.price(slot);
            book.cancel(otherFarther ? other : slot);
        }
    }

    private int theirs(MatchingBook book, boolean bid, int n) {
        int slot = n == 0 ? -1 : book.slot(bid, draws.below(n));
        return slot >= 0 && book.owner(slot) == 0 ? slot : -1;
    }
}
