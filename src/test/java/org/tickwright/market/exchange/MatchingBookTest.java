package org.tickwright.market.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tickwright.market.feed.BookLevels;

class MatchingBookTest {
    private record Fill(long owner, long price, long size, long left) {}

    private final List<Fill> fills = new ArrayList<>();

    private void fill(long owner, long price, long size, long left) {
        fills.add(new Fill(owner, price, size, left));
    }

    @Test
    void theBestPriceComesFirstAndAtOnePriceWhoCameFirst() {
        MatchingBook book = new MatchingBook();
        book.rest(1, false, 102, 5);
        book.rest(2, false, 101, 4);
        book.rest(3, false, 101, 3);
        book.rest(4, true, 99, 7);
        assertEquals(0, book.take(true, 102, 9, this::fill));
        assertEquals(List.of(new Fill(2, 101, 4, 0), new Fill(3, 101, 3, 0), new Fill(1, 102, 2, 3)), fills);
        assertEquals(new BookLevels(new long[] {102}, new long[] {3}), book.levels(false));
        assertEquals(4, book.take(true, 101, 4, this::fill));
        assertEquals(1, book.orders(true));
    }

    @Test
    void aSmallerOrderKeepsItsPlace() {
        MatchingBook book = new MatchingBook();
        int first = book.rest(1, true, 99, 10);
        book.rest(2, true, 99, 10);
        book.reduce(first, 6);
        book.changes(true);
        assertEquals(0, book.take(false, 99, 8, this::fill));
        assertEquals(List.of(new Fill(1, 99, 6, 0), new Fill(2, 99, 2, 8)), fills);
        assertEquals(new BookLevels(new long[] {99}, new long[] {8}), book.changes(true));
        assertEquals(BookLevels.NONE, book.changes(true));
    }

    private static final class Plain {
        private final long owner;
        private final boolean bid;
        private final long price;
        private final int number;
        private long left;

        private Plain(long owner, boolean bid, long price, int number, long left) {
            this.owner = owner;
            this.bid = bid;
            this.price = price;
            this.number = number;
            this.left = left;
        }
    }

    /// Against a list that is sorted anew for every order.
    @Property(tries = 100)
    void itMatchesAsAPlainListDoes(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MatchingBook book = new MatchingBook();
        List<Plain> plain = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            boolean buy = random.nextBoolean();
            long price = 95 + random.nextInt(11);
            long size = 1 + random.nextInt(9);
            if (random.nextInt(4) == 0 && !plain.isEmpty()) {
                Plain gone = plain.remove(random.nextInt(plain.size()));
                book.cancel(slotOf(book, gone));
            } else {
                long left = take(plain, buy, price, size);
                List<Fill> expected = List.copyOf(fills);
                fills.clear();
                assertEquals(left, book.take(buy, price, size, this::fill));
                assertEquals(expected, fills);
                fills.clear();
                if (left > 0) {
                    book.rest(i, buy, price, left);
                    plain.add(new Plain(i, buy, price, i, left));
                }
            }
            assertEquals(levels(plain, true), book.levels(true));
            assertEquals(levels(plain, false), book.levels(false));
        }
        assertTrue(book.orders(true) + book.orders(false) == plain.size());
    }

    private static int slotOf(MatchingBook book, Plain order) {
        for (int i = 0; i < book.orders(order.bid); i++) {
            int slot = book.slot(order.bid, i);
            if (book.owner(slot) == order.owner) {
                return slot;
            }
        }
        throw new AssertionError("Not in the book: " + order.owner);
    }

    private long take(List<Plain> plain, boolean buy, long limit, long size) {
        fills.clear();
        List<Plain> others = plain.stream()
                .filter(o -> o.bid != buy && (buy ? o.price <= limit : o.price >= limit))
                .sorted(Comparator.<Plain>comparingLong(o -> buy ? o.price : -o.price)
                        .thenComparing(o -> o.number))
                .toList();
        long left = size;
        for (Plain other : others) {
            long filled = Math.min(left, other.left);
            if (filled > 0) {
                left -= filled;
                other.left -= filled;
                fills.add(new Fill(other.owner, other.price, filled, other.left));
            }
        }
        plain.removeIf(o -> o.left == 0);
        return left;
    }

    private static BookLevels levels(List<Plain> plain, boolean bid) {
        long[] prices = plain.stream()
                .filter(o -> o.bid == bid)
                .mapToLong(o -> bid ? -o.price : o.price)
                .distinct()
                .sorted()
                .map(key -> bid ? -key : key)
                .toArray();
        long[] sizes = new long[prices.length];
        for (int i = 0; i < prices.length; i++) {
            for (Plain order : plain) {
                sizes[i] += order.bid == bid && order.price == prices[i] ? order.left : 0;
            }
        }
        return new BookLevels(prices, sizes);
    }
}
