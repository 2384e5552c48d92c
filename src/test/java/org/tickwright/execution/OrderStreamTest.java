package org.tickwright.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.order.OrderState;
import org.tickwright.order.OrderTerms;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Account;
import org.tickwright.portfolio.Scales;

/// Random streams of orders, changes and bars: what must hold after every single event.
class OrderStreamTest {
    private static final List<TimeInForce> TIMES = List.of(
            TimeInForce.AT_OPEN,
            TimeInForce.AT_NEXT_CLOSE,
            TimeInForce.DAY,
            TimeInForce.GOOD_TILL_CANCELLED,
            TimeInForce.GOOD_TILL_DATE,
            TimeInForce.IMMEDIATE_OR_CANCEL,
            TimeInForce.FILL_OR_KILL);

    /// A stream with the figures that were seen on the way.
    private static final class Stream {
        private final SplittableRandom random;
        private final Bars bars;
        private final Stage stage;
        private final double participation;
        private final Map<Long, OrderState> seen = new java.util.HashMap<>();
        private final Map<OrderState, Set<OrderState>> reachable = new EnumMap<>(OrderState.class);
        final Set<OrderState> states = EnumSet.noneOf(OrderState.class);
        final Set<Fill.Trigger> triggers = EnumSet.noneOf(Fill.Trigger.class);
        private final Set<Long> filledThisBar = new HashSet<>();
        private double doneThisBar;
        private int checkedFills;
        private long position;
        private BigInteger cash;
        private int bar;
        private int phase;

        Stream(long seed, int events) {
            random = new SplittableRandom(seed);
            bars = market(random, events);
            participation = random.nextBoolean() ? 0.1 : 1;
            stage = Stage.with(bars)
                    .costing(random.nextInt(20), random.nextInt(20))
                    .participating(participation)
                    .resolving(IntrabarPolicy.seeded(seed));
            cash = BigInteger.valueOf(stage.ledger.cash());
        }

        private static Bars market(SplittableRandom random, int count) {
            Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, count);
            double price = 100;
            for (int i = 0; i < count; i++) {
                double open = cents(price * (1 + 0.02 * (random.nextDouble() - 0.5)));
                double close = cents(open * (1 + 0.03 * (random.nextDouble() - 0.5)) * Math.pow(100 / open, 0.01));
                double high = cents(Math.max(open, close) + random.nextInt(200) / 100.0);
                double low = cents(Math.min(open, close) - random.nextInt(200) / 100.0);
                double volume = random.nextInt(10) == 0 ? 0 : random.nextInt(4000);
                bars.append(i * Stage.DAY, open, high, low, close, volume);
                price = close;
            }
            return bars;
        }

        private static double cents(double price) {
            return Math.rint(price * 100) / 100;
        }

        void run(int events) {
            for (int event = 0; event < events; event++) {
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> send();
                    case 3 -> pick().ifPresent(order -> stage.venue().cancel(order, "By chance."));
                    case 4 -> pick().ifPresent(this::change);
                    default -> play();
                }
                check();
            }
        }

        private java.util.Optional<Order> pick() {
            List<Order> live = new ArrayList<>();
            int recent = Math.max(0, stage.orders.size() - 40);
            for (Order order : stage.orders.subList(recent, stage.orders.size())) {
                if (!order.state().terminal()) {
                    live.add(order);
                }
            }
            return live.isEmpty()
                    ? java.util.Optional.empty()
                    : java.util.Optional.of(live.get(random.nextInt(live.size())));
        }

        private void send() {
            OrderType type = OrderType.values()[random.nextInt(OrderType.values().length)];
            TimeInForce time = TIMES.get(random.nextInt(TIMES.size()));
            Action action = Action.values()[random.nextInt(4)];
            OrderTerms terms = OrderTerms.NONE.until(bars.time(Math.min(bar + random.nextInt(6), bars.size() - 1)));
            terms = type == OrderType.STOP_LIMIT ? terms.limitedTo(stage.units(near())) : terms;
            terms = random.nextInt(3) == 0 ? terms.inGroup(1 + random.nextInt(4)) : terms;
            terms = random.nextInt(4) == 0 ? terms.reducing() : terms;
            Order parent = random.nextInt(3) == 0 ? pick().orElse(null) : null;
            terms = parent == null ? terms : terms.after(parent.id());
            stage.send(action, type, time, near(), 1 + random.nextInt(600), terms);
        }

        /// A price around the market of now.
        private double near() {
            return cents(bars.close(Math.min(bar, bars.size() - 1)) + (random.nextInt(801) - 400) / 100.0);
        }

        private void change(Order order) {
            if (random.nextBoolean() && order.intent().type().hasLevel()) {
                stage.venue().move(order, stage.units(near()));
            } else if (order.intent().type() == OrderType.STOP_LIMIT) {
                stage.venue().moveLimit(order, stage.units(near()));
            } else {
                stage.venue().resize(order, order.filled() + stage.quantity(1 + random.nextInt(600)));
            }
        }

        /// The next part of a bar.
        private void play() {
            if (bar == bars.size()) {
                return;
            }
            switch (phase++) {
                case 0 -> {
                    filledThisBar.clear();
                    doneThisBar = 0;
                    stage.venue().open(bar);
                }
                case 1 -> stage.venue().range(bar);
                default -> {
                    stage.venue().close(bar++);
                    phase = 0;
                }
            }
        }

        private void check() {
            Scales scales = stage.ledger.scales();
            for (; checkedFills < stage.fills.size(); checkedFills++) {
                Fill fill = stage.fills.get(checkedFills);
                int sign = fill.action().side().sign();
                position += sign * fill.quantity();
                BigInteger value = BigInteger.valueOf(scales.value(fill.quantity(), fill.price()));
                cash = cash.subtract(value.multiply(BigInteger.valueOf(sign)))
                        .subtract(BigInteger.valueOf(fill.commission()));
                assertTrue(filledThisBar.add(fill.orderId()), "no bar fills an order twice");
                doneThisBar += scales.quantityOf(fill.quantity());
                assertTrue(doneThisBar <= participation * bars.volume(fill.index()), "no more than its share");
                triggers.add(fill.trigger());
            }
            assertEquals(position, stage.ledger.quantity(), "the position is the sum of the fills");
            assertEquals(cash, BigInteger.valueOf(stage.ledger.cash()), "so is the cash");
            assertEquals(0, stage.ledger.imbalance(), "assets are what they are financed by");
            assertEquals(
                    stage.ledger.equity(),
                    stage.ledger.cash()
                            + stage.ledger.balance(Account.POSITION)
                            + stage.ledger.balance(Account.REVALUATION));
            for (Order order : stage.orders.subList(Math.max(0, stage.orders.size() - 60), stage.orders.size())) {
                OrderState before = seen.put(order.id(), order.state());
                assertTrue(before == null || reaches(before, order.state()), order + " was " + before);
                assertTrue(order.filled() <= order.quantity() && order.filled() >= 0, order.toString());
                states.add(order.state());
            }
        }

        /// Whether the table has a way from one state to another.
        private boolean reaches(OrderState from, OrderState to) {
            return from == to
                    || reachable.computeIfAbsent(from, Stream::allFrom).contains(to);
        }

        private static Set<OrderState> allFrom(OrderState from) {
            Set<OrderState> all = EnumSet.noneOf(OrderState.class);
            List<OrderState> open = new ArrayList<>(List.of(from));
            while (!open.isEmpty()) {
                OrderState state = open.removeLast();
                for (OrderState next : OrderState.values()) {
                    if (state.canBecome(next) && all.add(next)) {
                        open.add(next);
                    }
                }
            }
            return all;
        }
    }

    private static void hold(int events) {
        Set<OrderState> states = EnumSet.noneOf(OrderState.class);
        Set<Fill.Trigger> triggers = EnumSet.noneOf(Fill.Trigger.class);
        for (long seed = 0; seed < 10; seed++) {
            Stream stream = new Stream(seed, events / 10);
            stream.run(events / 10);
            states.addAll(stream.states);
            triggers.addAll(stream.triggers);
        }
        assertEquals(
                EnumSet.complementOf(EnumSet.of(OrderState.CREATED, OrderState.APPROVED)),
                states,
                "a stream that leaves states out tests little");
        assertEquals(EnumSet.allOf(Fill.Trigger.class), triggers);
    }

    @Test
    void holdsAfterEachOfFiveThousandEvents() {
        hold(5_000);
    }

    @Test
    @Tag("nightly")
    void holdsAfterEachOfAHundredThousandEvents() {
        hold(100_000);
    }

    @Test
    void numbersBeyondTheRangeAreAnErrorAndNeverWrap() {
        SplittableRandom random = new SplittableRandom(1);
        int errors = 0;
        int exact = 0;
        for (int i = 0; i < 2000; i++) {
            double price = Math.pow(10, -5 + 16 * random.nextDouble());
            double quantity = Math.rint(Math.pow(10, 12 * random.nextDouble()));
            try {
                exact += agrees(price, quantity) ? 1 : 0;
            } catch (ArithmeticException leftTheRange) {
                errors++;
            }
        }
        assertTrue(errors > 100 && exact > 100, errors + " errors, " + exact + " exact");
    }

    /// Buys and sells on two bars and compares with the same in big decimals; false where there was no trade.
    private static boolean agrees(double price, double quantity) {
        Bars bars = Stage.bars(
                Timeframe.DAY,
                ZoneOffset.UTC,
                0,
                Stage.bar(price, price, price, price, 0),
                Stage.bar(1.01 * price, 1.01 * price, 1.01 * price, 1.01 * price, 0));
        Stage stage = Stage.with(bars).fractional();
        BigDecimal cash = BigDecimal.valueOf(stage.ledger.cash(), 8);
        long units = new BigDecimal(quantity)
                .movePointRight(stage.ledger.scales().quantity())
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact();
        assertTrue(units > 0);
        stage.buy(OrderType.MARKET, TimeInForce.GOOD_TILL_CANCELLED, 0, quantity);
        stage.play(1);
        stage.sell(OrderType.MARKET, TimeInForce.GOOD_TILL_CANCELLED, 0, quantity);
        stage.play(1);
        for (Fill fill : stage.fills) {
            BigDecimal value = BigDecimal.valueOf(
                            fill.quantity(), stage.ledger.scales().quantity())
                    .multiply(BigDecimal.valueOf(
                            fill.price(), stage.ledger.scales().price()))
                    .setScale(8, RoundingMode.HALF_EVEN);
            cash = fill.action().side().sign() > 0 ? cash.subtract(value) : cash.add(value);
        }
        assertEquals(cash, BigDecimal.valueOf(stage.ledger.cash(), 8));
        return !stage.fills.isEmpty();
    }
}
