package org.tickwright.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickwright.desktop.chart.plot.RecordingSurface;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.TickBars;
import org.tickwright.market.TickInfo;
import org.tickwright.market.TickKey;
import org.tickwright.market.TickOrigin;
import org.tickwright.market.TickStore;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.TradeTicks.Aggressor;
import org.tickwright.market.VolumeProfile;

class OrderFlowTest {
    private static final SeriesKey MINUTES = new SeriesKey("ACME", Timeframe.MINUTE);
    private static final long SECOND = 1_000_000_000L;

    private final TradeTicks trades = walk(6_000);
    private final Bars bars = TickBars.of(trades, Timeframe.MINUTE, ZoneOffset.UTC);
    private final Fixture.Tasks tasks = new Fixture.Tasks();
    private final ChartModel chart = new ChartModel();
    private final List<String> troubles = new ArrayList<>();
    private long told = trades.size();
    private int reads;

    @BeforeEach
    void follow() {
        TradeSource source = new TradeSource(store(), null);
        assertNotNull(new OrderFlow(chart, tasks, source, () -> false, troubles::add));
        chart.show(ChartSeries.of(MINUTES, bars, false));
    }

    /// A trade every second, in cents.
    private static TradeTicks walk(int count) {
        SplittableRandom random = new SplittableRandom(5);
        TradeTicks.Builder builder = new TradeTicks.Builder(count);
        int price = 10_000;
        for (int i = 0; i < count; i++) {
            price += random.nextInt(5) - 2;
            Aggressor side = random.nextBoolean() ? Aggressor.BUYER : Aggressor.SELLER;
            builder.append(i * SECOND, price / 100.0, 1 + random.nextInt(9), side);
        }
        return builder.build();
    }

    /// A store with the trades and nothing else, that counts how often it is read.
    private TickStore store() {
        return (TickStore) Proxy.newProxyInstance(
                TickStore.class.getClassLoader(), new Class<?>[] {TickStore.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "find" -> {
                            return Optional.of(new TickInfo(
                                    TickKey.trades("ACME"),
                                    1,
                                    told,
                                    trades.time(0),
                                    trades.time(trades.size() - 1),
                                    "",
                                    new TickOrigin(ZoneOffset.UTC, "test", false)));
                        }
                        case "trades" -> {
                            reads++;
                            int from = trades.indexAtOrAfter((long) arguments[1]);
                            int to = trades.indexAtOrAfter((long) arguments[2]);
                            return Optional.of(trades.slice(from, to));
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                });
    }

    private RecordingSurface frame() {
        Fixture.draw(chart);
        return Fixture.draw(chart);
    }

    private static boolean says(RecordingSurface surface, String text) {
        return surface.texts().stream().anyMatch(words -> words.text().equals(text));
    }

    @Test
    void theProfileIsThatOfTheTradesOfTheBarsInView() {
        chart.profile().set(true);
        chart.showRange(new VisibleRange(10, 30));
        RecordingSurface surface = frame();
        VolumeProfile shown = profile();
        int from = chart.time().first();
        int to = chart.time().end(0);
        double volume = 0;
        for (int i = from; i < to; i++) {
            volume += bars.volume(i);
        }
        assertTrue(shown.exact());
        assertEquals(volume, shown.total());
        assertEquals(volume, sides(shown));
        assertTrue(says(surface, "POC"));
        String note = chart.flowNotes().getFirst();
        assertTrue(
                note.startsWith("Volume profile · " + String.format("%,d", 60 * (to - from)) + " trades · POC"), note);
    }

    private VolumeProfile profile() {
        VolumeProfile shown = chart.profileLayer().profile();
        assertNotNull(shown);
        return shown;
    }

    private static double sides(VolumeProfile profile) {
        double sum = 0;
        for (int row = 0; row < profile.rows(); row++) {
            sum += profile.bought(row) + profile.sold(row);
        }
        return sum;
    }

    @Test
    void withoutTradesItIsMadeOfBarsAndSaysSo() {
        SeriesKey other = new SeriesKey("ACME", Timeframe.DAY);
        chart.show(ChartSeries.of(other, Fixture.daily(300, 3), false));
        chart.profile().set(true);
        frame();
        assertFalse(profile().exact());
        String note = chart.flowNotes().getFirst();
        assertTrue(
                note.startsWith("Volume profile · from bars: the stored trades do not reach over all of them · POC"),
                note);
    }

    @Test
    void tooManyTradesAreNotRead() {
        told = 1_000 * TradeSource.MOST;
        chart.profile().set(true);
        frame();
        assertFalse(profile().exact());
        assertEquals(0, reads);
        assertTrue(chart.flowNotes().getFirst().contains("too many trades are in view"));
    }

    @Test
    void nothingIsDoneWhereNothingChangedOrNothingIsWanted() {
        frame();
        assertEquals(0, reads);
        chart.profile().set(true);
        frame();
        VolumeProfile first = profile();
        frame();
        frame();
        assertEquals(first, profile());
        assertEquals(1, reads);
        chart.profile().set(false);
        frame();
        assertNull(chart.profileLayer().profile());
        assertEquals(List.of(), chart.flowNotes());
    }

    @Test
    void aChartThatIsMovedABitReadsNothing() {
        chart.profile().set(true);
        chart.showRange(new VisibleRange(40, 60));
        frame();
        chart.showRange(new VisibleRange(42, 62));
        frame();
        chart.showRange(new VisibleRange(38, 58));
        frame();
        assertEquals(1, reads);
    }

    @Test
    void aFootprintShowsWhatWasSoldAndBoughtWhereBarsAreWide() {
        chart.style().set(PriceStyle.FOOTPRINT);
        chart.showRange(new VisibleRange(90, 95));
        RecordingSurface surface = frame();
        FootprintPicture picture = chart.footprintLayer().picture();
        assertNotNull(picture);
        assertTrue(says(surface, "×"));
        assertTrue(says(surface, picture.delta(92)));
        assertTrue(picture.has(91));
        assertTrue(chart.flowNotes().getFirst().startsWith("Footprint · sold × bought per 0.0"));
        double delta = 0;
        for (int i = 92 * 60; i < 93 * 60; i++) {
            delta += trades.aggressor(i) == Aggressor.BUYER ? trades.volume(i) : -trades.volume(i);
        }
        assertEquals(delta, picture.deltaOf(92));
    }

    @Test
    void narrowBarsAreCandlesAndItSaysSo() {
        chart.style().set(PriceStyle.FOOTPRINT);
        chart.showRange(new VisibleRange(0, 100));
        RecordingSurface surface = frame();
        assertFalse(says(surface, "×"));
        assertEquals(0, reads);
        assertTrue(chart.flowNotes().getFirst().startsWith("Footprint: candles while bars are this narrow"));
    }

    @Test
    void choosingTheFootprintWidensBarsThatAreTooNarrow() {
        frame();
        new ChartActions(chart).style(PriceStyle.FOOTPRINT);
        assertTrue(says(frame(), "×"));
    }

    @Test
    void anotherSeriesTakesThePictureAway() {
        chart.profile().set(true);
        frame();
        tasks.hold();
        chart.show(ChartSeries.of(new SeriesKey("OTHER", Timeframe.DAY), Fixture.daily(50, 9), false));
        assertNull(chart.profileLayer().profile());
        tasks.release();
        assertEquals(List.of(), troubles);
    }
}
