package org.tickwright.desktop.chart;

import java.util.ArrayList;
import java.util.List;
import org.tickwright.desktop.chart.plot.Candles;
import org.tickwright.desktop.chart.plot.Ink;
import org.tickwright.desktop.chart.plot.NumberText;

/// Every value at a bar in words: the bar itself, each indicator, the trade held. Each number has
/// the decimals of what it counts.
public record Readout(List<Section> sections) {
    /// Slot of a value without a colour of its own.
    public static final int PLAIN = Integer.MIN_VALUE;

    /// Values that belong together.
    public record Section(String title, List<Row> rows) {}

    /// A value: its name, its text, and the slot of its colour ([Ink]) or [#PLAIN].
    public record Row(String name, String text, int slot) {}

    /// The values at a bar; empty where there is none.
    public static Readout of(ChartModel model, int bar) {
        ChartSeries series = model.series().get();
        List<Section> sections = new ArrayList<>();
        if (series != null && bar >= 0 && bar < model.candles().size()) {
            sections.add(bar(model, series, bar));
            for (ChartIndicator indicator : model.indicators()) {
                if (!indicator.hidden()) {
                    sections.add(indicator(model, indicator, bar));
                }
            }
            for (TradeMark trade : model.trades()) {
                if (trade.entryBar() <= bar && bar <= trade.exitBar()) {
                    sections.add(trade(model, series, trade, bar));
                }
            }
        }
        return new Readout(sections);
    }

    private static Section bar(ChartModel model, ChartSeries series, int bar) {
        NumberText numbers = model.plot().numbers();
        Candles bars = model.candles();
        int decimals = series.decimals();
        List<Row> rows = new ArrayList<>();
        rows.add(plain("Open", numbers.fixed(bars.open(bar), decimals)));
        rows.add(plain("High", numbers.fixed(bars.high(bar), decimals)));
        rows.add(plain("Low", numbers.fixed(bars.low(bar), decimals)));
        rows.add(plain("Close", numbers.fixed(bars.close(bar), decimals)));
        rows.add(new Row("Change", change(model, bar), changeSlot(bars, bar)));
        rows.add(plain("Volume", numbers.fixed(bars.volume(bar), volumeDecimals(bars.volume(bar)))));
        return new Section(
                model.plot().times().full(bars.time(bar), model.plot().barNanos()), rows);
    }

    /// The change from the close before, with its share: `+0.42 (+0.50 %)`; a dash at the first bar.
    static String change(ChartModel model, int bar) {
        ChartSeries series = model.series().get();
        if (bar < 1 || series == null) {
            return "–";
        }
        NumberText numbers = model.plot().numbers();
        double before = model.candles().close(bar - 1);
        double change = model.candles().close(bar) - before;
        String text = numbers.signed(change, series.decimals());
        return before > 0 ? text + " (" + numbers.signed(100 * change / before, 2) + " %)" : text;
    }

    /// The colour of the change from the close before.
    static int changeSlot(Candles bars, int bar) {
        if (bar < 1 || bars.close(bar) == bars.close(bar - 1)) {
            return PLAIN;
        }
        return bars.close(bar) > bars.close(bar - 1) ? Ink.UP : Ink.DOWN;
    }

    private static int volumeDecimals(double volume) {
        return volume == Math.rint(volume) ? 0 : Math.abs(volume) >= 1000 ? 2 : 4;
    }

    private static Section indicator(ChartModel model, ChartIndicator indicator, int bar) {
        List<Row> rows = new ArrayList<>();
        for (ChartIndicator.Output output : indicator.outputs()) {
            String name = output.name().isEmpty() ? "Value" : sentence(output.name());
            int slot = output.shape() == ChartIndicator.Shape.HISTOGRAM ? PLAIN : output.slot();
            rows.add(new Row(name, value(model, indicator, output, bar), slot));
        }
        return new Section(indicator.title(), rows);
    }

    /// The value of an output at a bar; a dash while it is undefined.
    static String value(ChartModel model, ChartIndicator indicator, ChartIndicator.Output output, int bar) {
        NumberText numbers = model.plot().numbers();
        double value = output.column().value(bar);
        if (indicator.brief()) {
            return numbers.brief(value);
        }
        ChartSeries series = model.series().get();
        int decimals = indicator.decimals() < 0 && indicator.overlay() && series != null
                ? series.decimals()
                : indicator.decimals();
        return decimals < 0 ? numbers.plain(value) : numbers.fixed(value, decimals);
    }

    private static Section trade(ChartModel model, ChartSeries series, TradeMark trade, int bar) {
        NumberText numbers = model.plot().numbers();
        int decimals = series.decimals();
        List<Row> rows = new ArrayList<>();
        rows.add(plain("Size", size(numbers, trade.quantity())));
        rows.add(plain("Entry", numbers.fixed(trade.entryPrice(), decimals)));
        if (bar == trade.exitBar()) {
            rows.add(plain("Exit", numbers.fixed(trade.exitPrice(), decimals)));
            rows.add(new Row("Result", numbers.signed(trade.result(), 2), trade.result() < 0 ? Ink.DOWN : Ink.UP));
        } else {
            double move = model.candles().close(bar) - trade.entryPrice();
            double open = move * trade.quantity() * (trade.longSide() ? 1 : -1);
            rows.add(new Row("Open result", numbers.signed(open, 2), open < 0 ? Ink.DOWN : Ink.UP));
        }
        return new Section("Trade " + trade.number() + (trade.longSide() ? " · long" : " · short"), rows);
    }

    /// A quantity without needless zeros.
    static String size(NumberText numbers, double quantity) {
        int decimals = 0;
        double scaled = quantity;
        while (decimals < 4 && Math.abs(scaled - Math.rint(scaled)) > 1e-9 * Math.max(1, Math.abs(scaled))) {
            decimals++;
            scaled *= 10;
        }
        return numbers.fixed(quantity, decimals);
    }

    private static Row plain(String name, String text) {
        return new Row(name, text, PLAIN);
    }

    private static String sentence(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
