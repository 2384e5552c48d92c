package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.NUMBER;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorKernel;

/// TA-Lib's group Pattern Recognition: candlestick patterns.
///
/// A pattern is a rule over the newest [Candles] that answers 100 for a rising signal, -100 for a falling
/// one, 0 for none. The rules stand in one file for each number of candles.
final class PatternRecognition {
    static final String GROUP = "Pattern Recognition";

    private PatternRecognition() {}

    /// A rule that asks how far one candle reaches into the body of another, as a part of that body.
    interface PenetrationRule {
        int signal(Candles candles, double penetration);
    }

    static List<IndicatorDefinition> all() {
        return Stream.of(
                        SingleCandles.all(),
                        CandlePairs.all(),
                        CandleTriples.all(),
                        CandleStars.all(),
                        CandleGroups.all())
                .flatMap(List::stream)
                .toList();
    }

    /// A pattern without parameters. `lookback` counts its candles before the newest and what their sizes
    /// are measured by.
    static IndicatorDefinition pattern(
            String name, String title, int lookback, ToIntFunction<Candles> rule, String summary) {
        return described(name, title, summary)
                .pane()
                .computedBy(arguments -> lookback, (arguments, begin) -> kernel(begin + lookback, rule));
    }

    /// A pattern with a penetration.
    static IndicatorDefinition pattern(
            String name, String title, double penetration, PenetrationRule rule, String summary) {
        int lookback = name.equals("CDLMATHOLD") ? 14 : name.equals("CDLDARKCLOUDCOVER") ? 11 : 12;
        return described(name, title, summary)
                .number("optInPenetration", "Penetration", 0, 3e37, penetration)
                .pane()
                .computedBy(arguments -> lookback, (arguments, begin) -> {
                    double reach = arguments.real(0);
                    return kernel(begin + lookback, candles -> rule.signal(candles, reach));
                });
    }

    static BuiltIn.Description described(String name, String title, String summary) {
        return BuiltIn.named(name, title)
                .group(GROUP)
                .summary(summary.strip() + " Source: TA-Lib, function " + name + ", with its default candle settings.")
                .prices("open", "high", "low", "close")
                .output("Integer", NUMBER);
    }

    private static IndicatorKernel kernel(int first, ToIntFunction<Candles> rule) {
        Candles candles = new Candles();
        return (inputs, from, to, outputs) -> {
            double[] out = outputs[0];
            int start = Math.clamp(first, from, to);
            Arrays.fill(out, from, start, Double.NaN);
            candles.read(inputs);
            for (int row = start; row < to; row++) {
                candles.moveTo(row);
                out[row] = rule.applyAsInt(candles);
            }
        };
    }
}
