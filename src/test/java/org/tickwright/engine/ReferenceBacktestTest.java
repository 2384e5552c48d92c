package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;

/// The engine against two independent simulators, with the strategies written out by hand.
class ReferenceBacktestTest {

    static List<String> cases() {
        return ReferenceCase.IDS;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheReferenceTradeByTrade(String id) throws IOException {
        ReferenceCase reference = ReferenceCase.read(id);
        Bars bars = reference.bars();
        reference.assertAgrees(run(reference, bars, false));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavingBarsOutGivesTheSameBytesAsEveryStep(String id) throws IOException {
        ReferenceCase reference = ReferenceCase.read(id);
        Bars bars = reference.bars();
        assertArrayEquals(RunJson.bytes(run(reference, bars, true)), RunJson.bytes(run(reference, bars, false)));
    }

    private static RunResult run(ReferenceCase reference, Bars bars, boolean everyBar) {
        return Backtest.run(
                written(reference, bars),
                new Backtest.Identity(reference.template(), "written out"),
                Backtest.Data.of(new SeriesKey("TEST", Timeframe.DAY), false, bars),
                reference.settings(Map.of()),
                Progress.NONE,
                everyBar);
    }

    private static ColumnStrategy written(ReferenceCase reference, Bars bars) {
        Map<String, Double> values = reference.parameters();
        return switch (reference.template()) {
            case "sma-cross" -> WrittenStrategies.smaCross(bars, integer(values, "fast"), integer(values, "slow"));
            case "macd-cross" ->
                WrittenStrategies.macd(
                        bars, integer(values, "fast"), integer(values, "slow"), integer(values, "signal"));
            case "rsi-reversion" ->
                WrittenStrategies.rsi(bars, integer(values, "period"), new double[] {
                    values.get("buyBelow"), values.get("exitAbove"), 101, -1
                });
            default ->
                WrittenStrategies.donchian(
                        bars,
                        integer(values, "entryPeriod"),
                        integer(values, "exitPeriod"),
                        integer(values, "atrPeriod"),
                        values.get("atrMultiple"));
        };
    }

    private static int integer(Map<String, Double> values, String name) {
        return values.get(name).intValue();
    }
}
