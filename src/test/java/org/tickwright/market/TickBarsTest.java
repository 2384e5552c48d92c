package org.tickwright.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.market.TradeTicks.Aggressor;

class TickBarsTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final long SECOND = 1_000_000_000L;

    /// Trades over a change of the clocks, many at one time, with quiet hours between.
    private static TradeTicks market(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        TradeTicks.Builder builder = new TradeTicks.Builder(count);
        long time = 1_710_000_000L * SECOND;
        int price = 10_000;
        for (int i = 0; i < count; i++) {
            time += random.nextInt(4) == 0 ? 0 : random.nextLong(20 * SECOND);
            time += random.nextInt(500) == 0 ? 5 * 3600 * SECOND : 0;
            price = Math.max(100, price + random.nextInt(5) - 2);
            builder.append(time, price / 100.0, random.nextInt(1000) / 8.0);
        }
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1s", "5m", "1h", "1d", "1w", "1mo"})
    void areTheBarsThatTradesMakeOneByOne(String timeframe) {
        TradeTicks ticks = market(1, 60_000);
        BarBuilder builder = new BarBuilder(Timeframe.parse(timeframe), NEW_YORK);
        for (int i = 0; i < ticks.size(); i++) {
            builder.trade(ticks.time(i), ticks.price(i), ticks.volume(i));
        }
        Bars wanted = builder.finish();
        Bars made = TickBars.of(ticks, Timeframe.parse(timeframe), NEW_YORK);
        assertTrue(made.size() > 0);
        assertEquals(wanted.contentHash(), made.contentHash());
    }

    @Test
    void spansOfSeveralDaysDoNotDependOnWhereTheTradesBegin() {
        TradeTicks ticks = market(2, 60_000);
        TradeTicks.Builder later = new TradeTicks.Builder(0);
        for (int i = 10_000; i < ticks.size(); i++) {
            later.append(ticks.time(i), ticks.price(i), ticks.volume(i));
        }
        Bars all = TickBars.of(ticks, Timeframe.parse("3d"), NEW_YORK);
        Bars part = TickBars.of(later.build(), Timeframe.parse("3d"), NEW_YORK);
        assertEquals(all.time(all.size() - 1), part.time(part.size() - 1));
        assertEquals(all.close(all.size() - 2), part.close(part.size() - 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1t", "7t", "100t", "500v", "1v", "25000n"})
    void barsOfWhatWasTradedEndWithTheTradeThatFillsThem(String text) {
        TradeTicks ticks = market(3, 5_000);
        Timeframe timeframe = Timeframe.parse(text);
        Bars bars = TickBars.of(ticks, timeframe, NEW_YORK);
        int bar = 0;
        int first = 0;
        double sum = 0;
        for (int i = 0; i < ticks.size(); i++) {
            sum += switch (timeframe.unit()) {
                case TRADE -> 1;
                case VOLUME -> ticks.volume(i);
                default -> ticks.volume(i) * ticks.price(i);
            };
            if (sum >= timeframe.count()) {
                double[] prices = prices(ticks, first, i + 1);
                assertEquals(ticks.price(first), bars.open(bar));
                assertEquals(Arrays.stream(prices).max().orElseThrow(), bars.high(bar));
                assertEquals(Arrays.stream(prices).min().orElseThrow(), bars.low(bar));
                assertEquals(ticks.price(i), bars.close(bar));
                assertTrue(bars.knownAt(bar) >= ticks.time(i), "known no earlier than its last trade");
                assertTrue(bars.time(bar) >= ticks.time(first), "opens no earlier than its first trade");
                bar++;
                first = i + 1;
                sum = 0;
            }
        }
        assertEquals(bar, bars.size());
        assertTrue(bar > 10);
        int[] ends = TickBars.ends(ticks, timeframe);
        assertEquals(bars.size(), ends.length);
        assertEquals(first, ends[ends.length - 1]);
    }

    private static double[] prices(TradeTicks ticks, int from, int to) {
        double[] prices = new double[to - from];
        Arrays.setAll(prices, i -> ticks.price(from + i));
        return prices;
    }

    @Test
    void takesInNothingThatIsDoneAfterItIsKnown() {
        TradeTicks ticks = market(4, 20_000);
        for (String text : new String[] {"5m", "1h", "50t", "1000v", "90000n"}) {
            Timeframe timeframe = Timeframe.parse(text);
            Bars all = TickBars.of(ticks, timeframe, NEW_YORK);
            int bar = all.size() / 2;
            TradeTicks.Builder known = new TradeTicks.Builder(0);
            for (int i = 0; i < ticks.size() && ticks.time(i) <= all.knownAt(bar); i++) {
                if (!timeframe.timed() || ticks.time(i) < all.knownAt(bar)) {
                    known.append(ticks.time(i), ticks.price(i), ticks.volume(i));
                }
            }
            Bars then = TickBars.of(known.build(), timeframe, NEW_YORK);
            for (Bars.Field field : Bars.Field.values()) {
                assertEquals(all.column(field)[bar], then.column(field)[bar], text);
            }
        }
    }

    @Test
    void copiesKeepFromWhenTheyAreKnown() {
        Bars bars = TickBars.of(market(6, 3_000), Timeframe.parse("50t"), NEW_YORK);
        Bars part = bars.slice(10, 20);
        Bars adjusted = AdjustedBars.asOf(bars, CorporateActions.NONE, LocalDate.of(2030, 1, 1));
        assertNotEquals(bars.time(13), bars.knownAt(13));
        assertEquals(bars.knownAt(13), part.knownAt(3));
        assertEquals(bars.contentHash(), adjusted.contentHash());
    }

    @Test
    void keepsOrderAndWhatATradeIs() {
        TradeTicks.Builder builder = new TradeTicks.Builder(0);
        builder.append(10, 5, 1, Aggressor.SELLER);
        builder.append(10, 6, 0, Aggressor.BUYER);
        assertThrows(IllegalArgumentException.class, () -> builder.append(9, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.append(11, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.append(11, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.append(11, 5, -1));
        TradeTicks ticks = builder.build();
        assertEquals(2, ticks.size());
        assertEquals(Aggressor.SELLER, ticks.aggressor(0));
        assertEquals(Aggressor.BUYER, ticks.aggressor(1));
        assertEquals(1, ticks.volume(0));
        builder.append(12, 7, 2);
        assertEquals(Aggressor.UNKNOWN, builder.build().aggressor(0), "told for every trade or for none");
        assertEquals(Aggressor.SELLER, ticks.aggressor(0), "what was built stays");
    }

    @Test
    void findsTimesFromNearAndFarAndPricesThatReachALevel() {
        TradeTicks ticks = market(5, 3_000);
        int[] found = new int[300];
        int[] wanted = new int[300];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < found.length; i++) {
            int from = random.nextInt(ticks.size());
            long time = ticks.time(from) + random.nextLong(2000 * SECOND);
            found[i] = ticks.indexAtOrAfter(from, time);
            wanted[i] = ticks.indexAtOrAfter(time);
            if (wanted[i] < from) {
                wanted[i] = from;
            }
        }
        assertArrayEquals(wanted, found);
        double low = ticks.price(0) - 0.2;
        int at = ticks.firstReaching(0, ticks.size(), low, Double.POSITIVE_INFINITY);
        assertTrue(ticks.price(at) <= low);
        assertEquals(at, ticks.firstReaching(0, at, low, Double.POSITIVE_INFINITY));
    }
}
