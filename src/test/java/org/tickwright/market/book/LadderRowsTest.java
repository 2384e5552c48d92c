package org.tickwright.market.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LadderRowsTest {
    private static OrderBook book() {
        OrderBook book = new OrderBook(2, 0);
        book.set(true, 10_003, 5);
        book.set(true, 10_002, 7);
        book.set(true, 9_999, 11);
        book.set(false, 10_004, 3);
        book.set(false, 10_006, 13);
        book.set(false, 10_010, 17);
        return book;
    }

    @Test
    void everyLevelHasItsRowAtOneTick() {
        LadderRows rows = LadderRows.of(BookDepth.of(book(), 100), 1, 10_006, 8);
        assertEquals(10_006, rows.price(0));
        assertEquals(13, rows.ask(0));
        assertEquals(0, rows.ask(1));
        assertEquals(3, rows.ask(2));
        assertEquals(5, rows.bid(3));
        assertEquals(0, rows.ask(3));
        assertEquals(7, rows.bid(4));
        assertEquals(11, rows.bid(7));
        assertEquals(13, rows.most());
    }

    @Test
    void bidsAreGatheredBelowAndAsksAbove() {
        LadderRows rows = LadderRows.of(BookDepth.of(book(), 100), 5, 2_002, 4);
        assertEquals(10_010, rows.price(0));
        assertEquals(30, rows.ask(0));
        assertEquals(3, rows.ask(1));
        assertEquals(12, rows.bid(2));
        assertEquals(11, rows.bid(3));
        assertEquals(10_000, rows.price(2));
    }

    @Test
    void pricesBelowZeroKeepTheirRule() {
        assertEquals(-1, LadderRows.row(-3, 5, true));
        assertEquals(0, LadderRows.row(-3, 5, false));
    }

    @Test
    void aDepthIsACopyOfTheBestLevels() {
        OrderBook book = book();
        BookDepth depth = BookDepth.of(book, 2);
        book.set(true, 10_003, 0);
        assertEquals(2, depth.bids().count());
        assertEquals(10_003, depth.bids().price(0));
        assertEquals(5, depth.bids().size(0));
        assertEquals(2, depth.asks().count());
        assertFalse(depth.oneSided());
        assertTrue(BookDepth.EMPTY.oneSided());
    }

    @Test
    void rowsOfNoHeightAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> LadderRows.of(BookDepth.EMPTY, 0, 0, 1));
    }

    /// Whatever the height of the rows: nothing is lost, no row holds both sides, and the best rows never
    /// promise a better price than the book.
    @Property(tries = 200)
    void nothingIsLostAndNoRowHoldsBothSides(@ForAll long seed, @ForAll @LongRange(min = 1, max = 40) long group) {
        SplittableRandom random = new SplittableRandom(seed);
        OrderBook book = new OrderBook(2, 0);
        for (int i = 0; i < 40; i++) {
            book.set(true, 500 - random.nextInt(200), 1 + random.nextInt(90));
            book.set(false, 501 + random.nextInt(200), 1 + random.nextInt(90));
        }
        LadderRows rows = LadderRows.of(BookDepth.of(book, 1000), group, 800 / group + 1, 1000);
        long bids = 0;
        long asks = 0;
        for (int i = 0; i < rows.count(); i++) {
            assertTrue(rows.bid(i) == 0 || rows.ask(i) == 0, "row " + rows.price(i));
            assertTrue(rows.bid(i) == 0 || rows.price(i) <= book.bids().price(0));
            assertTrue(rows.ask(i) == 0 || rows.price(i) >= book.asks().price(0));
            bids += rows.bid(i);
            asks += rows.ask(i);
        }
        assertEquals(book.bids().total(), bids);
        assertEquals(book.asks().total(), asks);
    }
}
