package org.tickwright.desktop.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.engine.RunResult;
import org.tickwright.report.Figures;
import org.tickwright.report.RunFigures;
import org.tickwright.report.TearSheet;
import org.tickwright.study.Metric;
import org.tickwright.study.TrialCount;

/// The headline figures of a run in two rows of tiles.
final class FigureTiles extends GridPane {
    private static final int COLUMNS = 5;
    /// Figures that need more than a formula to be understood.
    private static final Set<String> OF_TRIALS = Set.of("dsrTrials", "psrVs0", "dsr", "minTrackRecordLength95");

    private final List<FigureTile> tiles = new ArrayList<>();

    FigureTiles(Desk desk) {
        getStyleClass().add("tw-figures");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(column);
        }
        for (int i = 0; i < RunFigures.HEADLINE.size(); i++) {
            FigureTile tile = new FigureTile();
            if (OF_TRIALS.contains(RunFigures.HEADLINE.get(i))) {
                tile.explainIn(Nodes.help(desk, HelpTopic.TRIALS));
            }
            tile.setId("figure-" + RunFigures.HEADLINE.get(i));
            tiles.add(tile);
            add(tile, i % COLUMNS, i / COLUMNS);
        }
    }

    void show(TearSheet sheet, Locale locale) {
        Figures figures = new Figures(locale);
        List<Metric> metrics = RunFigures.headline(sheet);
        for (int i = 0; i < metrics.size(); i++) {
            Metric metric = metrics.get(i);
            tiles.get(i).show(metric, text(metric, figures), sample(metric, sheet, figures), tone(metric));
        }
    }

    private static String text(Metric metric, Figures figures) {
        Double value = metric.value() instanceof Double number ? number : null;
        return switch (metric.name()) {
            case "totalReturn", "buyHoldReturn", "cagr" -> figures.percent(value, true);
            default -> figures.metric(metric);
        };
    }

    private static String sample(Metric metric, TearSheet sheet, Figures figures) {
        if (metric.name().equals("dsrTrials")) {
            TrialCount count = sheet.trials();
            return count == null ? "not counted" : figures.count(count.repeats()) + " repeated";
        }
        RunResult run = sheet.run();
        if (metric.name().equals("trades")) {
            return figures.count(run.summary().longs()) + " long, "
                    + figures.count(run.summary().shorts()) + " short";
        }
        String unit = FigureTile.ofTrades(metric) ? " trade" : " bar";
        return "n = " + figures.count(metric.sampleSize()) + unit + (metric.sampleSize() == 1 ? "" : "s");
    }

    private static int tone(Metric metric) {
        boolean result = metric.name().equals("totalReturn");
        return result && metric.value() instanceof Double value ? (int) Math.signum(value) : 0;
    }
}
