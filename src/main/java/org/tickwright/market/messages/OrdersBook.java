package org.tickwright.market.messages;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.tickwright.market.TradeTicks.Aggressor;

/// A book told order by order, as Databento does: what rests at a price is the sum of its orders. A packet is told when
/// its last row came; fills are told by the trade and by what becomes of the orders.
final class OrdersBook {
    private static final int LAST = 128;
    private static final int SNAPSHOT = 32;

    private record Order(boolean bid, BigDecimal price, long size) {}

    /// The orders of one instrument, what rests at each price, and the prices that a packet touched.
    private static final class Side {
        private final Map<String, Order> orders = new HashMap<>();
        private final Map<Boolean, Map<BigDecimal, Long>> rests =
                Map.of(true, new TreeMap<>(Comparator.reverseOrder()), false, new TreeMap<>());
        private final Map<Boolean, Map<BigDecimal, Boolean>> touched =
                Map.of(true, new TreeMap<>(), false, new TreeMap<>());
        private boolean snapshot;

        private void rest(Order order, long change) {
            Map<BigDecimal, Long> side = side(rests, order.bid());
            long now = side.getOrDefault(order.price(), 0L) + change;
            if (now < 0) {
                throw new IllegalArgumentException("less than nothing would rest at " + order.price());
            }
            if (now == 0) {
                side.remove(order.price());
            } else {
                side.put(order.price(), now);
            }
            side(touched, order.bid()).put(order.price(), true);
        }

        private static <T> Map<BigDecimal, T> side(Map<Boolean, Map<BigDecimal, T>> sides, boolean bid) {
            Map<BigDecimal, T> side = sides.get(bid);
            if (side == null) {
                throw new IllegalStateException("A book has two sides");
            }
            return side;
        }

        private void put(String id, Order order) {
            Order before = orders.put(id, order);
            if (before != null) {
                rest(before, -before.size());
            }
            rest(order, order.size());
        }

        private void cancel(String id, long size) {
            Order order = orders.remove(id);
            if (order == null) {
                return;
            }
            long taken = Math.min(size, order.size());
            rest(order, -taken);
            if (taken < order.size()) {
                orders.put(id, new Order(order.bid(), order.price(), order.size() - taken));
            }
        }

        private void clear() {
            orders.clear();
            rests.values().forEach(Map::clear);
            snapshot = true;
        }

        private List<Level> all(boolean bid) {
            List<Level> levels = new ArrayList<>();
            side(rests, bid).forEach((price, size) -> levels.add(new Level(price.toPlainString(), size.toString())));
            return levels;
        }

        private List<Level> changed(boolean bid) {
            List<Level> levels = new ArrayList<>();
            side(touched, bid)
                    .keySet()
                    .forEach(price -> levels.add(new Level(
                            price.toPlainString(),
                            side(rests, bid).getOrDefault(price, 0L).toString())));
            return levels;
        }

        private void told() {
            touched.values().forEach(Map::clear);
            snapshot = false;
        }
    }

    private final Map<String, Side> sides = new HashMap<>();

    /// Takes a row, whose fields are found by their columns.
    void row(BiFunction<String[], String, String> fields, String[] row, String stated, Tape tape) {
        String instrument = fields.apply(row, "instrument_id");
        Side side = sides.computeIfAbsent(instrument, id -> new Side());
        long time = nanos(fields.apply(row, "ts_event"));
        When when = new When(
                sides.size() == 1 && !stated.isBlank() ? stated : instrument,
                time,
                Math.max(time, nanos(fields.apply(row, "ts_recv"))));
        String id = fields.apply(row, "order_id");
        long size = Long.parseLong(fields.apply(row, "size"));
        boolean bid = fields.apply(row, "side").equals("B");
        int flags = Integer.parseInt(fields.apply(row, "flags"));
        switch (fields.apply(row, "action")) {
            case "R" -> side.clear();
            case "A", "M" -> side.put(id, new Order(bid, price(fields.apply(row, "price")), size));
            case "C" -> side.cancel(id, size);
            case "T" ->
                tape.trade(
                        when,
                        new Level(price(fields.apply(row, "price")).toPlainString(), Long.toString(size)),
                        aggressor(fields.apply(row, "side")),
                        -1);
            case "F" -> {
                // The order's own row says what is left of it.
            }
            default ->
                throw new IllegalArgumentException(
                        "'" + fields.apply(row, "action") + "' is nothing that befalls an order");
        }
        boolean whole = (flags & SNAPSHOT) != 0;
        side.snapshot |= whole;
        if ((flags & LAST) != 0) {
            if (side.snapshot) {
                tape.snapshot(when, -1, side.all(true), side.all(false));
            } else if (!side.changed(true).isEmpty() || !side.changed(false).isEmpty()) {
                tape.change(when, new Change(side.changed(true), side.changed(false)));
            }
            side.told();
        }
    }

    private static Aggressor aggressor(String side) {
        return switch (side) {
            case "B" -> Aggressor.BUYER;
            case "A" -> Aggressor.SELLER;
            default -> Aggressor.UNKNOWN;
        };
    }

    private static BigDecimal price(String text) {
        BigDecimal price = new BigDecimal(text).stripTrailingZeros();
        return price.scale() < 0 ? price.setScale(0) : price;
    }

    private static long nanos(String text) {
        Instant at = Instant.parse(text);
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
    }
}
