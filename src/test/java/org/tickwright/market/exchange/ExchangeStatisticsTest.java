package org.tickwright.market.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.kernel.DoubleColumn;
import org.tickwright.market.book.BookSequence;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedInstrument;
import org.tickwright.market.feed.KeptBook;

/// What is known of markets holds of the simulated one (after Cont, "Empirical properties of asset returns", 2001).
class ExchangeStatisticsTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final long START = Instant.parse("2026-02-02T00:00:00Z").getEpochSecond() * 1_000_000_000L;
    private static final int DAYS = 8;

    /// What was seen of one instrument.
    private static final class Seen {
        private final DoubleColumn closes = new DoubleColumn(4096);
        private final DoubleColumn spreads = new DoubleColumn(4096);
        private final DoubleColumn depths = new DoubleColumn(4096);
        private final long[] trades = new long[390];
        private double price;
        private int crossed;
    }

    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, KeptBook> books = new HashMap<>();
    private long events;
    private double seconds;

    private void run(ExchangeSettings settings) {
        try (SimulatedExchange exchange = new SimulatedExchange(settings)) {
            for (FeedInstrument instrument : exchange.instruments()) {
                seen.put(instrument.symbol(), new Seen());
                books.put(instrument.symbol(), new KeptBook(instrument));
            }
            long last = exchange.time() / MINUTE;
            long day = -1;
            int days = 0;
            while (true) {
                FeedEvent event = exchange.next();
                long minute = event.time() / MINUTE;
                if (minute / 1440 != day) {
                    day = minute / 1440;
                    if (++days > DAYS) {
                        return;
                    }
                    seen.values().forEach(s -> s.closes.append(Double.NaN));
                    last = minute;
                }
                if (minute > last) {
                    seconds += 60.0 * (minute - last);
                    last = minute;
                    sample();
                }
                events++;
                take(event);
            }
        }
    }

    private void sample() {
        seen.forEach((symbol, s) -> {
            KeptBook book = books.get(symbol);
            s.closes.append(s.price);
            s.spreads.append(book.book().spread() * Math.pow(10, book.book().priceDecimals()));
            s.depths.append(
                    Math.min(book.book().bids().size(), book.book().asks().size()));
        });
    }

    private void take(FeedEvent event) {
        switch (event) {
            case FeedEvent.Trade trade -> {
                Seen s = seen.get(trade.symbol());
                s.price = trade.price();
                int minute = (int) (trade.time() / MINUTE % 1440 - 14 * 60 - 30);
                if (minute >= 0 && minute < 390) {
                    s.trades[minute]++;
                }
            }
            case FeedEvent.BookSnapshot snapshot -> books.get(snapshot.symbol()).take(snapshot);
            case FeedEvent.BookChange change -> {
                KeptBook book = books.get(change.symbol());
                book.take(change);
                if (book.book().crossed()) {
                    seen.get(change.symbol()).crossed++;
                }
            }
            default -> {
                // Quotes say what the book says.
            }
        }
    }

    private static double[] returns(DoubleColumn closes) {
        return returns(closes, 1);
    }

    private static double[] returns(DoubleColumn closes, int minutes) {
        List<Double> all = new ArrayList<>();
        for (int i = minutes; i < closes.size(); i += minutes) {
            if (closes.get(i - minutes) > 0 && closes.get(i) > 0) {
                all.add(Math.log(closes.get(i) / closes.get(i - minutes)));
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return sum / x.length;
    }

    private static double correlation(double[] x, double[] y, int lag) {
        double mx = mean(x);
        double my = mean(y);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
            if (i + lag < x.length) {
                xy += (x[i + lag] - mx) * (y[i] - my);
            }
        }
        return xy / Math.sqrt(xx * yy);
    }

    private static double excessKurtosis(double[] x) {
        double m = mean(x);
        double two = 0;
        double four = 0;
        for (double v : x) {
            two += (v - m) * (v - m);
            four += Math.pow(v - m, 4);
        }
        return four * x.length / (two * two) - 3;
    }

    private static double[] absolute(double[] x) {
        return java.util.Arrays.stream(x).map(Math::abs).toArray();
    }

    private static double mean(DoubleColumn x) {
        return mean(java.util.Arrays.stream(x.toArray())
                .filter(v -> !Double.isNaN(v))
                .toArray());
    }

    @Test
    void returnsHaveFatTailsAndWavesOfVolatilityAndNoMemory() {
        run(ExchangeSettings.of(7, START).withEventsPerSecond(30).withCalendar("XNYS"));
        seen.forEach((symbol, s) -> {
            double[] r = returns(s.closes);
            double[] size = absolute(r);
            assertTrue(r.length > 380 * DAYS, () -> symbol + " has " + r.length + " returns");
            assertTrue(excessKurtosis(r) > 1, () -> symbol + " has an excess kurtosis of " + excessKurtosis(r));
            for (int lag = 1; lag <= 20; lag++) {
                double memory = correlation(size, size, lag);
                assertTrue(memory > 0.05, symbol + " forgets how wild it was: " + memory + " at lag " + lag);
                double repeated = correlation(r, r, lag);
                assertTrue(Math.abs(repeated) < 0.08, symbol + " can be foretold: " + repeated + " at lag " + lag);
            }
            assertEquals(0, s.crossed, symbol);
            double spread = mean(s.spreads);
            assertTrue(spread >= 1 && spread < 8, symbol + " has a spread of " + spread + " ticks");
            double depth = mean(s.depths);
            assertTrue(depth > 5 && depth < 40, symbol + " has " + depth + " prices a side");
        });
        assertEquals(30, events / seconds, 3);
    }

    /// Over five minutes: over shorter spans prices that are old by some seconds hide some of it (Epps, 1979).
    @Test
    void instrumentsMoveTogetherAsMuchAsWasAskedFor() {
        run(ExchangeSettings.of(8, START).withEventsPerSecond(30).withCalendar("XNYS"));
        List<double[]> all =
                seen.values().stream().map(s -> returns(s.closes, 5)).toList();
        assertEquals(0.6, correlation(all.get(0), all.get(1), 0), 0.1);
        assertEquals(0.6, correlation(all.get(0), all.get(2), 0), 0.1);
        assertEquals(0.6, correlation(all.get(1), all.get(2), 0), 0.1);
    }

    @Test
    void bothEndsOfTheSessionAreBusierThanNoon() {
        run(ExchangeSettings.of(9, START).withEventsPerSecond(10).withCalendar("XNYS"));
        long[] trades = new long[3];
        for (Seen s : seen.values()) {
            for (int minute = 0; minute < 390; minute++) {
                int part = minute / 15;
                int hour = part < 4 ? 0 : part >= 22 ? 2 : part >= 11 && part < 15 ? 1 : -1;
                if (hour >= 0) {
                    trades[hour] += s.trades[minute];
                }
            }
        }
        assertTrue(trades[0] > 1.15 * trades[1], trades[0] + " and " + trades[1]);
        assertTrue(trades[2] > 1.15 * trades[1], trades[2] + " and " + trades[1]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1_000, 100_000})
    void theFeedIsAsBusyAsAskedForAndTheBookStaysSound(double rate) {
        long end = START + (long) (Math.min(40_000, 2_000_000 / rate) * 1e9);
        long count = 0;
        long crossed = 0;
        try (SimulatedExchange exchange =
                new SimulatedExchange(ExchangeSettings.of(3, START).withEventsPerSecond(rate))) {
            exchange.instruments().forEach(i -> books.put(i.symbol(), new KeptBook(i)));
            for (FeedEvent event = exchange.next(); event.time() < end; event = exchange.next()) {
                count++;
                switch (event) {
                    case FeedEvent.BookSnapshot snapshot ->
                        books.get(snapshot.symbol()).take(snapshot);
                    case FeedEvent.BookChange change -> {
                        assertEquals(
                                BookSequence.Verdict.APPLY,
                                books.get(change.symbol()).take(change));
                        crossed += books.get(change.symbol()).book().crossed() ? 1 : 0;
                    }
                    default -> {
                        // Only the books are looked at.
                    }
                }
            }
        }
        assertEquals(0, crossed);
        double perSecond = count / ((end - START) / 1e9);
        // The first hours of a day are busier than its noon.
        assertTrue(perSecond > 0.7 * rate && perSecond < 2 * rate, perSecond + " events per second");
    }
}
