package org.tickwright.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tickwright.engine.CostSummary;
import org.tickwright.engine.OrderRecord;
import org.tickwright.engine.RunArchive;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.Summary;
import org.tickwright.engine.Trade;
import org.tickwright.kernel.Phrase;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.risk.SizeRule;

/// What every [RunArchive] keeps to.
public abstract class RunArchiveContract {

    /// An empty archive, the same one within a test.
    protected abstract RunArchive archive() throws Exception;

    /// A made-up run of so many rows; every kind of value is in it.
    protected static RunResult run(int rows, long seed) {
        Random random = new Random(seed);
        long[] time = new long[rows];
        double[] equity = new double[rows];
        double[] position = new double[rows];
        List<Trade> trades = new ArrayList<>();
        List<OrderRecord> orders = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            time[i] = 1_704_153_600_000_000_000L + i * 60_000_000_000L;
            equity[i] = 100_000 + random.nextGaussian();
            position[i] = random.nextInt(3) - 1;
            if (i % 50 == 7) {
                trades.add(trade(i, random));
                orders.add(order(i, random));
            }
        }
        return new RunResult(
                new SeriesKey("BRK.B", Timeframe.MINUTE),
                seed % 2 == 0,
                "Größe \"quoted\" \n two",
                summary(random, rows, trades.size()),
                trades,
                orders,
                17,
                time,
                equity,
                position,
                "data",
                "strategy",
                "0.1",
                settings(random),
                java.time.ZoneId.of("America/New_York"));
    }

    private static Trade trade(int i, Random random) {
        boolean stopped = i % 100 == 7;
        return new Trade(
                i,
                stopped ? Trade.Side.LONG : Trade.Side.SHORT,
                stopped ? null : Long.valueOf(i),
                i + 1L,
                i,
                random.nextDouble(),
                0.1 + 0.2,
                random.nextDouble(),
                null,
                i + 2L,
                i + 2,
                1.0 / 3,
                -0.0,
                Trade.ExitReason.TARGET_GAP,
                random.nextGaussian(),
                Double.MIN_VALUE,
                -1e300,
                2,
                0,
                random.nextDouble() * 1e6,
                Phrase.of("SMA(10) 10.5 crosses above SMA(30) 10.25"),
                Phrase.of(""),
                0,
                null);
    }

    private static OrderRecord order(int i, Random random) {
        boolean filled = i % 100 == 7;
        return new OrderRecord(
                i,
                "BUY",
                "MARKET",
                i,
                i,
                filled ? "FILLED" : "CANCELLED",
                filled ? Long.valueOf(Long.MAX_VALUE) : null,
                filled ? Integer.valueOf(i) : null,
                filled ? Double.valueOf(random.nextDouble()) : null,
                null,
                null,
                Phrase.of("because"),
                null);
    }

    private static Summary summary(Random random, int bars, int trades) {
        return new Summary(
                bars,
                trades,
                1,
                2,
                random.nextGaussian(),
                -0.1,
                null,
                1.0 / 3,
                null,
                0.25,
                3,
                0.5,
                1e9,
                -1e-9,
                null,
                1.5,
                null,
                2.5,
                null,
                3.5,
                null,
                4.5,
                0.75,
                12.34,
                56.78,
                0.9,
                Map.of("SIGNAL", 3, "STOP_GAP", 1),
                CostSummary.ofSums(12.34, 56.78));
    }

    private static RunSettings settings(Random random) {
        return new RunSettings(
                12_345.678,
                2,
                1,
                new SizeRule(SizeRule.Kind.RISK, 0.02),
                true,
                RunSettings.Direction.BOTH,
                0.05,
                null,
                "plain",
                252,
                null,
                Long.valueOf(random.nextLong()),
                Map.of("slow", 30.0, "fast", 0.1 + 0.2));
    }

    /// Equal in every bit; arrays by their values.
    protected static void assertSame(RunResult expected, RunResult actual) {
        assertArrayEquals(expected.time(), actual.time());
        assertArrayEquals(bits(expected.equity()), bits(actual.equity()));
        assertArrayEquals(bits(expected.position()), bits(actual.position()));
        assertEquals(withoutColumns(expected), withoutColumns(actual));
    }

    private static long[] bits(double[] values) {
        long[] bits = new long[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToRawLongBits(values[i]);
        }
        return bits;
    }

    private static List<Object> withoutColumns(RunResult run) {
        return List.of(
                run.series(),
                run.simulated(),
                run.strategyName(),
                run.summary(),
                run.trades(),
                run.orders(),
                run.firstIndex(),
                run.dataHash(),
                run.strategyHash(),
                run.engineVersion(),
                run.settings(),
                run.zone());
    }

    @Test
    void givesBackEveryBitOfARun() throws Exception {
        for (int rows : new int[] {0, 1, 500}) {
            RunResult run = run(rows, rows);
            String id = archive().save(run, "{\"format\": \"tickwright\"}\n");
            assertSame(run, archive().load(id).orElseThrow());
        }
    }

    @Test
    void keepsTheStrategyByteForByte() throws Exception {
        String json = "{\r\n  \"größe\": 1.10,\t\"x\": \"\\u00e9 😀\"}\n\n";
        String id = archive().save(run(1, 1), json);
        assertEquals(json, archive().strategyJson(id).orElseThrow());
    }

    @Test
    void listsRunsNewestFirst() throws Exception {
        String first = archive().save(run(10, 1), "{}");
        String second = archive().save(run(20, 2), "{}");
        List<RunArchive.Entry> entries = archive().list();
        assertEquals(
                List.of(second, first),
                entries.stream().map(RunArchive.Entry::id).toList());
        assertEquals(run(20, 2).summary(), entries.getFirst().summary());
        assertEquals("BRK.B 1m", entries.getFirst().series());
        assertEquals(run(20, 2).strategyName(), entries.getFirst().strategyName());
        assertTrue(entries.get(0).created() >= entries.get(1).created());
    }

    @Test
    void numbersRunsUpwardsAndNeverAgain() throws Exception {
        String first = archive().save(run(1, 1), "{}");
        assertTrue(first.matches("r[1-9][0-9]*"));
        assertTrue(archive().delete(first));
        String second = archive().save(run(1, 1), "{}");
        assertTrue(Long.parseLong(second.substring(1)) > Long.parseLong(first.substring(1)));
    }

    @Test
    void deletesRuns() throws Exception {
        String id = archive().save(run(10, 1), "{}");
        assertTrue(archive().delete(id));
        assertFalse(archive().delete(id));
        assertTrue(archive().load(id).isEmpty());
        assertTrue(archive().strategyJson(id).isEmpty());
        assertTrue(archive().list().isEmpty());
    }

    @Test
    void knowsNoRunByAnyOtherName() throws Exception {
        archive().save(run(1, 1), "{}");
        for (String id : List.of("", "r", "1", "r0", "r-1", "x1", "r99999999999999999999", "r1; drop table run")) {
            assertTrue(archive().load(id).isEmpty(), id);
            assertTrue(archive().strategyJson(id).isEmpty(), id);
            assertFalse(archive().delete(id), id);
        }
    }

    @Test
    void keepsDocumentsBesideARun() throws Exception {
        String id = archive().save(run(10, 1), "{}", Map.of("trials", "{\"count\": 3}"));
        String plain = archive().save(run(10, 1), "{}");
        assertEquals("{\"count\": 3}", archive().annex(id, "trials").orElseThrow());
        assertTrue(archive().annex(plain, "trials").isEmpty());
        assertTrue(archive().annex(id, "other").isEmpty());
        assertTrue(archive().annex("r999", "trials").isEmpty());
    }
}
