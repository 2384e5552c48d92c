package org.tickwright.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;
import org.tickwright.risk.ApprovedOrder;

/// The audit record of a run: every order with what became of it, round trips, equity and position at each
/// close.
///
/// While the run goes it only keeps references and primitives; words are made at the end.
final class RunLog {

    /// An order and its end.
    static final class Entry {
        final Order order;

        @Nullable
        Fill fill;

        /// The fills after the first, null where there are none.
        @Nullable
        List<Fill> more;

        @Nullable
        String ending;

        boolean cutByCash;

        /// Why a margin call sent the order; null where the strategy did.
        @Nullable
        String marginCall;

        Entry(Order order) {
            this.order = order;
        }

        void add(Fill next) {
            if (fill == null) {
                fill = next;
                return;
            }
            if (more == null) {
                more = new ArrayList<>();
            }
            more.add(next);
        }

        @Nullable
        Fill lastFill() {
            return more == null ? fill : more.getLast();
        }

        List<Fill> fills() {
            List<Fill> all = new ArrayList<>();
            if (fill != null) {
                all.add(fill);
            }
            if (more != null) {
                all.addAll(more);
            }
            return all;
        }
    }

    /// A closed round trip: the order that opened it, the one that closed it, the fills that took it off
    /// where there were several, and what the ledger said at the end.
    record RoundTrip(Entry entry, Entry exit, @Nullable List<Fill> exits, long realised, long carried, long cash) {}

    private final Scales scales;
    private final int first;
    private final double[] closes;
    private final double[] equity;
    private final double[] position;
    private final List<Entry> entries = new ArrayList<>();
    private final List<RoundTrip> trips = new ArrayList<>();
    private @Nullable Entry opening;
    private @Nullable List<Fill> exits;

    /// A log for the bars `first` (inclusive) to `end` (exclusive).
    RunLog(Scales scales, Bars bars, int first, int end) {
        this.scales = scales;
        this.first = first;
        closes = bars.column(Bars.Field.CLOSE);
        equity = new double[end - first];
        position = new double[end - first];
    }

    void created(Order order) {
        entries.add(new Entry(order));
    }

    /// An order ended before all of it was done.
    void ended(Order order, String reason) {
        entry(order.id()).ending = reason;
    }

    /// An order that a margin call sent, not the strategy.
    void liquidates(Order order, String reason) {
        entry(order.id()).marginCall = reason;
    }

    /// The orders of an instrument that have not ended.
    List<Order> open(int instrument) {
        return entries.stream()
                .map(entry -> entry.order)
                .filter(order ->
                        order.instrument() == instrument && !order.state().terminal())
                .toList();
    }

    void filled(ApprovedOrder approved, Fill fill, Ledger ledger) {
        Entry entry = entry(fill.orderId());
        entry.add(fill);
        entry.cutByCash = approved.cutByCash();
        if (fill.action().entry()) {
            opening = entry;
        } else if (opening != null) {
            left(entry, fill, ledger);
        }
    }

    private void left(Entry entry, Fill fill, Ledger ledger) {
        Entry opened = opening;
        if (exits != null) {
            exits.add(fill);
        }
        if (opened != null && ledger.quantity() == 0) {
            trips.add(new RoundTrip(
                    opened, entry, exits, ledger.realisedSinceFlat(), ledger.carriedSinceFlat(), ledger.cash()));
            opening = null;
            exits = null;
        } else if (exits == null) {
            exits = new ArrayList<>(List.of(fill));
        }
    }

    // Orders are numbered from 1 in the order of their making.
    private Entry entry(long id) {
        return entries.get((int) id - 1);
    }

    /// Marks the closes of the bars `from` to `to` (exclusive), during which nothing was done.
    void mark(int from, int to, Ledger ledger) {
        double held = ledger.quantity() == 0 ? 0 : scales.quantityOf(ledger.quantity());
        Arrays.fill(position, from - first, to - first, held);
        if (held == 0) {
            Arrays.fill(equity, from - first, to - first, Scales.moneyOf(ledger.cash()));
        } else {
            for (int bar = from; bar < to; bar++) {
                equity[bar - first] = Scales.moneyOf(ledger.equityAt(scales.priceUnits(closes[bar])));
            }
        }
    }

    List<Entry> orders() {
        return entries;
    }

    List<RoundTrip> trips() {
        return trips;
    }

    double[] equity() {
        return equity;
    }

    double[] position() {
        return position;
    }
}
