package org.tickwright.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.tickwright.engine.Summary;
import org.tickwright.engine.SummaryFigures;
import org.tickwright.engine.Trade;
import org.tickwright.study.sweep.ParameterRange;
import org.tickwright.study.sweep.SweepFigure;
import org.tickwright.study.sweep.SweepPlan;
import org.tickwright.study.sweep.SweepRow;

/// The rows of a sweep as CSV by RFC 4180, one after the other: the number of the combination, its parameters, every
/// figure that was computed, how often each reason closed a trade, and why a combination was not possible. Numbers read
/// back to the same double and are empty where undefined.
public final class SweepCsv {
    private final Writer out;
    private final List<ParameterRange> parameters;
    private final List<SweepFigure> figures;

    /// Writes the head line; the caller closes the writer.
    public SweepCsv(SweepPlan plan, SummaryFigures computed, Writer out) throws IOException {
        this.out = out;
        figures = SweepFigure.all(computed);
        parameters = plan.ranges();
        StringBuilder line = new StringBuilder("point");
        parameters.forEach(range -> line.append(',').append(range.name()));
        for (SweepFigure figure : figures) {
            line.append(',').append(figure.key());
        }
        for (Trade.ExitReason reason : Trade.ExitReason.values()) {
            line.append(",exits.").append(reason.name());
        }
        out.append(line).append(",fault\n");
    }

    /// Writes a row.
    public void row(SweepRow row) throws IOException {
        StringBuilder line = new StringBuilder().append(row.point());
        for (ParameterRange range : parameters) {
            Double value = row.parameters().get(range.name());
            line.append(',').append(value == null ? "" : number(value, range.integer()));
        }
        Summary summary = row.summary();
        for (SweepFigure figure : figures) {
            line.append(',').append(number(row.figure(figure), figure.count()));
        }
        for (Trade.ExitReason reason : Trade.ExitReason.values()) {
            line.append(',');
            if (summary != null) {
                line.append(summary.exitReasons().getOrDefault(reason.name(), 0));
            }
        }
        line.append(',').append(quoted(row.fault() == null ? "" : row.fault()));
        out.append(line).append('\n');
    }

    private static String number(double value, boolean whole) {
        if (Double.isNaN(value)) {
            return "";
        }
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
