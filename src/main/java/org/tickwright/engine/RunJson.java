package org.tickwright.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.tickwright.market.audit.RunFindings;

/// A run as one JSON document: what `backtest --json` prints, the archive keeps and reports carry.
///
/// The same run gives the same bytes: fields in a fixed order, a line per trade, order and bar, numbers in
/// the shortest form that reads back to the same double, times ISO-8601. A number that is undefined is
/// `null`. Reading gives back every value that was written; both stream, so a million bars need no tree in
/// memory.
public final class RunJson {
    static final String FORMAT = "tickwright-run";
    static final int VERSION = 1;
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(10_000_000).build())
            .build();

    private RunJson() {}

    /// Writes the document as UTF-8 and leaves the stream open.
    public static void write(RunResult run, OutputStream out) throws IOException {
        new RunJsonWriter(run, null, out).write();
    }

    /// The same with what the audit found in the tested range, under `audit` where that is anything; reading leaves it
    /// out.
    public static void write(RunResult run, RunFindings found, OutputStream out) throws IOException {
        new RunJsonWriter(run, found, out).write();
    }

    /// The document as UTF-8 bytes.
    public static byte[] bytes(RunResult run) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try {
            write(run, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written", e);
        }
        return out.toByteArray();
    }

    /// The document as text.
    public static String text(RunResult run) {
        return new String(bytes(run), StandardCharsets.UTF_8);
    }

    /// Reads a document. Text that is not one is an [IOException] that says where it went wrong.
    public static RunResult read(InputStream in) throws IOException {
        return RunJsonReader.read(in);
    }

    /// Reads a document from its bytes.
    public static RunResult read(byte[] document) throws IOException {
        return read(new ByteArrayInputStream(document));
    }
}
