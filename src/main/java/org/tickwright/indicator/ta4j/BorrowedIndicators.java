package org.tickwright.indicator.ta4j;

import static org.tickwright.spi.IndicatorSpec.Place.OVERLAY;
import static org.tickwright.spi.IndicatorSpec.Place.PANE;
import static org.tickwright.spi.IndicatorSpec.Unit.NUMBER;
import static org.tickwright.spi.IndicatorSpec.Unit.PERCENT;
import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;
import static org.tickwright.spi.IndicatorSpec.Unit.RATIO;

import java.util.List;
import org.ta4j.core.indicators.AccelerationDecelerationIndicator;
import org.ta4j.core.indicators.DistanceFromMAIndicator;
import org.ta4j.core.indicators.FisherIndicator;
import org.ta4j.core.indicators.IntraDayMomentumIndexIndicator;
import org.ta4j.core.indicators.KRIIndicator;
import org.ta4j.core.indicators.KalmanFilterIndicator;
import org.ta4j.core.indicators.MACDVIndicator;
import org.ta4j.core.indicators.NetMomentumIndicator;
import org.ta4j.core.indicators.RAVIIndicator;
import org.ta4j.core.indicators.RWIHighIndicator;
import org.ta4j.core.indicators.RWILowIndicator;
import org.ta4j.core.indicators.SchaffTrendCycleIndicator;
import org.ta4j.core.indicators.SqueezeProIndicator;
import org.ta4j.core.indicators.StochasticIndicator;
import org.ta4j.core.indicators.UlcerIndexIndicator;
import org.ta4j.core.indicators.averages.ATMAIndicator;
import org.ta4j.core.indicators.averages.DMAIndicator;
import org.ta4j.core.indicators.averages.JMAIndicator;
import org.ta4j.core.indicators.averages.KiJunV2Indicator;
import org.ta4j.core.indicators.averages.LWMAIndicator;
import org.ta4j.core.indicators.averages.MCGinleyMAIndicator;
import org.ta4j.core.indicators.averages.SGMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.averages.VIDYAIndicator;
import org.ta4j.core.indicators.candles.LowerShadowIndicator;
import org.ta4j.core.indicators.candles.RealBodyIndicator;
import org.ta4j.core.indicators.candles.UpperShadowIndicator;
import org.ta4j.core.indicators.helpers.CloseLocationValueIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.PercentRankIndicator;
import org.ta4j.core.indicators.helpers.StreakIndicator;
import org.ta4j.core.indicators.pivotpoints.DeMarkPivotPointIndicator;
import org.ta4j.core.indicators.pivotpoints.DeMarkReversalIndicator;
import org.ta4j.core.indicators.pivotpoints.TimeLevel;
import org.ta4j.core.indicators.statistics.SigmaIndicator;
import org.ta4j.core.indicators.statistics.StandardErrorIndicator;
import org.ta4j.core.indicators.supportresistance.TrendLineResistanceIndicator;
import org.ta4j.core.indicators.supportresistance.TrendLineSupportIndicator;
import org.ta4j.core.indicators.trend.DownTrendIndicator;
import org.ta4j.core.indicators.trend.UpTrendIndicator;
import org.ta4j.core.indicators.volume.IIIIndicator;
import org.ta4j.core.indicators.volume.MVWAPIndicator;
import org.ta4j.core.indicators.volume.ROCVIndicator;
import org.ta4j.core.indicators.volume.RelativeVolumeStandardDeviationIndicator;
import org.ta4j.core.indicators.volume.TimeSegmentedVolumeIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;

/// The table of what is borrowed from ta4j: every indicator of it that takes bars or one column and plain
/// numbers, speaks causally and has no kernel of our own. Names begin with `TA4J_`.
public final class BorrowedIndicators {
    private BorrowedIndicators() {}

    /// All of them.
    public static List<IndicatorDefinition> all() {
        return List.of(
                // Averages
                Entry.of("ATMA", "Asymmetric triangular moving average")
                        .period("Period", 10)
                        .value(OVERLAY, PRICE, (f, p) -> new ATMAIndicator(f.real(), p.integer(0))),
                Entry.of("DMA", "Displaced moving average")
                        .period("Period", 10)
                        .count("Displacement", 0, 1_000, 5)
                        .value(OVERLAY, PRICE, (f, p) -> new DMAIndicator(f.real(), p.integer(0), p.integer(1))),
                Entry.of("JMA", "Jurik moving average")
                        .period("Period", 7)
                        .number("Phase", -100, 100, 0)
                        .number("Power", 0.1, 10, 2)
                        .value(
                                OVERLAY,
                                PRICE,
                                (f, p) -> new JMAIndicator(f.real(), p.integer(0), p.real(1), p.real(2))),
                Entry.of("KIJUN_V2", "Kijun-sen averaged with its Donchian middle")
                        .period("Period", 26)
                        .bars(
                                OVERLAY,
                                PRICE,
                                (f, p) -> new KiJunV2Indicator(
                                        new HighPriceIndicator(f.series()),
                                        new LowPriceIndicator(f.series()),
                                        p.integer(0))),
                Entry.of("LWMA", "Linearly weighted moving average")
                        .period("Period", 10)
                        .value(OVERLAY, PRICE, (f, p) -> new LWMAIndicator(f.real(), p.integer(0))),
                Entry.of("MCGINLEY", "McGinley dynamic")
                        .period("Period", 14)
                        .value(OVERLAY, PRICE, (f, p) -> new MCGinleyMAIndicator(f.real(), p.integer(0))),
                Entry.of("SGMA", "Savitzky-Golay moving average")
                        .count("Half", 1, 100, 5)
                        .count("Order", 1, 2, 2)
                        .value(
                                OVERLAY,
                                PRICE,
                                (f, p) -> new SGMAIndicator(f.real(), 2 * p.integer(0) + 1, p.integer(1))),
                Entry.of("VIDYA", "Variable index dynamic average")
                        .period("MomentumPeriod", 9)
                        .period("Period", 12)
                        .value(OVERLAY, PRICE, (f, p) -> new VIDYAIndicator(f.real(), p.integer(0), p.integer(1))),
                Entry.of("MVWAP", "Moving average of the rolling volume-weighted price")
                        .period("WindowBars", 14)
                        .period("Period", 10)
                        .bars(
                                OVERLAY,
                                PRICE,
                                (f, p) ->
                                        new MVWAPIndicator(new VWAPIndicator(f.series(), p.integer(0)), p.integer(1))),
                // Below 1e-10 the filter's matrix counts as singular.
                Entry.of("KALMAN", "Kalman filter")
                        .number("ProcessNoise", 1e-9, 1e12, 1e-3)
                        .number("MeasurementNoise", 1e-9, 1e12, 1e-1)
                        .value(OVERLAY, PRICE, (f, p) -> new KalmanFilterIndicator(f.real(), p.real(0), p.real(1))),
                // Momentum
                Entry.of("ACCELERATION", "Acceleration/deceleration oscillator")
                        .period("Fast", 5)
                        .period("Slow", 34)
                        .bars(
                                PANE,
                                PRICE,
                                (f, p) -> new AccelerationDecelerationIndicator(f.series(), fast(p), slow(p))),
                Entry.of("DISTANCE_FROM_MA", "Distance from a simple moving average")
                        .period("Period", 20)
                        .bars(
                                PANE,
                                RATIO,
                                (f, p) -> new DistanceFromMAIndicator(
                                        f.series(), new SMAIndicator(f.real(), p.integer(0)))),
                Entry.of("FISHER", "Fisher transform")
                        .period("Period", 10)
                        .value(PANE, NUMBER, (f, p) -> new FisherIndicator(f.real(), p.integer(0))),
                Entry.of("IMI", "Intraday momentum index")
                        .period("Period", 14)
                        .bars(PANE, PERCENT, (f, p) -> new IntraDayMomentumIndexIndicator(f.series(), p.integer(0))),
                Entry.of("KRI", "Kairi relative index")
                        .period("Period", 14)
                        .value(PANE, PERCENT, (f, p) -> new KRIIndicator(f.real(), p.integer(0))),
                Entry.of("MACDV", "Volume-weighted convergence/divergence")
                        .period("Fast", 12)
                        .period("Slow", 26)
                        .bars(PANE, NUMBER, (f, p) -> new MACDVIndicator(f.series(), fast(p), slow(p))),
                Entry.of("NET_MOMENTUM", "Net momentum around a pivot")
                        .period("Period", 14)
                        .number("Pivot", -3e37, 3e37, 50)
                        .value(PANE, NUMBER, (f, p) -> new NetMomentumIndicator(f.real(), p.integer(0), p.real(1))),
                Entry.of("RAVI", "Range action verification index")
                        .period("Fast", 7)
                        .period("Slow", 65)
                        .value(PANE, PERCENT, (f, p) -> new RAVIIndicator(f.real(), fast(p), slow(p))),
                Entry.of("RWI_HIGH", "Random walk index of highs")
                        .period("Period", 14)
                        .bars(PANE, RATIO, (f, p) -> new RWIHighIndicator(f.series(), p.integer(0))),
                Entry.of("RWI_LOW", "Random walk index of lows")
                        .period("Period", 14)
                        .bars(PANE, RATIO, (f, p) -> new RWILowIndicator(f.series(), p.integer(0))),
                Entry.of("SCHAFF", "Schaff trend cycle")
                        .period("Fast", 23)
                        .period("Slow", 50)
                        .period("Cycle", 10)
                        .period("Smoothing", 3)
                        .value(
                                PANE,
                                PERCENT,
                                (f, p) -> new SchaffTrendCycleIndicator(
                                        f.real(), fast(p), slow(p), p.integer(2), p.integer(3))),
                Entry.of("SQUEEZE_PRO", "Squeeze of Bollinger inside Keltner, 1 while on")
                        .period("Period", 20)
                        .bars(PANE, NUMBER, (f, p) -> new SqueezeProIndicator(f.series(), p.integer(0))),
                Entry.of("STOCHASTIC", "Stochastic of any column")
                        .period("Period", 14)
                        .value(PANE, RATIO, (f, p) -> new StochasticIndicator(f.real(), p.integer(0))),
                Entry.of("STREAK", "Length of the current run of rises or falls")
                        .value(PANE, NUMBER, (f, p) -> new StreakIndicator(f.real())),
                Entry.of("UP_TREND", "Up trend by the directional index, 1 while on")
                        .period("Period", 5)
                        .bars(PANE, NUMBER, (f, p) -> new UpTrendIndicator(f.series(), p.integer(0))),
                Entry.of("DOWN_TREND", "Down trend by the directional index, 1 while on")
                        .period("Period", 5)
                        .bars(PANE, NUMBER, (f, p) -> new DownTrendIndicator(f.series(), p.integer(0))),
                // Statistics
                Entry.of("PERCENT_RANK", "Percent rank")
                        .period("Period", 100)
                        .value(PANE, PERCENT, (f, p) -> new PercentRankIndicator(f.real(), p.integer(0))),
                Entry.of("SIGMA", "Standard score")
                        .period("Period", 20)
                        .value(PANE, NUMBER, (f, p) -> new SigmaIndicator(f.real(), p.integer(0))),
                Entry.of("STANDARD_ERROR", "Standard error")
                        .period("Period", 20)
                        .value(PANE, PRICE, (f, p) -> new StandardErrorIndicator(f.real(), p.integer(0))),
                Entry.of("ULCER_INDEX", "Ulcer index")
                        .period("Period", 14)
                        .value(PANE, PERCENT, (f, p) -> new UlcerIndexIndicator(f.real(), p.integer(0))),
                // Volume
                Entry.of("III", "Intraday intensity index").bars(PANE, NUMBER, (f, p) -> new IIIIndicator(f.series())),
                Entry.of("RELATIVE_VOLUME", "Relative volume in standard deviations")
                        .period("Period", 20)
                        .bars(
                                PANE,
                                NUMBER,
                                (f, p) -> new RelativeVolumeStandardDeviationIndicator(f.series(), p.integer(0))),
                Entry.of("ROCV", "Rate of change of the volume")
                        .period("Period", 12)
                        .bars(PANE, PERCENT, (f, p) -> new ROCVIndicator(f.series(), p.integer(0))),
                Entry.of("TSV", "Time segmented volume")
                        .period("Period", 18)
                        .bars(PANE, NUMBER, (f, p) -> new TimeSegmentedVolumeIndicator(f.series(), p.integer(0))),
                // Bars and levels
                Entry.of("CLOSE_LOCATION", "Place of the close in its bar")
                        .bars(PANE, RATIO, (f, p) -> new CloseLocationValueIndicator(f.series())),
                Entry.of("REAL_BODY", "Body of the bar").bars(PANE, PRICE, (f, p) -> new RealBodyIndicator(f.series())),
                Entry.of("UPPER_SHADOW", "Upper shadow of the bar")
                        .bars(PANE, PRICE, (f, p) -> new UpperShadowIndicator(f.series())),
                Entry.of("LOWER_SHADOW", "Lower shadow of the bar")
                        .bars(PANE, PRICE, (f, p) -> new LowerShadowIndicator(f.series())),
                Entry.of("DEMARK_PIVOT", "DeMark pivot of the bar before")
                        .bars(OVERLAY, PRICE, (f, p) -> new DeMarkPivotPointIndicator(f.series(), TimeLevel.BARBASED)),
                Entry.of("DEMARK_RESISTANCE", "DeMark resistance from the bar before")
                        .bars(
                                OVERLAY,
                                PRICE,
                                (f, p) -> new DeMarkReversalIndicator(
                                        new DeMarkPivotPointIndicator(f.series(), TimeLevel.BARBASED),
                                        DeMarkReversalIndicator.DeMarkPivotLevel.RESISTANCE)),
                Entry.of("DEMARK_SUPPORT", "DeMark support from the bar before")
                        .bars(
                                OVERLAY,
                                PRICE,
                                (f, p) -> new DeMarkReversalIndicator(
                                        new DeMarkPivotPointIndicator(f.series(), TimeLevel.BARBASED),
                                        DeMarkReversalIndicator.DeMarkPivotLevel.SUPPORT)),
                Entry.of("TREND_LINE_SUPPORT", "Trend line through swing lows")
                        .count("Surrounding", 1, 100, 5)
                        .count("WindowBars", 10, 1_000, 100)
                        .repaints()
                        .bars(
                                OVERLAY,
                                PRICE,
                                (f, p) -> new TrendLineSupportIndicator(f.series(), p.integer(0), p.integer(1))),
                Entry.of("TREND_LINE_RESISTANCE", "Trend line through swing highs")
                        .count("Surrounding", 1, 100, 5)
                        .count("WindowBars", 10, 1_000, 100)
                        .repaints()
                        .bars(
                                OVERLAY,
                                PRICE,
                                (f, p) -> new TrendLineResistanceIndicator(f.series(), p.integer(0), p.integer(1))));
    }

    /// The shorter of the first two periods, whichever is given first.
    private static int fast(IndicatorArguments p) {
        return Math.min(p.integer(0), p.integer(1));
    }

    /// The longer one, at least one bar longer than the shorter.
    private static int slow(IndicatorArguments p) {
        return Math.max(fast(p) + 1, Math.max(p.integer(0), p.integer(1)));
    }
}
