package org.tickwright.market.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.tickwright.market.BarBuilder;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;

class SimulatedMarketTest {
    private static final SimulatedMarket.Series ALPHA = SimulatedMarket.ALPHA.generate(LocalDate.of(2024, 1, 1));

    @Test
    void givesTheSameBitsOnEveryMachine() {
        assertEquals(
                "4e0b5a28ae3236596e2d676e43bce10c64d67ac2c2434a7476b8303aec456b7b",
                ALPHA.days().contentHash());
        assertEquals(
                "770e6fab11dc86ec52374d214329626c16f8fdee5ebc49d494c4bfbf52fb32ae",
                RandomWalk.minutes(10_000, 1).contentHash());
    }

    @Test
    void coversTenYearsOfWeekdays() {
        Bars days = ALPHA.days();
        assertEquals(2_595, days.size());
        assertEquals(Timeframe.DAY, days.timeframe());
        for (int i = 0; i < days.size(); i++) {
            ZonedDateTime open =
                    java.time.Instant.ofEpochSecond(0, days.time(i)).atZone(SimulatedMarket.ZONE);
            assertTrue(open.getDayOfWeek().getValue() < 6);
            assertEquals(0, open.getHour());
        }
    }

    @Test
    void makesDaysOfItsMinutes() {
        BarBuilder builder = new BarBuilder(Timeframe.DAY, SimulatedMarket.ZONE);
        Bars minutes = ALPHA.minutes();
        assertEquals(0, minutes.size() % 390);
        for (int i = 0; i < minutes.size(); i++) {
            builder.bar(
                    minutes.time(i),
                    minutes.open(i),
                    minutes.high(i),
                    minutes.low(i),
                    minutes.close(i),
                    minutes.volume(i));
        }
        Bars rebuilt = builder.finish();
        Bars days = ALPHA.days();
        Bars same = days.slice(days.size() - rebuilt.size(), days.size());
        assertEquals(same.contentHash(), rebuilt.contentHash());
    }

    @Test
    void behavesLikeAShare() {
        Bars days = ALPHA.days();
        double squares = 0;
        double fourths = 0;
        double neighbours = 0;
        double[] moves = new double[days.size()];
        for (int i = 1; i < days.size(); i++) {
            moves[i] = StrictMath.log(days.close(i) / days.close(i - 1));
            squares += moves[i] * moves[i];
            fourths += moves[i] * moves[i] * moves[i] * moves[i];
            assertTrue(days.high(i) >= Math.max(days.open(i), days.close(i)));
            assertTrue(days.low(i) <= Math.min(days.open(i), days.close(i)));
            assertTrue(Math.abs(moves[i]) < 0.2);
        }
        int n = days.size() - 1;
        double variance = squares / n;
        for (int i = 2; i < days.size(); i++) {
            neighbours += (moves[i] * moves[i] - variance) * (moves[i - 1] * moves[i - 1] - variance);
        }
        double yearly = StrictMath.sqrt(variance * 252);
        double kurtosis = fourths / n / (variance * variance);
        double clustering = neighbours / (n * (fourths / n - variance * variance));
        assertTrue(yearly > 0.12 && yearly < 0.35, "yearly volatility " + yearly);
        assertTrue(kurtosis > 3.3, "fat tails: kurtosis " + kurtosis);
        assertTrue(clustering > 0.05, "wild days cluster: " + clustering);
    }

    @Test
    void isAlwaysNamedAsSimulated() {
        assertThrows(IllegalArgumentException.class, () -> new SimulatedMarket("AAPL", 1, 10, 1));
        assertTrue(SimulatedMarket.BETA.symbol().startsWith("SIM-"));
        assertTrue(SimulatedMarket.BETA.source().contains("Simulated"));
    }

    @Test
    void walksOnCentsWithoutGaps() {
        Bars bars = RandomWalk.bars(Timeframe.parse("5m"), 5_000, 9);
        assertEquals(ZoneId.of("UTC"), bars.zone());
        for (int i = 0; i < bars.size(); i++) {
            assertEquals(StrictMath.rint(bars.close(i) * 100) / 100, bars.close(i));
            assertTrue(bars.low(i) <= bars.open(i) && bars.high(i) >= bars.close(i));
            if (i > 0) {
                assertEquals(300_000_000_000L, bars.time(i) - bars.time(i - 1));
                assertEquals(bars.close(i - 1), bars.open(i));
            }
        }
    }
}
