package org.tickwright.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tickwright.kernel.Phrase;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.risk.SizeRule;

/// Hand-made results for tests of what reads results.
public final class SampleRuns {
    /// The exchange's zone of the daily sample.
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private SampleRuns() {}

    /// Three daily bars, one trade, a refused order, undefined figures, text that needs escaping.
    public static RunResult daily() {
        long first = nanos("2024-03-08T05:00:00Z");
        long second = nanos("2024-03-11T04:00:00Z");
        long third = nanos("2024-03-12T04:00:00Z");
        Trade trade = new Trade(
                1,
                Trade.Side.LONG,
                first,
                second,
                1,
                0.1 + 0.2,
                1e-8,
                0,
                null,
                third,
                2,
                1.0 / 3,
                1e22,
                Trade.ExitReason.STOP_GAP,
                -1.5,
                -1.75,
                -2,
                1,
                0.25,
                99_998.25,
                Phrase.of("crossesAbove: \"fast\" 1.5 > slow 1.25"),
                Phrase.of("opened below the stop\n"),
                0,
                null);
        List<OrderRecord> orders = List.of(
                new OrderRecord(
                        1,
                        "ENTER_LONG",
                        "MARKET",
                        first,
                        0,
                        "FILLED",
                        second,
                        1,
                        0.3,
                        1e-8,
                        null,
                        Phrase.of("signal"),
                        null),
                new OrderRecord(
                        2,
                        "ENTER_LONG",
                        "MARKET",
                        second,
                        1,
                        "REJECTED",
                        null,
                        null,
                        null,
                        null,
                        null,
                        Phrase.of("no cash"),
                        null));
        return new RunResult(
                new SeriesKey("TEST", Timeframe.DAY),
                true,
                "Sample – ü",
                summary(),
                List.of(trade),
                orders,
                0,
                new long[] {first, second, third},
                new double[] {100_000, 99_999.123456789, 99_998.25},
                new double[] {0, 1e-8, 0},
                "d".repeat(64),
                "5".repeat(64),
                "0.1.0",
                new RunSettings(
                        100_000,
                        10,
                        5,
                        SizeRule.parse("risk:0.02"),
                        true,
                        RunSettings.Direction.BOTH,
                        0.05,
                        null,
                        "plain",
                        252,
                        first,
                        null,
                        Map.of("slow", 30.0, "fast", 10.0)),
                NEW_YORK);
    }

    /// The same trade on bars of a minute, one of them off the whole second.
    public static RunResult intraday() {
        RunResult daily = daily();
        long[] time = {
            nanos("2024-03-08T14:30:00Z"), nanos("2024-03-08T14:31:00Z"), nanos("2024-03-08T14:32:00.000000001Z")
        };
        return new RunResult(
                new SeriesKey("TEST", Timeframe.MINUTE),
                false,
                daily.strategyName(),
                daily.summary(),
                List.of(),
                List.of(),
                7,
                time,
                daily.equity(),
                daily.position(),
                daily.dataHash(),
                daily.strategyHash(),
                daily.engineVersion(),
                RunSettings.DEFAULTS,
                NEW_YORK);
    }

    private static Summary summary() {
        return new Summary(
                3,
                1,
                1,
                0,
                99_998.25,
                -1.75e-5,
                null,
                null,
                null,
                -1.75e-5,
                0,
                0.0,
                0,
                -1.75,
                0.0,
                null,
                -1.75,
                -1.75,
                null,
                -1.75,
                -1.75,
                1.0,
                1.0 / 3,
                1e22,
                0.25,
                0.01,
                new TreeMap<>(Map.of("STOP_GAP", 1)),
                CostSummary.ofSums(1e22, 0.25));
    }

    static long nanos(String instant) {
        Instant at = Instant.parse(instant);
        return at.getEpochSecond() * 1_000_000_000L + at.getNano();
    }
}
