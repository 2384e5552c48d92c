package org.tickwright.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.tickwright.engine.RunJson;
import org.tickwright.study.Metric;
import org.tickwright.study.TrialCount;

/// Writes the run document of [RunJson] with a few fields more: `runId`, `trials`, `metrics`,
/// `strategyDescription`, `strategyFile`. [RunJson] still reads it.
final class JsonReport {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonReport() {}

    static void write(TearSheet sheet, OutputStream out) throws IOException {
        OpenEnd document = new OpenEnd(out);
        RunJson.write(sheet.run(), document);
        document.flush();
        out.write(",\n".getBytes(StandardCharsets.UTF_8));
        BraceLess rest = new BraceLess(out);
        try (JsonGenerator json = FACTORY.createGenerator(rest, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            extras(sheet, json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void extras(TearSheet sheet, JsonGenerator json) throws IOException {
        json.writeStringField("runId", sheet.runId());
        json.writeStringField("strategyDescription", sheet.strategyDescription());
        json.writeStringField("strategyFile", sheet.strategyJson());
        trials(sheet, json);
        json.writeArrayFieldStart("metrics");
        for (Metric metric : sheet.metrics()) {
            json.writeRaw('\n');
            metric(metric, json);
        }
        json.writeEndArray();
    }

    private static void trials(TearSheet sheet, JsonGenerator json) throws IOException {
        TrialCount count = sheet.trials();
        if (count == null) {
            json.writeNullField("trials");
            return;
        }
        json.writeObjectFieldStart("trials");
        json.writeStringField("lineage", count.lineage());
        json.writeStringField("dataSet", count.dataSet());
        json.writeNumberField("count", count.count());
        json.writeNumberField("inherited", count.inherited());
        json.writeNumberField("repeats", count.repeats());
        json.writeNumberField("since", sheet.triesSince());
        json.writeNumberField("ledgerRow", count.seal().number());
        json.writeStringField("seal", count.seal().hash());
        json.writeStringField("inWords", TriesInWords.of(sheet));
        json.writeEndObject();
    }

    private static void metric(Metric metric, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", metric.name());
        json.writeStringField("title", metric.title());
        switch (metric.value()) {
            case Double number when Double.isFinite(number) -> json.writeNumberField("value", number);
            case String text -> json.writeStringField("value", text);
            case null, default -> json.writeNullField("value");
        }
        json.writeStringField("unit", metric.unit());
        json.writeNumberField("sampleSize", metric.sampleSize());
        json.writeStringField("formula", metric.formula());
        json.writeEndObject();
    }

    /// Passes a JSON object on without its last brace and what follows it, so that more fields can be added.
    private static final class OpenEnd extends FilterOutputStream {
        private final byte[] held = new byte[4];
        private int count;

        OpenEnd(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            if (b == '}') {
                release();
                held[count++] = (byte) b;
            } else if (count > 0 && count < held.length && Character.isWhitespace(b)) {
                held[count++] = (byte) b;
            } else {
                release();
                out.write(b);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int tail = Math.min(length, held.length);
            if (length > tail) {
                release();
                out.write(bytes, from, length - tail);
            }
            for (int i = from + length - tail; i < from + length; i++) {
                write(bytes[i]);
            }
        }

        private void release() throws IOException {
            out.write(held, 0, count);
            count = 0;
        }
    }

    /// Drops the first brace of a JSON object.
    private static final class BraceLess extends FilterOutputStream {
        private boolean dropped;

        BraceLess(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            if (dropped) {
                out.write(b);
            }
            dropped = true;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int skip = dropped || length == 0 ? 0 : 1;
            dropped |= length > 0;
            out.write(bytes, from + skip, length - skip);
        }
    }
}
