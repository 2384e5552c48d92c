package org.tickwright.market.text;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickwright.kernel.DoubleColumn;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.TableFile;
import org.tickwright.market.Timeframe;
import org.tickwright.market.audit.AuditLog;
import org.tickwright.market.audit.GapAudit;
import org.tickwright.market.audit.OutlierAudit;
import org.tickwright.market.audit.RowAudit;

/// Reads a file of daily or intraday bars, of text or a table of typed columns: finds out how it is written, reads it,
/// audits it.
///
/// What cannot be read as bars at all is an [ImportException] that says what the file looks like and what to do. What
/// can, but holds errors, comes back as a blocked [ParsedFile] with its findings. Nothing is guessed: dates that could
/// be
/// day or month first and numbers that could have a decimal or a thousands comma block the file until somebody says.
public final class BarFileReader {
    private final String name;
    private final String form;
    private final ImportOptions options;
    private final boolean withExtras;
    private final AuditLog log;
    private final Mending mending;

    private BarFileReader(String name, String form, ImportOptions stated, boolean withExtras) throws ImportException {
        this.name = name;
        this.form = form;
        this.withExtras = withExtras;
        mending = new Mending(name, stated);
        options = mending.options();
        log = new AuditLog(options.accept());
    }

    /// Reads bars and all further numeric columns.
    public static ParsedFile parse(Path file, ImportOptions options) throws ImportException {
        return text(TextFile.read(file), options, true);
    }

    /// Reads bars alone, which is what an import needs.
    public static ParsedFile parseBars(Path file, ImportOptions options) throws ImportException {
        return text(TextFile.read(file), options, false);
    }

    /// Reads bars and further columns from a stream; `name` stands for it in messages.
    public static ParsedFile parse(String name, InputStream in, ImportOptions options) throws ImportException {
        return text(TextFile.read(name, in), options, true);
    }

    /// Reads the bars of a table, and its further numeric columns where these are asked for.
    public static ParsedFile parse(TableFile table, ImportOptions options, boolean withExtras) throws ImportException {
        BarFileReader reader = new BarFileReader(table.name(), table.form() + ", ", options, withExtras);
        reader.checkTimeframe();
        Layout layout = new TableLayoutFinder(table, options).find(reader.log);
        return reader.read(layout, new TableRows(table, layout, reader.log, withExtras).read());
    }

    /// Reads the bars of text that is in memory already.
    static ParsedFile text(TextFile file, ImportOptions stated, boolean withExtras) throws ImportException {
        ImportOptions options = file.zoned(stated);
        BarFileReader reader = new BarFileReader(file.name(), file.form(), options, withExtras);
        reader.checkTimeframe();
        Layout layout = new LayoutFinder(file, options).find(reader.log);
        return reader.read(layout, new RowReader(file, layout, reader.log, withExtras).read());
    }

    private void checkTimeframe() throws ImportException {
        Timeframe stated = options.timeframe();
        if (stated != null && !stated.timed()) {
            throw ImportException.about(
                    "timeframe",
                    name + " cannot hold bars of " + stated
                            + ": bars of so many trades, units or so much money are made of trades. State a length in"
                            + " time.");
        }
    }

    private ParsedFile read(Layout layout, Rows rows) throws ImportException {
        TimeResolver resolver = new TimeResolver(rows, layout, options, log);
        long[] times = resolver.resolve();
        DoubleColumn[] fields = new DoubleColumn[5];
        Arrays.setAll(fields, rows::field);
        mending.rows(times, rows, log);
        RowAudit audit = new RowAudit(times, rows.lines(), fields, log);
        int[] sound = audit.sound();
        Mending.Mended mended = mending.bars(bars(resolver, times, rows, sound), sound, times, rows, log);
        Bars bars = mended.bars();
        sound = mended.rows();
        long[] lines = Arrays.stream(sound)
                .mapToLong(row -> row < 0 ? 0 : rows.lines()[row])
                .toArray();
        GapAudit.run(bars, lines, log);
        OutlierAudit.run(bars, lines, log);
        if (bars.size() == 0 && log.blocking().isEmpty()) {
            throw new ImportException(name + " holds no row that can be a bar (" + rows.read() + " rows read: "
                    + log.counts() + "). Nothing was stored.");
        }
        String description = form + layout.describe() + "; " + resolver.describe()
                + (audit.turned() ? "; newest first, turned round" : "");
        return new ParsedFile(
                name,
                description,
                bars,
                extras(layout, rows, sound, bars),
                layout.header(),
                layout.sample(),
                layout.columns().positions(),
                resolver.zoneAssumed(),
                rows.read(),
                rows.read() - mended.read(),
                log.findings(),
                log.counts(),
                log.blocking());
    }

    private static Bars bars(TimeResolver resolver, long[] times, Rows rows, int[] sound) {
        Bars bars = new Bars(resolver.timeframe(), resolver.zone(), sound.length);
        for (int row : sound) {
            bars.append(
                    times[row],
                    rows.field(0).get(row),
                    rows.field(1).get(row),
                    rows.field(2).get(row),
                    rows.field(3).get(row),
                    rows.field(4).get(row));
        }
        return bars;
    }

    /// Further columns by header, and the columns of the bars whose header is not the field's name; of two columns of
    /// one name the second carries its position.
    private Map<String, double[]> extras(Layout layout, Rows rows, int[] sound, Bars bars) {
        Map<String, double[]> extras = new LinkedHashMap<>();
        List<Integer> columns = withExtras ? layout.extras() : new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            double[] values = new double[sound.length];
            for (int j = 0; j < sound.length; j++) {
                values[j] = sound[j] < 0 ? Double.NaN : rows.extra(i).get(sound[j]);
            }
            String name = layout.header().get(columns.get(i));
            extras.put(extras.containsKey(name) ? name + " " + (columns.get(i) + 1) : name, values);
        }
        if (withExtras) {
            addRenamed(layout, bars, extras);
        }
        return extras;
    }

    /// Makes a column such as `Last` that became the close answer to its header too.
    private static void addRenamed(Layout layout, Bars bars, Map<String, double[]> extras) {
        for (Bars.Field field : Bars.Field.values()) {
            int column = layout.columns().of(field);
            String name = column >= 0 && column < layout.header().size()
                    ? layout.header().get(column)
                    : "";
            if (!name.isBlank() && !HeaderNames.plain(name).equalsIgnoreCase(field.name())) {
                extras.putIfAbsent(name, Arrays.copyOf(bars.column(field), bars.size()));
            }
        }
    }
}
