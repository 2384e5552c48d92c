package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.BARS;
import static org.tickwright.spi.IndicatorSpec.Unit.NUMBER;
import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tickwright.spi.IndicatorDefinition;

/// TA-Lib's group Cycle Indicators: Ehlers' dominant cycle by Hilbert transform.
final class CycleIndicators {
    static final String GROUP = "Cycle Indicators";
    private static final int SMOOTHING = 12;

    private CycleIndicators() {}

    static List<IndicatorDefinition> all() {
        return List.of(period(), phase(), phasor(), sine(), trendMode());
    }

    private static BuiltIn.Description described(String name, String title, String summary) {
        return BuiltIn.named(name, title)
                .group(GROUP)
                .summary(summary.strip()
                        + " Source: J. F. Ehlers, Rocket Science for Traders, 2001, by TA-Lib, function " + name + ".")
                .real();
    }

    private static IndicatorDefinition period() {
        return described("HT_DCPERIOD", "Dominant cycle period", """
            How many bars the dominant cycle takes, 6 to 50, measured by how fast the phase of the price's \
            Hilbert transform turns.\
            """)
                .output("Real", BARS)
                .pane()
                .followedBy(arguments -> MesaAverage.LOOKBACK, arguments -> {
                    DominantCycle cycle = new DominantCycle(SMOOTHING);
                    return (inputs, row) -> {
                        cycle.next(inputs[0][row]);
                        return cycle.rows() > MesaAverage.LOOKBACK ? cycle.smoothPeriod() : Double.NaN;
                    };
                });
    }

    private static IndicatorDefinition phasor() {
        return described("HT_PHASOR", "Phasor components", """
            The part of the detrended price in phase with the dominant cycle (`InPhase`) and the part a \
            quarter ahead of it (`Quadrature`).\
            """)
                .output("InPhase", NUMBER)
                .output("Quadrature", NUMBER)
                .pane()
                .computedBy(arguments -> MesaAverage.LOOKBACK, arguments -> {
                    DominantCycle cycle = new DominantCycle(SMOOTHING);
                    return (inputs, from, to, outputs) -> {
                        for (int row = from; row < to; row++) {
                            cycle.next(inputs[0][row]);
                            boolean defined = cycle.rows() > MesaAverage.LOOKBACK;
                            outputs[0][row] = defined ? cycle.inPhase() : Double.NaN;
                            outputs[1][row] = defined ? cycle.quadrature() : Double.NaN;
                        }
                    };
                });
    }

    private static IndicatorDefinition phase() {
        return described("HT_DCPHASE", "Dominant cycle phase", """
            Where in the dominant cycle the price stands, in degrees from -45 to 315.\
            """)
                .output("Real", NUMBER)
                .pane()
                .followedBy(arguments -> CyclePhase.LOOKBACK, arguments -> followed(CyclePhase::degrees));
    }

    private static IndicatorDefinition trendMode() {
        return described("HT_TRENDMODE", "Trend or cycle mode", """
            1 in a trend, 0 in a cycle: a cycle where sine and lead sine cross, for half a period from \
            there on, and while the phase turns as fast as the cycle; a trend wherever the price lies \
            1.5 percent from the trend line.\
            """)
                .output("Integer", NUMBER)
                .pane()
                .followedBy(
                        arguments -> CyclePhase.LOOKBACK, arguments -> followed(phase -> phase.isTrending() ? 1 : 0));
    }

    private static IndicatorDefinition sine() {
        return described("HT_SINE", "Sine wave", """
            The sine of the phase of the dominant cycle (`Sine`) and the sine 45 degrees ahead \
            (`LeadSine`).\
            """)
                .output("Sine", NUMBER)
                .output("LeadSine", NUMBER)
                .pane()
                .computedBy(arguments -> CyclePhase.LOOKBACK, arguments -> {
                    CyclePhase phase = new CyclePhase();
                    return (inputs, from, to, outputs) -> {
                        for (int row = from; row < to; row++) {
                            boolean defined = phase.next(inputs[0][row]);
                            outputs[0][row] = defined ? phase.sine() : Double.NaN;
                            outputs[1][row] = defined ? phase.leadSine() : Double.NaN;
                        }
                    };
                });
    }

    static IndicatorDefinition trendline() {
        return BuiltIn.named("HT_TRENDLINE", "Instantaneous trend line")
                .group(OverlapStudies.GROUP)
                .summary("""
                    What is left of the price when it is averaged over one period of its dominant cycle, smoothed \
                    over four bars. Source: J. F. Ehlers, Rocket Science for Traders, 2001, by TA-Lib, function \
                    HT_TRENDLINE.\
                    """)
                .real()
                .output("Real", PRICE)
                .overlay()
                .followedBy(arguments -> CyclePhase.LOOKBACK, arguments -> followed(CyclePhase::trendline));
    }

    private static BuiltIn.RowFunction followed(ToDoubleFunction<CyclePhase> output) {
        CyclePhase phase = new CyclePhase();
        return (inputs, row) -> phase.next(inputs[0][row]) ? output.applyAsDouble(phase) : Double.NaN;
    }
}
