package org.tickwright.execution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.order.Order;

/// The orders of one instrument that the [RealisticVenue] works or holds back, in the order of their coming.
final class OrderBook {
    private final List<BookedOrder> working = new ArrayList<>();
    private final List<BookedOrder> held = new ArrayList<>();

    List<BookedOrder> working() {
        return working;
    }

    boolean isEmpty() {
        return working.isEmpty() && held.isEmpty();
    }

    void add(BookedOrder order, boolean waitsForParent) {
        (waitsForParent ? held : working).add(order);
    }

    void remove(BookedOrder order) {
        working.remove(order);
        held.remove(order);
    }

    /// A held order works from now on, behind those that already do.
    void release(BookedOrder order) {
        held.remove(order);
        working.add(order);
    }

    @Nullable
    BookedOrder find(Order order) {
        for (BookedOrder booked : working) {
            if (booked.order == order) {
                return booked;
            }
        }
        for (BookedOrder booked : held) {
            if (booked.order == order) {
                return booked;
            }
        }
        return null;
    }

    /// Whether an order waits for the next price, whatever it is.
    boolean busy() {
        for (BookedOrder booked : working) {
            if (booked.takesAny() || booked.immediate() || booked.atOpen() || booked.onClose()) {
                return true;
            }
        }
        return false;
    }

    /// The lowest level that a rising price meets; the largest number if there is none.
    long lowestAbove() {
        long lowest = Long.MAX_VALUE;
        for (BookedOrder booked : working) {
            lowest = booked.above() && !booked.takesAny() ? Math.min(lowest, booked.level()) : lowest;
        }
        return lowest;
    }

    /// The highest level that a falling price meets; the smallest number if there is none.
    long highestBelow() {
        long highest = Long.MIN_VALUE;
        for (BookedOrder booked : working) {
            highest = booked.above() || booked.takesAny() ? highest : Math.max(highest, booked.level());
        }
        return highest;
    }

    /// The first bar after which an order's time is over.
    int firstEnd() {
        int first = Integer.MAX_VALUE;
        for (BookedOrder booked : working) {
            first = Math.min(first, booked.lastBar());
        }
        return first;
    }

    /// Whether an order of that number works or waits.
    boolean works(long id) {
        for (BookedOrder booked : working) {
            if (booked.order.id() == id) {
                return true;
            }
        }
        for (BookedOrder booked : held) {
            if (booked.order.id() == id) {
                return true;
            }
        }
        return false;
    }

    /// The orders that another one sends.
    List<BookedOrder> childrenOf(Order parent) {
        List<BookedOrder> children = new ArrayList<>();
        for (BookedOrder booked : held) {
            if (booked.order.intent().terms().parent() == parent.id()) {
                children.add(booked);
            }
        }
        return children;
    }

    /// Those that already work of the orders that another one sent and that only reduce.
    List<BookedOrder> guardsOf(Order parent) {
        List<BookedOrder> guards = new ArrayList<>();
        for (BookedOrder booked : working) {
            if (booked.order.intent().terms().parent() == parent.id() && booked.reduceOnly()) {
                guards.add(booked);
            }
        }
        return guards;
    }

    /// The others of an order's group.
    List<BookedOrder> groupOf(Order order) {
        long group = order.intent().terms().group();
        List<BookedOrder> others = new ArrayList<>();
        if (group != 0) {
            collect(working, group, order, others);
            collect(held, group, order, others);
        }
        return others;
    }

    private static void collect(List<BookedOrder> from, long group, Order except, List<BookedOrder> into) {
        for (BookedOrder booked : from) {
            if (booked.order.intent().terms().group() == group && booked.order != except) {
                into.add(booked);
            }
        }
    }
}
