package org.tickwright.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {
    private static final long DAY = 86_400_000_000_000L;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void isNullWhereTheSampleIsTooSmall(int values) {
        double[] prices = Arrays.copyOf(new double[] {100, 110, 99, 120}, values);
        List<Metric> metrics =
                Metrics.ofPrices(days(values), prices, 252, 0, new Metrics.Benchmark(days(values), prices));
        metrics.forEach(MetricsTest::assertDefinedOrNull);
        assertEquals(values < 2, value(metrics, "totalReturn") == null);
        assertEquals(values < 3, value(metrics, "sharpe") == null);
        assertEquals(Math.max(0, values - 1.0), value(metrics, "nReturns"));
    }

    @Test
    void isNullWhereNothingVaries() {
        double[] flat = new double[50];
        Arrays.fill(flat, 100.1);
        List<Metric> metrics = Metrics.ofPrices(days(50), flat, 252, 0.02, new Metrics.Benchmark(days(50), flat));
        metrics.forEach(MetricsTest::assertDefinedOrNull);
        for (String name :
                List.of("sharpe", "calmarPeriods", "beta", "profitFactor", "sqn", "skewPopulation", "payoffRatio")) {
            assertNull(value(metrics, name), name);
        }
        assertEquals(0.0, value(metrics, "totalReturn"));
        assertEquals(0.0, value(metrics, "maxDrawdown"));
        assertEquals(0.0, value(metrics, "annualVol"));
        assertNull(value(metrics, "maxDdPeakDate"));
    }

    @Test
    void takesEqualReturnsForASampleWithoutVariance() {
        double[] prices = new double[30];
        prices[0] = 100;
        for (int i = 1; i < prices.length; i++) {
            prices[i] = prices[i - 1] * 1.01;
        }
        List<Metric> metrics = Metrics.ofPrices(days(30), prices, 252, 0, null);
        assertNull(value(metrics, "sharpe"));
        assertNull(value(metrics, "kellyContinuous"));
        assertEquals(0.01, (Double) value(metrics, "meanReturn"), 1e-12);
    }

    @Test
    void isNullWhereAnAccountWentBelowNothing() {
        List<Metric> metrics =
                Metrics.forEquity(days(3), new double[] {50, -20, 10}, 100, ZoneOffset.UTC, 252, 0, null);
        metrics.forEach(MetricsTest::assertDefinedOrNull);
        assertNull(value(metrics, "stabilityR2"));
        assertEquals(-1.2, (Double) value(metrics, "maxDrawdown"), 1e-12);
    }

    @Test
    void countsTheInitialCapitalAsFirstValueOfAnEquityCurve() {
        List<Metric> metrics = Metrics.forEquity(
                days(3),
                new double[] {90, 99, 108.9},
                100,
                ZoneOffset.UTC,
                252,
                0,
                new Metrics.Benchmark(days(3), new double[] {5, 6, 7}));
        assertEquals(3.0, value(metrics, "nReturns"));
        assertEquals(0.089, (Double) value(metrics, "totalReturn"), 1e-12);
        assertEquals(-0.1, (Double) value(metrics, "maxDrawdown"), 1e-12);
        assertEquals(0.4, (Double) value(metrics, "benchmarkTotalReturn"), 1e-12);
        assertEquals(2, Metrics.find(metrics, "beta").orElseThrow().sampleSize());
    }

    @Test
    void intersectsDatesBeforeItTakesReturns() {
        long[] sparse = {0, 2 * DAY, 3 * DAY};
        Metrics.Pair pair = Metrics.onCommonDates(
                days(4),
                new double[] {1, 2, 3, 4},
                ZoneOffset.UTC,
                new Metrics.Benchmark(sparse, new double[] {10, 20, 30}),
                ZoneOffset.UTC);
        assertEquals(2, pair.series().size());
        assertEquals(2.0, pair.series().returnAt(0), 1e-12);
        assertEquals(1.0, pair.benchmark().returnAt(0), 1e-12);
    }

    @Test
    void joinsIntradayPricesByTheExactTime() {
        long[] minutes = {0, 60, 120};
        long[] other = {0, 120, 180};
        Metrics.Pair pair = Metrics.onCommonDates(
                minutes,
                new double[] {1, 2, 3},
                ZoneOffset.UTC,
                new Metrics.Benchmark(other, new double[] {4, 5, 6}),
                ZoneOffset.UTC);
        assertEquals(1, pair.series().size());
        assertEquals(2.0, pair.series().returnAt(0), 1e-12);
    }

    @Test
    void datesDaysInTheZoneOfTheSeries() {
        long[] midnights = {1_704_171_600_000_000_000L, 1_704_258_000_000_000_000L};
        ReturnSeries series = ReturnSeries.ofPrices(midnights, new double[] {1, 2}, ZoneId.of("America/New_York"));
        assertEquals(LocalDate.of(2024, 1, 2), series.date(0));
        assertEquals(LocalDate.of(2024, 1, 3), series.date(1));
    }

    @Test
    void measuresADrawdownThatIsNotOverToTheEnd() {
        ReturnSeries series = ReturnSeries.ofPrices(days(6), new double[] {10, 12, 12, 9, 6, 8}, ZoneOffset.UTC);
        Drawdowns.Episode episode = Drawdowns.of(series).deepest().orElseThrow();
        assertEquals(2, episode.peak());
        assertEquals(4, episode.trough());
        assertFalse(episode.recovered());
        assertEquals(-0.5, episode.depth(), 1e-12);
        assertEquals(3, episode.lengthBars());
        assertEquals(3L, episode.lengthDays());
        assertNull(episode.recoveryDate());
    }

    @Test
    void givesAMonthTheLastValueOfTheMonthBefore() {
        long[] time = {days(1)[0], 31 * DAY, 45 * DAY, 100 * DAY, 400 * DAY};
        MonthlyReturns returns =
                MonthlyReturns.of(ReturnSeries.ofPrices(time, new double[] {100, 110, 121, 242, 121}, ZoneOffset.UTC));
        assertEquals(List.of(1970, 1971), returns.yearNumbers());
        assertEquals(0.21, returns.months().get(YearMonth.of(1970, 2)), 1e-12);
        assertEquals(1.0, returns.month(1970, 4).orElseThrow(), 1e-12);
        assertTrue(returns.month(1970, 3).isEmpty());
        assertEquals(1.42, returns.year(1970).orElseThrow(), 1e-12);
        assertEquals(-0.5, returns.year(1971).orElseThrow(), 1e-12);
    }

    @Test
    void refusesRatesThatMakeNoSense() {
        assertThrows(IllegalArgumentException.class, () -> Metrics.ofPrices(days(2), new double[] {1, 2}, 0, 0, null));
        assertThrows(
                IllegalArgumentException.class, () -> Metrics.ofPrices(days(2), new double[] {1, 2}, 252, -1, null));
        assertThrows(
                IllegalArgumentException.class, () -> Metrics.ofPrices(days(3), new double[] {1, 2}, 252, 0, null));
    }

    @Property(tries = 300)
    void isNeverInfiniteNorNaN(@ForAll @IntRange(max = 12) int count, @ForAll long seed) {
        double[] returns = returns(seed, count, -1, 3);
        for (double rate : new double[] {0, 0.05}) {
            Metrics.ofReturns(days(returns.length), returns, null, ZoneOffset.UTC, 12, rate)
                    .forEach(MetricsTest::assertDefinedOrNull);
        }
    }

    @Property(tries = 200)
    void multipliesMonthsAndYearsToTheWhole(@ForAll @IntRange(min = 1, max = 90) int count, @ForAll long seed) {
        double[] returns = returns(seed, count, -0.05, 0.05);
        long[] time =
                IntStream.range(0, returns.length).mapToLong(i -> i * 11L * DAY).toArray();
        ReturnSeries series = ReturnSeries.ofReturns(time, returns, null, ZoneOffset.UTC);
        MonthlyReturns table = MonthlyReturns.of(series);
        double whole = series.wealth(series.size());
        double months = table.months().values().stream().reduce(1.0, (w, r) -> w * (1 + r));
        double years = table.years().values().stream().reduce(1.0, (w, r) -> w * (1 + r));
        assertEquals(whole, months, 1e-12 * whole);
        assertEquals(whole, years, 1e-12 * whole);
    }

    private static void assertDefinedOrNull(Metric metric) {
        assertTrue(
                metric.value() == null
                        || metric.value() instanceof String
                        || (metric.value() instanceof Double value && Double.isFinite(value)),
                metric.name() + " is " + metric.value());
    }

    private static Object value(List<Metric> metrics, String name) {
        Metric metric = Metrics.find(metrics, name).orElse(null);
        assertNotNull(metric, name);
        return metric.value();
    }

    /// Returns in a range, some of them exactly its ends or zero.
    private static double[] returns(long seed, int count, double from, double to) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] returns = new double[count];
        Arrays.setAll(returns, i -> switch (random.nextInt(6)) {
            case 0 -> from;
            case 1 -> to;
            case 2 -> 0;
            default -> from + (to - from) * random.nextDouble();
        });
        return returns;
    }

    private static long[] days(int count) {
        return IntStream.range(0, count).mapToLong(i -> i * DAY).toArray();
    }
}
