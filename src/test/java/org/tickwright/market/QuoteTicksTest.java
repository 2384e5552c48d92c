package org.tickwright.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class QuoteTicksTest {
    private static QuoteTicks quotes(double askOfSecond) {
        QuoteTicks.Builder builder = new QuoteTicks.Builder(1);
        builder.append(10, 1.5, 100, 1.6, 200);
        builder.append(10, 1.5, 100, askOfSecond, 200);
        builder.append(30, 0, 0, 1.4, 1);
        return builder.build();
    }

    @Test
    void keepsWhatItWasGiven() {
        QuoteTicks quotes = quotes(1.55);
        assertEquals(3, quotes.size());
        assertEquals(10, quotes.time(1));
        assertEquals(1.5, quotes.bid(1));
        assertEquals(100, quotes.bidSize(1));
        assertEquals(1.55, quotes.ask(1));
        assertEquals(200, quotes.askSize(1));
        assertEquals(0, quotes.bid(2), "a side that is not told is 0");
    }

    @Test
    void findsTheFirstQuoteAtOrAfterATime() {
        QuoteTicks quotes = quotes(1.55);
        assertEquals(0, quotes.indexAtOrAfter(10));
        assertEquals(2, quotes.indexAtOrAfter(11));
        assertEquals(3, quotes.indexAtOrAfter(31));
    }

    @Test
    void seesCrossedQuotesWhereBothSidesAreTold() {
        QuoteTicks quotes = quotes(1.45);
        assertFalse(quotes.crossed(0));
        assertTrue(quotes.crossed(1));
        assertFalse(quotes.crossed(2));
    }

    @Test
    void hashesEveryColumn() {
        assertEquals(quotes(1.55).contentHash(), quotes(1.55).contentHash());
        assertNotEquals(quotes(1.55).contentHash(), quotes(1.56).contentHash());
    }

    @Test
    void refusesWhatIsNoQuote() {
        QuoteTicks.Builder builder = new QuoteTicks.Builder(4);
        builder.append(10, 1, 1, 2, 1);
        assertThrows(IllegalArgumentException.class, () -> builder.append(9, 1, 1, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.append(10, -1, 1, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.append(10, 1, Double.NaN, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.append(10, 0, 1, 0, 1));
        assertEquals(1, builder.size());
    }
}
