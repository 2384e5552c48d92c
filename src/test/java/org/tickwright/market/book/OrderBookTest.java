package org.tickwright.market.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OrderBookTest {

    /// A book of few prices near 1,000 and some far away, changed at random, beside a sorted map of each side.
    @Property(tries = 200)
    void isWhatASortedMapWouldBe(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        OrderBook book = new OrderBook(2, 3);
        Map<Boolean, TreeMap<Long, Long>> maps = Map.of(
                true, new TreeMap<>(Comparator.reverseOrder()),
                false, new TreeMap<>());
        for (int i = 0; i < 600; i++) {
            boolean bid = random.nextBoolean();
            long price = random.nextInt(8) == 0 ? random.nextLong(1, 5_000) : random.nextLong(960, 1_040);
            long size = random.nextInt(3) == 0 ? 0 : random.nextLong(1, 1_000);
            book.set(bid, price, size);
            TreeMap<Long, Long> map = maps.get(bid);
            if (size == 0) {
                map.remove(price);
            } else {
                map.put(price, size);
            }
            if (random.nextInt(100) == 0) {
                book.keep(20);
                maps.values().forEach(side -> {
                    while (side.size() > 20) {
                        side.pollLastEntry();
                    }
                });
            }
            if (random.nextInt(400) == 0) {
                book.clear();
                maps.values().forEach(TreeMap::clear);
            }
        }
        for (boolean bid : new boolean[] {true, false}) {
            BookSide side = book.side(bid);
            List<Long> prices = new ArrayList<>(maps.get(bid).keySet());
            assertEquals(prices.size(), side.size());
            long total = 0;
            for (int level = 0; level < prices.size(); level++) {
                long price = prices.get(level);
                assertEquals(price, side.price(level));
                assertEquals(maps.get(bid).get(price), side.amount(level));
                assertEquals(side.amount(level), side.amountAt(price));
                assertEquals(level, side.levelOf(price));
                total += side.amount(level);
                assertEquals(total, side.amountWithin(level + 1));
            }
            assertEquals(total, side.total());
            assertEquals(-1, side.levelOf(6_000));
            assertEquals(0, side.amountAt(6_000));
        }
    }

    private static OrderBook small() {
        OrderBook book = new OrderBook(2, 0);
        book.set(true, 9_990, 10);
        book.set(true, 9_980, 40);
        book.set(false, 10_010, 30);
        book.set(false, 10_020, 20);
        return book;
    }

    @Test
    void tellsWhatTradersLookAt() {
        OrderBook book = small();
        assertEquals(0.20, book.spread(), 1e-12);
        assertEquals(100.00, book.mid());
        assertEquals((100.10 * 10 + 99.90 * 30) / 40, book.microprice(), 1e-12);
        assertEquals(-0.5, book.imbalance(1));
        assertEquals(0, book.imbalance(2));
        assertEquals(10_010, book.asks().averagePrice(30));
        assertEquals((30 * 10_010 + 10 * 10_020) / 40.0, book.asks().averagePrice(40));
        assertEquals((10 * 9_990 + 5 * 9_980) / 15.0, book.bids().averagePrice(15));
        assertTrue(Double.isNaN(book.asks().averagePrice(51)));
        assertEquals(99.9, book.price(book.bids().price(0)));
        assertFalse(book.crossed());
        book.set(true, 10_010, 1);
        assertTrue(book.crossed());
    }

    @Test
    void aSideWithoutOrdersHasNoPrices() {
        OrderBook book = new OrderBook(2, 0);
        assertTrue(Double.isNaN(book.mid()) && Double.isNaN(book.spread()) && Double.isNaN(book.microprice()));
        assertTrue(Double.isNaN(book.imbalance(5)));
        assertFalse(book.crossed());
        assertThrows(IndexOutOfBoundsException.class, () -> book.bids().price(0));
        assertThrows(IndexOutOfBoundsException.class, () -> small().bids().amount(2));
    }

    @Test
    void nothingLessThanNothingRests() {
        OrderBook book = small();
        assertThrows(IllegalArgumentException.class, () -> book.set(true, 9_990, -1));
        assertThrows(IllegalArgumentException.class, () -> book.add(true, 9_990, -11));
        book.add(true, 9_990, -10);
        assertEquals(9_980, book.bids().price(0));
        book.add(true, 9_970, 5);
        assertEquals(2, book.bids().size());
    }

    @Test
    void aHoleInTheNumbersIsToldOnceAndHealedByASnapshot() {
        BookSequence sequence = new BookSequence();
        assertEquals(BookSequence.Verdict.EARLY, sequence.next(5, 9));
        sequence.snapshot(100);
        assertEquals(BookSequence.Verdict.OLD, sequence.next(90, 100));
        assertEquals(BookSequence.Verdict.APPLY, sequence.next(95, 103));
        assertEquals(BookSequence.Verdict.APPLY, sequence.next(104, 104));
        assertEquals(BookSequence.Verdict.GAP, sequence.next(107, 110));
        assertFalse(sequence.whole());
        assertEquals(2, sequence.missing());
        assertEquals(BookSequence.Verdict.EARLY, sequence.next(111, 112));
        sequence.snapshot(200);
        assertTrue(sequence.whole());
        assertEquals(BookSequence.Verdict.APPLY, sequence.next(201, 201));
        assertThrows(IllegalArgumentException.class, () -> sequence.next(3, 2));
    }
}
