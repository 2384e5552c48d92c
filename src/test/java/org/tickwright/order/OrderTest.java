package org.tickwright.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.order.OrderState.APPROVED;
import static org.tickwright.order.OrderState.CANCELLED;
import static org.tickwright.order.OrderState.CREATED;
import static org.tickwright.order.OrderState.EXPIRED;
import static org.tickwright.order.OrderState.FILLED;
import static org.tickwright.order.OrderState.HELD;
import static org.tickwright.order.OrderState.PARTIALLY_FILLED;
import static org.tickwright.order.OrderState.REJECTED;
import static org.tickwright.order.OrderState.TRIGGERED;
import static org.tickwright.order.OrderState.WORKING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final Map<OrderState, Set<OrderState>> TABLE = Map.of(
            CREATED, EnumSet.of(APPROVED, REJECTED),
            APPROVED, EnumSet.of(HELD, WORKING, REJECTED),
            HELD, EnumSet.of(WORKING, CANCELLED),
            WORKING, EnumSet.of(TRIGGERED, PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED, REJECTED),
            TRIGGERED, EnumSet.of(PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED, REJECTED),
            PARTIALLY_FILLED, EnumSet.of(PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED));

    @Test
    void takesOnlyTheStepsOfTheTable() {
        for (OrderState from : OrderState.values()) {
            Set<OrderState> allowed = TABLE.getOrDefault(from, EnumSet.noneOf(OrderState.class));
            for (OrderState to : OrderState.values()) {
                assertEquals(allowed.contains(to), from.canBecome(to), from + " to " + to);
            }
            assertEquals(allowed.isEmpty(), from.terminal(), from + " is final");
        }
    }

    @Test
    void itsPageShowsTheSameTable() throws IOException {
        Map<String, Set<String>> written = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("docs", "orders-and-fills.md"))) {
            String[] cells = line.split("\\|", -1);
            if (line.startsWith("| `") && cells.length == 4 && cells[1].strip().matches("`[A-Z_]+`")) {
                String from = cells[1].replaceAll("[`\\s]", "");
                if (Arrays.stream(OrderState.values())
                        .anyMatch(state -> state.name().equals(from))) {
                    String to = cells[2].replaceAll("[`\\s]", "");
                    written.put(from, to.isEmpty() ? Set.of() : new TreeSet<>(List.of(to.split(","))));
                }
            }
        }
        Map<String, Set<String>> program = new TreeMap<>();
        for (OrderState from : OrderState.values()) {
            Set<String> next = new TreeSet<>();
            Arrays.stream(OrderState.values()).filter(from::canBecome).forEach(to -> next.add(to.name()));
            program.put(from.name(), next);
        }
        assertEquals(program, written);
    }

    @Test
    void refusesAnIllegalStepAndStaysAsItWas() {
        Order order = working(10);
        order.fill(10);
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> order.become(CANCELLED));
        assertEquals("Order 7 cannot go from FILLED to CANCELLED", refused.getMessage());
        assertEquals(FILLED, order.state());
    }

    @Test
    void fillsInPartsUpToWhatWasOrdered() {
        Order order = working(10);
        order.fill(4);
        assertEquals(PARTIALLY_FILLED, order.state());
        assertThrows(IllegalStateException.class, () -> order.fill(7));
        assertEquals(4, order.filled());
        order.fill(6);
        assertEquals(FILLED, order.state());
        assertEquals(0, order.remaining());
    }

    @Test
    void cannotBeSizedTwiceOrMovedWithoutALevel() {
        Order order = working(10);
        assertThrows(IllegalStateException.class, () -> order.size(5));
        assertThrows(IllegalStateException.class, () -> order.moveTo(5));
        assertEquals(10, order.quantity());
    }

    @Test
    void needsALevelExactlyWhereTheTypeHasOne() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new OrderIntent(
                        Action.EXIT_LONG, OrderType.STOP, TimeInForce.AT_OPEN, OrderIntent.NO_LEVEL, 0, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new OrderIntent(Action.EXIT_LONG, OrderType.MARKET, TimeInForce.AT_OPEN, 5, 0, 0));
    }

    @Property(tries = 500)
    void neverFillsMoreThanOrderedWhateverIsTried(
            @ForAll @LongRange(min = 1, max = 1000) long quantity,
            @ForAll @Size(max = 30) List<@LongRange(min = -5, max = 400) Long> attempts) {
        Order order = working(quantity);
        long filled = 0;
        for (long attempt : attempts) {
            try {
                if (attempt == 0) {
                    order.become(CANCELLED);
                } else {
                    order.fill(attempt);
                    filled += attempt;
                }
            } catch (IllegalStateException refused) {
                assertEquals(filled, order.filled());
            }
            assertTrue(order.filled() <= order.quantity());
            assertEquals(order.state() == FILLED, order.filled() == quantity);
        }
        assertEquals(filled, order.filled());
    }

    private static Order working(long quantity) {
        Order order = new Order(7, OrderIntent.atNextOpen(0, Action.ENTER_LONG, 0, 0));
        order.become(APPROVED);
        order.become(WORKING);
        order.size(quantity);
        return order;
    }
}
