package org.tickwright.desktop.chart;

import java.util.List;
import org.tickwright.desktop.DeskCommand;

/// The Charts place's actions by name. Keys without a modifier reach a focused chart first, with
/// the same effect.
final class ChartCommands {
    private ChartCommands() {}

    static List<DeskCommand> of(ChartsPlace place, ChartsModel model, ChartActions actions) {
        return List.of(
                DeskCommand.of("chart.symbol", "Chart: choose a symbol", "S", place::chooseSymbol),
                DeskCommand.of("chart.addIndicator", "Chart: add an indicator", "I", place::chooseIndicator),
                DeskCommand.of("chart.candles", "Chart: candles", "C", () -> actions.style(PriceStyle.CANDLES)),
                DeskCommand.of("chart.line", "Chart: line", "Shift+C", () -> actions.style(PriceStyle.LINE)),
                DeskCommand.of(
                        "chart.footprint",
                        "Chart: footprint, what was sold and bought at each price",
                        "O",
                        () -> actions.style(PriceStyle.FOOTPRINT)),
                DeskCommand.of("chart.profile", "Chart: volume profile on or off", "P", actions::toggleProfile),
                DeskCommand.of("chart.ladder", "Chart: depth ladder on or off (live series)", "B", place::toggleLadder),
                DeskCommand.of("chart.log", "Chart: logarithmic axis on or off", "L", actions::toggleLog),
                DeskCommand.of(
                        "chart.volume",
                        "Chart: volume at the foot, in a pane, off",
                        "V",
                        () -> ChartsPlace.nextVolume(model.chart())),
                DeskCommand.of("chart.side", "Chart: data window on or off", "D", place::toggleSide),
                DeskCommand.of("chart.earlier", "Chart: show earlier bars", "Left", () -> actions.pan(-1)),
                DeskCommand.of("chart.later", "Chart: show later bars", "Right", () -> actions.pan(1)),
                DeskCommand.of("chart.pageEarlier", "Chart: a page back", "Page Up", () -> actions.page(-1)),
                DeskCommand.of("chart.pageLater", "Chart: a page on", "Page Down", () -> actions.page(1)),
                DeskCommand.of("chart.first", "Chart: first bar", "Home", actions::home),
                DeskCommand.of("chart.last", "Chart: last bar", "End", actions::end),
                DeskCommand.of("chart.zoomIn", "Chart: zoom in", "Plus", () -> actions.zoom(1)),
                DeskCommand.of("chart.zoomOut", "Chart: zoom out", "Minus", () -> actions.zoom(-1)),
                DeskCommand.of("chart.fit", "Chart: show every bar", "F", actions::fit),
                DeskCommand.of("chart.reset", "Chart: usual view, axes follow the prices", "R", actions::reset),
                DeskCommand.of("chart.up", "Chart: move the price axis up", "Up", () -> actions.panValues(1)),
                DeskCommand.of("chart.down", "Chart: move the price axis down", "Down", () -> actions.panValues(-1)),
                DeskCommand.of("chart.stretch", "Chart: stretch the price axis", "Shift+Up", () -> actions.stretch(1)),
                DeskCommand.of("chart.press", "Chart: press the price axis", "Shift+Down", () -> actions.stretch(-1)),
                DeskCommand.of(
                        "chart.crosshairLeft",
                        "Chart: crosshair to the bar before",
                        "Shift+Left",
                        () -> actions.moveCrosshair(-1)),
                DeskCommand.of(
                        "chart.crosshairRight",
                        "Chart: crosshair to the next bar",
                        "Shift+Right",
                        () -> actions.moveCrosshair(1)),
                DeskCommand.of(
                        "chart.previousTrade", "Chart: previous trade", "Open Bracket", () -> model.stepTrade(-1)),
                DeskCommand.of("chart.nextTrade", "Chart: next trade", "Close Bracket", () -> model.stepTrade(1)));
    }
}
