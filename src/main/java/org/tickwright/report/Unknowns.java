package org.tickwright.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.Ambiguity;
import org.tickwright.engine.Band;
import org.tickwright.engine.FillTerms;
import org.tickwright.engine.RunResult;
import org.tickwright.execution.AmbiguousBar;
import org.tickwright.market.Bars;

/// What the data of a run could not tell, how that was resolved, and how wide it makes the result.
public final class Unknowns {
    private static final int BARS_SHOWN = 40;

    private final RunResult run;
    private final RunCurves curves;
    private final Figures figures;

    private Unknowns(RunResult run, RunCurves curves, Figures figures) {
        this.run = run;
        this.curves = curves;
        this.figures = figures;
    }

    /// The section of a report.
    static Sheet.Section of(RunResult run, RunCurves curves, Figures figures) {
        return new Sheet.Section("What could not be known", new Unknowns(run, curves, figures).blocks());
    }

    private List<Sheet.Block> blocks() {
        List<Sheet.Block> blocks = new ArrayList<>();
        List<Sheet.Figure> ends = ends(run, figures);
        if (!ends.isEmpty()) {
            blocks.add(new Sheet.FigureGrid(ends));
        }
        blocks.add(new Sheet.Prose(inWords(run, figures)));
        if (run.ambiguity().count() > 0) {
            blocks.add(bars());
        }
        return blocks;
    }

    /// How many bars left something open and what that does to the result, in a few sentences.
    public static String inWords(RunResult run, Figures figures) {
        if (!run.settings().realistic()) {
            return "The plain fill profile does not ask: where a bar touches stop and target the stop counts, and any"
                    + " size fills. How often the bars left that open was not counted; a run with the realistic profile"
                    + " counts it and shows how wide it makes the result.";
        }
        Ambiguity open = run.ambiguity();
        StringBuilder text = new StringBuilder();
        text.append(
                switch (open.count()) {
                    case 0 -> "No bar left open what happened to an order inside it.";
                    case 1 -> "One bar did not tell what happened to an order inside it.";
                    default ->
                        figures.count(open.count()) + " bars did not tell what happened to an order inside them.";
                });
        if (open.count() > 0) {
            text.append(open.count() == 1 ? " It was read " : " They were read ")
                    .append(read(run.settings().fillTerms()));
        }
        Band band = run.band();
        if (band != null) {
            text.append(' ').append(band.inWords());
        } else if (open.count() > 0) {
            text.append(" How wide that makes the result was not measured.");
        }
        if (open.toldBars() > 0 || run.settings().fillTerms().intrabar() != null) {
            text.append(" Finer prices told the path inside ")
                    .append(figures.count(open.toldBars()))
                    .append(" bars that an order was met on; ")
                    .append(figures.count(open.untoldBars()))
                    .append(" had none.");
        }
        if (!open.volumeKnown()) {
            text.append(
                    run.holdings().isEmpty()
                            ? " The series has no volume, so nothing limited the size of a fill."
                            : " A series has no volume, so nothing limited the size of its fills.");
        }
        return text.toString();
    }

    private static String read(FillTerms terms) {
        return switch (terms.resolution()) {
            case PESSIMISTIC -> "as the worst for the account.";
            case OPTIMISTIC -> "as the best for the account.";
            case SEEDED -> "by chance.";
        };
    }

    /// The ends of the band, the run between them, and the width; empty where there is no band.
    public static List<Sheet.Figure> ends(RunResult run, Figures figures) {
        Band band = run.band();
        return band == null
                ? List.of()
                : new Unknowns(run, RunCurves.of(run, new Bars(run.series().timeframe(), run.zone(), 0)), figures)
                        .ends(band);
    }

    private List<Sheet.Figure> ends(Band band) {
        String how = band.complete()
                ? "every reading of the bars was run, " + figures.count(band.runs()) + " in all"
                : figures.count(band.runs()) + " readings were run, the choices bettered one by one";
        return List.of(
                figure("Worst reading", band.lowest().totalReturn(), how),
                figure("This run", run.summary().totalReturn(), "as the settings resolve it"),
                figure("Best reading", band.highest().totalReturn(), how),
                new Sheet.Figure(
                        "Width",
                        figures.percent(band.width(), false),
                        band.width(),
                        usual(band),
                        "best less worst total return",
                        0));
    }

    private String usual(Band band) {
        return band.randoms() == 0
                ? "every reading is inside"
                : figures.percent(band.highestRandom() - band.lowestRandom(), false) + " over "
                        + figures.count(band.randoms()) + " readings by chance";
    }

    private Sheet.Figure figure(String title, @Nullable Double value, String sample) {
        int tone = value == null ? 0 : (int) Math.signum(value);
        return new Sheet.Figure(title, figures.percent(value, true), value, sample, "final equity / capital - 1", tone);
    }

    private Sheet.Block bars() {
        List<AmbiguousBar> all = run.ambiguity().bars();
        List<List<Sheet.Cell>> rows = all.stream()
                .limit(BARS_SHOWN)
                .map(bar -> List.of(
                        Sheet.Cell.text(curves.timeText(bar.time())),
                        Sheet.Cell.text(bar.whatOfWhich()),
                        Sheet.Cell.text(bar.resolved())))
                .toList();
        String caption = all.size() > BARS_SHOWN
                ? "The first " + BARS_SHOWN + " of " + figures.count(all.size())
                        + "; the JSON export holds all of them."
                : "";
        return Sheet.Table.plain(
                List.of(
                        new Sheet.Column("Bar", false, 14),
                        new Sheet.Column("What it left open", false, 52),
                        new Sheet.Column("How it was resolved", false, 34)),
                rows,
                caption);
    }
}
