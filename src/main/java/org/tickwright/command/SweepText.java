package org.tickwright.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickwright.engine.EngineVersion;
import org.tickwright.engine.Summary;
import org.tickwright.market.StoreException;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.study.sweep.Objective;
import org.tickwright.study.sweep.ParameterRange;
import org.tickwright.study.sweep.Plateau;
import org.tickwright.study.sweep.SweepFigure;
import org.tickwright.study.sweep.SweepRow;
import org.tickwright.workbench.Sweeps;

/// A sweep as the command line tells it: the best as a table, or all of it as one JSON document.
final class SweepText {
    /// What stands in the table beside the figure that it is sorted by.
    private static final List<SweepFigure> USUAL = List.of(
            SweepFigure.SHARPE,
            SweepFigure.TOTAL_RETURN,
            SweepFigure.MAX_DRAWDOWN,
            SweepFigure.TRADES,
            SweepFigure.PROFIT_FACTOR);

    private final Console console;
    private final Sweeps.Result result;
    private final SweepRanking ranking;

    SweepText(Console console, Sweeps.Result result, SweepRanking ranking) {
        this.console = console;
        this.result = result;
        this.ranking = ranking;
    }

    void table(Sweeps.Request request) {
        console.line(String.format(
                Locale.ROOT,
                "%s on %s: %,d combinations (%s)",
                request.document().name(),
                request.given().base().key(),
                result.plan().size(),
                result.plan().search()));
        Objective objective = result.plan().objective();
        if (objective != null) {
            console.line(String.format(
                    Locale.ROOT,
                    "Looked for the %s %s over runs with at least %,d trade%s.",
                    objective.highest() ? "highest" : "lowest",
                    objective.figure().key(),
                    objective.leastTrades(),
                    objective.leastTrades() == 1 ? "" : "s"));
        }
        if (ranking.faults() > 0) {
            console.line(String.format(Locale.ROOT, "%,d of them were not possible.", ranking.faults()));
        }
        List<SweepFigure> columns = new ArrayList<>(List.of(ranking.figure()));
        USUAL.stream()
                .filter(figure -> figure != ranking.figure() && figure.in(result.figures()))
                .forEach(columns::add);
        StringBuilder head = new StringBuilder("  ");
        for (ParameterRange range : result.plan().ranges()) {
            head.append(String.format(Locale.ROOT, "%10s", range.name()));
        }
        columns.forEach(figure -> head.append(String.format(Locale.ROOT, "%14s", figure.key())));
        console.line(head.toString());
        ranking.best().forEach(row -> console.line(line(row, columns)));
        marks();
    }

    private String line(SweepRow row, List<SweepFigure> columns) {
        StringBuilder line = new StringBuilder("  ");
        for (ParameterRange range : result.plan().ranges()) {
            line.append(String.format(Locale.ROOT, "%10s", value(range, row.parameters())));
        }
        for (SweepFigure figure : columns) {
            line.append(String.format(Locale.ROOT, "%14s", text(figure, row.figure(figure))));
        }
        return line + mark(row.point());
    }

    private String mark(int point) {
        Plateau plateau = ranking.plateau();
        return (point == ranking.peak() ? "  peak" : "")
                + (plateau != null && point == plateau.point() ? "  plateau" : "");
    }

    private static String value(ParameterRange range, Map<String, Double> parameters) {
        double value = parameters.getOrDefault(range.name(), Double.NaN);
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.6g", value);
    }

    private static String text(SweepFigure figure, double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return figure.count() ? Long.toString((long) value) : String.format(Locale.ROOT, "%.4f", value);
    }

    private void marks() {
        if (ranking.peak() < 0) {
            console.line("No combination has a " + ranking.figure().key() + ".");
            return;
        }
        console.line("  peak     " + at(ranking.peak()));
        Plateau plateau = ranking.plateau();
        if (plateau != null) {
            console.line("  plateau  " + at(plateau.point()) + ", with the steps around it "
                    + text(ranking.figure(), plateau.median()) + " in the median"
                    + (result.plan().search().guided() ? " of those that were tried" : ""));
        }
    }

    private String at(int point) {
        StringBuilder words = new StringBuilder();
        Map<String, Double> parameters = ranking.parameters().apply(point);
        for (ParameterRange range : result.plan().ranges()) {
            words.append(range.name())
                    .append('=')
                    .append(value(range, parameters))
                    .append(' ');
        }
        return words + ranking.figure().key() + " " + text(ranking.figure(), ranking.figures()[point]);
    }

    /// Rows in the order of the plan, one line each: the same bytes however it was run.
    void json(Sweeps.Request request) throws IOException, StoreException {
        try (JsonGenerator json = new JsonFactory().createGenerator(console.out())) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("format", "tickwright-sweep");
            json.writeNumberField("version", 1);
            json.writeStringField("engineVersion", EngineVersion.CURRENT);
            json.writeStringField("strategy", request.document().name());
            json.writeStringField("strategyHash", StrategyCodec.hash(request.document()));
            json.writeStringField("series", request.given().base().key().toString());
            json.writeStringField("dataHash", request.given().base().hash());
            plan(json);
            marks(json);
            List<SweepFigure> figures = SweepFigure.all(result.figures());
            json.writeArrayFieldStart("figures");
            for (SweepFigure figure : figures) {
                json.writeString(figure.key());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rows");
            result.rows(row -> {
                try {
                    json.writeRaw('\n');
                    row(json, row, figures);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            json.writeEndArray();
            json.writeEndObject();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        console.out().println();
    }

    private void plan(JsonGenerator json) throws IOException {
        json.writeStringField("search", result.plan().search().toString());
        json.writeNumberField("seed", result.plan().seed());
        Objective objective = result.plan().objective();
        if (objective != null) {
            json.writeObjectFieldStart("objective");
            json.writeStringField("figure", objective.figure().key());
            json.writeStringField("sense", objective.highest() ? "max" : "min");
            json.writeNumberField("leastTrades", objective.leastTrades());
            json.writeEndObject();
        }
        json.writeNumberField("combinations", result.plan().size());
        json.writeNumberField("faults", ranking.faults());
        json.writeArrayFieldStart("parameters");
        for (ParameterRange range : result.plan().ranges()) {
            json.writeStartObject();
            json.writeStringField("name", range.name());
            json.writeNumberField("from", range.from());
            json.writeNumberField("to", range.to());
            json.writeArrayFieldStart("values");
            for (double value : range.values()) {
                json.writeNumber(value);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void marks(JsonGenerator json) throws IOException {
        json.writeStringField("sort", ranking.figure().key());
        json.writeArrayFieldStart("best");
        for (SweepRow row : ranking.best()) {
            json.writeNumber(row.point());
        }
        json.writeEndArray();
        if (ranking.peak() >= 0) {
            json.writeNumberField("peak", ranking.peak());
        }
        Plateau plateau = ranking.plateau();
        if (plateau != null) {
            json.writeObjectFieldStart("plateau");
            json.writeNumberField("point", plateau.point());
            number(json, "median", plateau.median(), false);
            json.writeEndObject();
        }
    }

    private static void row(JsonGenerator json, SweepRow row, List<SweepFigure> figures) throws IOException {
        json.writeStartObject();
        json.writeNumberField("point", row.point());
        json.writeObjectFieldStart("parameters");
        for (Map.Entry<String, Double> parameter : row.parameters().entrySet()) {
            json.writeNumberField(parameter.getKey(), parameter.getValue());
        }
        json.writeEndObject();
        Summary summary = row.summary();
        if (summary == null) {
            json.writeStringField("fault", row.fault());
        } else {
            for (SweepFigure figure : figures) {
                number(json, figure.key(), figure.of(summary), figure.count());
            }
            json.writeObjectFieldStart("exitReasons");
            for (Map.Entry<String, Integer> reason : new java.util.TreeMap<>(summary.exitReasons()).entrySet()) {
                json.writeNumberField(reason.getKey(), reason.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, double value, boolean count) throws IOException {
        if (!Double.isFinite(value)) {
            json.writeNullField(name);
        } else if (count) {
            json.writeNumberField(name, (long) value);
        } else {
            json.writeNumberField(name, value);
        }
    }
}
