package org.tickwright.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Phrase;
import org.tickwright.market.Bars;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.portfolio.EquityColumn;
import org.tickwright.portfolio.Holding;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;
import org.tickwright.risk.ApprovedOrder;

/// The audit record of a run: every order with what became of it, round trips, equity and position at each
/// close.
///
/// While the run goes it only keeps references and primitives; words are made at the end.
final class RunLog {
    private static final int MOST_WAITING = 4096;

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

        /// What its size came to, in words; null where there is nothing to say.
        @Nullable
        Phrase size;

        /// Why a margin call sent the order; null where the strategy did.
        @Nullable
        String marginCall;

        /// The weight that the order is to reach; NaN where it has none.
        double weight = Double.NaN;

        /// True where it takes a part off the position on purpose, which is then a trade of its own.
        boolean part;

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
    /// where there were several, and what the ledger said at the end. `share` is the part of the entries that
    /// it closes where that is not all of what the opening order did.
    record RoundTrip(
            Entry entry,
            Entry exit,
            @Nullable List<Fill> exits,
            long realised,
            long carried,
            long cash,
            OpenTrade.@Nullable Share share) {}

    private final Ledger ledger;
    private final int first;
    private final double[] equity;
    private final double[][] positions;
    private final List<Entry> entries = new ArrayList<>();
    private final List<RoundTrip> trips = new ArrayList<>();
    private final OpenTrade[] open;
    private final EquityColumn marks;
    private final EquityFigures figures;
    private @Nullable RunRecords records;
    private int figured;
    private int waiting;

    /// A log for the base bars `first` (inclusive) to `end` (exclusive) of an account that began with so much
    /// capital.
    RunLog(Ledger ledger, double capital, Bars base, int first, int end) {
        this.ledger = ledger;
        this.first = first;
        equity = new double[end - first];
        positions = new double[ledger.instruments()][end - first];
        marks = new EquityColumn(ledger, base.column(Bars.Field.CLOSE), first, equity, positions[0]);
        figures = new EquityFigures(capital, equity, positions[0]);
        open = new OpenTrade[ledger.instruments()];
        Arrays.setAll(open, i -> new OpenTrade(ledger.holding(i)));
    }

    /// Says who is to hear of fills and trades; before the first.
    void tell(RunRecords listener) {
        records = listener;
    }

    void created(Order order) {
        entries.add(new Entry(order));
    }

    /// An order ended before all of it was done.
    void ended(Order order, String reason) {
        entry(order.id()).ending = reason;
    }

    /// An order that is to reach a weight; `part` where it takes only a part off the position.
    void weighs(Order order, double weight, boolean part) {
        Entry entry = entry(order.id());
        entry.weight = weight;
        entry.part = part;
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

    /// A fill, after the ledger has it.
    void filled(ApprovedOrder approved, Fill fill) {
        Entry entry = entry(fill.orderId());
        boolean before = entry.fill != null;
        entry.add(fill);
        entry.cutByCash = approved.cutByCash();
        entry.size = approved.sizeInWords();
        if (records != null && !before) {
            records.filled(entry);
        }
        if (fill.action().entry()) {
            open[fill.instrument()].entered(entry, fill);
        } else {
            RoundTrip trip = open[fill.instrument()].left(entry, fill, ledger.cash());
            if (trip != null) {
                trips.add(trip);
                if (records != null) {
                    records.closed(trip);
                }
            }
        }
    }

    // Orders are numbered from 1 in the order of their making.
    Entry entry(long id) {
        return entries.get((int) id - 1);
    }

    /// Marks the closes of the bars `from` to `to` (exclusive), during which nothing was done, of an account
    /// whose only instrument is the base. What is held from bar to bar is marked in one go, once something else
    /// is held or a block is full.
    void mark(int from, int to) {
        if (marks.changed() || from - first - figured >= MOST_WAITING) {
            settle();
            marks.note();
        }
        waiting = to - first;
    }

    /// Where marking failed: the bar at which it did.
    int unmarked() {
        return first + marks.exactRow();
    }

    /// Marks what waits.
    void settle() {
        if (waiting > figured) {
            if (marks.mark(figured, waiting)) {
                figures.add(waiting);
            } else {
                figures.rest(waiting);
            }
            figured = waiting;
        }
    }

    /// Marks the close of a base bar, every instrument at its last known price.
    void mark(int bar) {
        equity[bar - first] = Scales.moneyOf(ledger.equity());
        for (int i = 0; i < positions.length; i++) {
            Holding holding = ledger.holding(i);
            positions[i][bar - first] = holding.scales().quantityOf(holding.quantity());
        }
    }

    List<Entry> orders() {
        return entries;
    }

    List<RoundTrip> trips() {
        return trips;
    }

    /// The figures of an account whose only instrument is the base.
    EquityBlocks.Figures figures() {
        return figures.add(equity.length).figures();
    }

    double[] equity() {
        return equity;
    }

    /// Units held of an instrument at each close.
    double[] position(int instrument) {
        return positions[instrument];
    }
}
