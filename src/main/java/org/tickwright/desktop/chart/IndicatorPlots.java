package org.tickwright.desktop.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.chart.plot.Column;
import org.tickwright.indicator.IndicatorColumn;
import org.tickwright.indicator.InputColumns;
import org.tickwright.market.Bars;
import org.tickwright.market.Frame;
import org.tickwright.spi.IndicatorSpec;

/// Computes catalogued indicators over bars and decides how they are drawn. Needs no toolkit; runs
/// on any thread.
public final class IndicatorPlots {
    private IndicatorPlots() {}

    /// True if an indicator can be drawn over any series: by default it reads nothing that a series need not
    /// have.
    static boolean isDrawable(IndicatorSpec spec) {
        return spec.inputs().stream().allMatch(input -> InputColumns.isOfEverySeries(input.defaultColumn()));
    }

    /// Computes an indicator. `decimals` are the instrument's. A column that the bars do not have is an
    /// [IllegalArgumentException].
    public static ChartIndicator compute(ActiveIndicator indicator, Bars bars, int decimals) {
        InputColumns columns = new InputColumns(Frame.of(bars));
        double[][] inputs = new double[indicator.inputs().size()][];
        for (int i = 0; i < inputs.length; i++) {
            String name = indicator.inputs().get(i);
            Optional<double[]> column = columns.column(name);
            inputs[i] =
                    column.orElseThrow(() -> new IllegalArgumentException("The series has no column '" + name + "'."));
        }
        double[][] values = IndicatorColumn.compute(indicator.definition(), indicator.arguments(), inputs, bars.size());
        return draw(indicator, values, bars.size(), decimals);
    }

    private static ChartIndicator draw(ActiveIndicator indicator, double[][] values, int size, int decimals) {
        IndicatorSpec spec = indicator.spec();
        ChartIndicator.Band band = band(spec);
        List<ChartIndicator.Output> outputs = new ArrayList<>();
        int slot = indicator.slot();
        for (int i = 0; i < values.length; i++) {
            if (!drawn(spec, i)) {
                continue;
            }
            String name = spec.outputs().get(i).name();
            boolean histogram = histogram(name);
            boolean lower = band != null && band.lower() == i;
            int colour = lower ? indicator.slot() : slot;
            outputs.add(new ChartIndicator.Output(
                    spec.severalOutputs() ? shortName(spec, name) : "",
                    new Column(values[i], size),
                    histogram ? ChartIndicator.Shape.HISTOGRAM : ChartIndicator.Shape.LINE,
                    colour));
            slot += histogram || lower ? 0 : 1;
        }
        IndicatorSpec.Unit unit = spec.outputs().isEmpty()
                ? IndicatorSpec.Unit.NUMBER
                : IntStream.range(0, spec.outputs().size())
                        .filter(i -> drawn(spec, i))
                        .mapToObj(i -> spec.outputs().get(i).unit())
                        .findFirst()
                        .orElse(IndicatorSpec.Unit.NUMBER);
        return new ChartIndicator(
                indicator.id(),
                indicator.title(),
                overlay(indicator),
                outputs,
                band,
                levels(spec.name()),
                digits(unit, overlay(indicator) ? decimals : decimals + 2),
                unit == IndicatorSpec.Unit.VOLUME,
                indicator.hidden(),
                spec.marks().repaints());
    }

    /// Over the prices only if it is a price of the bars; the same average of a volume has a pane
    /// of its own.
    private static boolean overlay(ActiveIndicator indicator) {
        return indicator.spec().place() == IndicatorSpec.Place.OVERLAY
                && (indicator.inputs().size() != 1 || !indicator.inputs().contains("volume"));
    }

    /// How many colours an indicator takes.
    static int slots(IndicatorSpec spec) {
        int lines = 0;
        for (int i = 0; i < spec.outputs().size(); i++) {
            lines += drawn(spec, i) && !histogram(spec.outputs().get(i).name()) ? 1 : 0;
        }
        return Math.max(1, band(spec) == null ? lines : lines - 1);
    }

    /// Over the prices only prices are drawn: a direction or a number of bars has no place on their scale.
    private static boolean drawn(IndicatorSpec spec, int output) {
        return spec.place() != IndicatorSpec.Place.OVERLAY
                || spec.outputs().get(output).unit() == IndicatorSpec.Unit.PRICE
                || spec.outputs().stream().noneMatch(other -> other.unit() == IndicatorSpec.Unit.PRICE);
    }

    private static boolean histogram(String output) {
        return output.endsWith("Hist");
    }

    private static String shortName(IndicatorSpec spec, String output) {
        String rest =
                output.startsWith(spec.name()) && output.length() > spec.name().length()
                        ? output.substring(spec.name().length())
                        : output;
        if (rest.equals(spec.name())) {
            return rest;
        }
        if (rest.equals("Hist")) {
            return "histogram";
        }
        String bare = rest.startsWith("Real") && rest.length() > 4 ? rest.substring(4) : rest;
        return bare.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static ChartIndicator.@Nullable Band band(IndicatorSpec spec) {
        int upper = -1;
        int lower = -1;
        for (int i = 0; i < spec.outputs().size(); i++) {
            String name = spec.outputs().get(i).name();
            upper = name.contains("UpperBand") ? i : upper;
            lower = name.contains("LowerBand") ? i : lower;
        }
        return upper >= 0 && lower >= 0 ? new ChartIndicator.Band(upper, lower) : null;
    }

    /// The levels by which an oscillator is commonly read.
    private static List<Double> levels(String name) {
        return switch (name) {
            case "RSI", "MFI" -> List.of(30.0, 70.0);
            case "STOCH", "STOCHF", "STOCHRSI" -> List.of(20.0, 80.0);
            case "WILLR" -> List.of(-80.0, -20.0);
            case "CCI" -> List.of(-100.0, 100.0);
            case "ADX", "DX", "ADXR" -> List.of(25.0);
            default -> List.of();
        };
    }

    private static int digits(IndicatorSpec.Unit unit, int decimals) {
        return switch (unit) {
            // What lies in a pane of its own is a distance between prices and small beside them.
            case PRICE -> decimals;
            case PERCENT -> 2;
            case BARS -> 0;
            case RATIO, NUMBER, VOLUME -> -1;
        };
    }
}
