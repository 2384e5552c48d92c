package org.tickwright.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.RunLog.Entry;
import org.tickwright.engine.RunLog.RoundTrip;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.order.Fill;
import org.tickwright.portfolio.Holding;
import org.tickwright.portfolio.Scales;

/// The trade of one instrument that is not closed yet.
///
/// A trade goes from the first entry to the fill that leaves nothing. What is taken off on purpose while a rest
/// stays (a weight that shrinks) is a trade of its own: at the average price of the entries, with its share of their
/// costs by quantity, the last trade taking what is left of them.
final class OpenTrade {
    private final Holding holding;
    private @Nullable Entry opening;
    private @Nullable List<Fill> exits;
    private @Nullable Rest rest;

    OpenTrade(Holding holding) {
        this.holding = holding;
    }

    /// The part of the entries that a trade closes: their average price, and commission and slippage.
    record Share(long quantity, long price, long commission, long slippage) {}

    /// What earlier parts of the position have not taken yet.
    private static final class Rest {
        long commission;
        long slippage;
        long realised;
        long carried;

        void add(Fill fill, Scales scales) {
            commission = Math.addExact(commission, fill.commission());
            slippage = Math.addExact(slippage, Leg.slippage(fill, scales));
        }
    }

    /// An entry was filled.
    void entered(Entry entry, Fill fill) {
        if (opening == null) {
            opening = entry;
        } else if (rest != null) {
            rest.add(fill, holding.scales());
        } else if (opening != entry) {
            rest(opening).add(fill, holding.scales());
        }
    }

    private Rest rest(Entry opened) {
        Rest now = rest;
        if (now == null) {
            now = new Rest();
            for (Fill fill : opened.fills()) {
                now.add(fill, holding.scales());
            }
            rest = now;
        }
        return now;
    }

    /// A fill took something off; the trade that this closes, null if none.
    @Nullable
    RoundTrip left(Entry exit, Fill fill, long cash) {
        Entry opened = opening;
        if (opened == null) {
            return null;
        }
        if (exits != null) {
            exits.add(fill);
        }
        boolean whole = holding.quantity() == 0;
        if (whole || (exit.part && !exit.order.state().open())) {
            RoundTrip trip = trip(opened, exit, fill, cash, whole);
            exits = null;
            if (whole) {
                opening = null;
                rest = null;
            }
            return trip;
        }
        if (exits == null) {
            exits = new ArrayList<>(List.of(fill));
        }
        return null;
    }

    private RoundTrip trip(Entry opened, Entry exit, Fill fill, long cash, boolean whole) {
        long realised = holding.realisedSinceFlat();
        long carried = holding.carriedSinceFlat();
        if (whole && rest == null) {
            return new RoundTrip(opened, exit, exits, realised, carried, cash, null);
        }
        List<Fill> took = exits == null ? List.of(fill) : exits;
        long off = took.stream().mapToLong(Fill::quantity).sum();
        long held = Math.addExact(off, Math.abs(holding.quantity()));
        Rest all = rest(opened);
        Share share =
                new Share(off, holding.entryPrice(), part(all.commission, off, held), part(all.slippage, off, held));
        RoundTrip trip = new RoundTrip(
                opened,
                exit,
                took,
                Math.subtractExact(realised, all.realised),
                Math.subtractExact(carried, all.carried),
                cash,
                share);
        all.commission -= share.commission;
        all.slippage -= share.slippage;
        all.realised = realised;
        all.carried = carried;
        return trip;
    }

    private static long part(long whole, long part, long of) {
        return part == of ? whole : FixedPoint.multiplyDivide(whole, part, of);
    }
}
