package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;
import static org.tickwright.spi.IndicatorSpec.Unit.VOLUME;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;

/// TA-Lib's group Volume Indicators, and the volume-weighted average price, which TA-Lib has not.
final class VolumeIndicators {
    static final String GROUP = "Volume Indicators";

    private VolumeIndicators() {}

    static List<IndicatorDefinition> all() {
        return List.of(accumulation(), oscillator(), obv(), vwap());
    }

    private static IndicatorDefinition obv() {
        return BuiltIn.named("OBV", "On-balance volume")
                .group(GROUP)
                .summary("""
                    Volume added up where the price closes higher and taken away where it closes lower, from \
                    the first bar's volume on: `OBV + sign(close - close[-1]) * volume`. Source: J. Granville, \
                    1963, by TA-Lib, function OBV.\
                    """)
                .real()
                .prices("volume")
                .output("Real", VOLUME)
                .pane()
                .computedBy(arguments -> 0, arguments -> new OnBalanceVolume());
    }

    private static IndicatorDefinition accumulation() {
        return BuiltIn.named("AD", "Accumulation/distribution line")
                .group(GROUP)
                .summary("""
                    Volume added up by where the bar closes in its range: \
                    `AD + ((close - low) - (high - close)) / (high - low) * volume`, nothing where the bar has no \
                    range. Source: M. Chaikin, by TA-Lib, function AD.\
                    """)
                .prices("high", "low", "close", "volume")
                .output("Real", VOLUME)
                .pane()
                .followedBy(arguments -> 0, arguments -> {
                    Accumulation line = new Accumulation();
                    return (in, row) -> line.next(in[0][row], in[1][row], in[2][row], in[3][row]);
                });
    }

    private static IndicatorDefinition oscillator() {
        return BuiltIn.named("ADOSC", "Accumulation/distribution oscillator")
                .group(GROUP)
                .summary("""
                    The distance of a fast and a slow exponential average of the accumulation/distribution line, \
                    both begun with its first value. Source: M. Chaikin, by TA-Lib, function ADOSC.\
                    """)
                .prices("high", "low", "close", "volume")
                .period("optInFastPeriod", "Fast period", 2, 3)
                .period("optInSlowPeriod", "Slow period", 2, 10)
                .output("Real", VOLUME)
                .pane()
                .followedBy(
                        arguments -> Math.max(arguments.integer(0), arguments.integer(1)) - 1,
                        arguments -> new Accumulation.Oscillator(arguments.integer(0), arguments.integer(1)));
    }

    private static IndicatorDefinition vwap() {
        return BuiltIn.named("VWAP", "Volume-weighted average price of the session")
                .group(GROUP)
                .summary("""
                    What a unit cost on average since the session began: the sum of \
                    `(high + low + close) / 3 * volume` over the sum of `volume`. It starts anew where the \
                    column `session` changes, which by default is the day in the zone of the series, and is \
                    undefined until the session has traded.\
                    """)
                .prices("high", "low", "close", "volume", InputColumns.SESSION)
                .output("Real", PRICE)
                .overlay()
                .computedBy(arguments -> 0, arguments -> new SessionVwap());
    }
}
