package org.tickwright.desktop.data;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.Faults;
import org.tickwright.market.Finding;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.ImportPreview;
import org.tickwright.market.ImportReport;
import org.tickwright.market.Mend;
import org.tickwright.market.MendPlan;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.workbench.SeriesLibrary;

/// A file on its way into the store: what was found in it, what a person changed about that, what speaks against it,
/// and
/// what came of it. JavaFX thread; the reading runs in the background, one reading at a time.
public final class ImportModel {
    private final SeriesLibrary library;
    private final BackgroundTasks tasks;
    private final StringProperty symbol = new SimpleStringProperty("");
    private final StringProperty timeframe = new SimpleStringProperty("");
    private final StringProperty zone = new SimpleStringProperty("");
    private final StringProperty dateOrder = new SimpleStringProperty("");
    private final StringProperty format = new SimpleStringProperty("");
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Set<String> accepted = new LinkedHashSet<>();
    private final Map<String, Mend.Action> mends = new TreeMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ImportPreview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ImportReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper symbolTrouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper importing = new ReadOnlyBooleanWrapper();
    private boolean changedMeanwhile;
    private boolean filling;
    private BackgroundTasks.@Nullable Handle running;

    /// An import into that library.
    public ImportModel(SeriesLibrary library, BackgroundTasks tasks) {
        this.library = library;
        this.tasks = tasks;
        for (StringProperty option : List.of(timeframe, zone, dateOrder, format)) {
            option.addListener((property, before, now) -> reread());
        }
        symbol.addListener((property, before, now) -> symbolTrouble.set(symbolTrouble(now.strip())));
    }

    /// Under which symbol it is stored; proposed from the file name.
    public StringProperty symbol() {
        return symbol;
    }

    /// The timeframe, empty where it is found from the times.
    public StringProperty timeframe() {
        return timeframe;
    }

    /// The zone, empty where it is found or assumed.
    public StringProperty zone() {
        return zone;
    }

    /// `DMY`, `MDY`, or empty where the dates tell.
    public StringProperty dateOrder() {
        return dateOrder;
    }

    /// `decimal-comma`, `decimal-point`, or empty where the numbers tell.
    public StringProperty format() {
        return format;
    }

    /// The file, null before one is chosen.
    public ReadOnlyObjectProperty<@Nullable Path> file() {
        return file.getReadOnlyProperty();
    }

    /// How the file would be read, null while that is not known.
    public ReadOnlyObjectProperty<@Nullable ImportPreview> preview() {
        return preview.getReadOnlyProperty();
    }

    /// What came of the import, null before it was done.
    public ReadOnlyObjectProperty<@Nullable ImportReport> report() {
        return report.getReadOnlyProperty();
    }

    /// Why it cannot be read or imported, in words; empty if it can.
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// Why the symbol will not do, in words; empty if it will.
    public ReadOnlyStringProperty symbolTrouble() {
        return symbolTrouble.getReadOnlyProperty();
    }

    /// True while the file is being read for the preview.
    public ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /// True while it is being imported.
    public ReadOnlyBooleanProperty importing() {
        return importing.getReadOnlyProperty();
    }

    /// Starts afresh with a file.
    public void open(Path chosen) {
        filling = true;
        List.of(symbol, timeframe, zone, dateOrder, format).forEach(option -> option.set(""));
        filling = false;
        columns.clear();
        accepted.clear();
        mends.clear();
        report.set(null);
        preview.set(null);
        file.set(chosen);
        reread();
    }

    /// Which position (from 1) holds a field; 0 gives the choice back to the reader.
    public void column(String field, int position) {
        if (columns.isEmpty() && preview.get() != null) {
            columns.putAll(preview.get().columns());
        }
        if (position > 0) {
            columns.put(field, position);
        } else {
            columns.remove(field);
        }
        reread();
    }

    /// Accepts findings of a code, or takes that back.
    public void accept(String code, boolean accept) {
        if (accept ? accepted.add(code) : accepted.remove(code)) {
            reread();
        }
    }

    /// Decides what becomes of the rows of a code; null takes the decision back.
    public void mend(String code, Mend.@Nullable Action action) {
        boolean changed = accepted.remove(code);
        changed |= action == null ? mends.remove(code) != null : mends.put(code, action) != action;
        if (changed) {
            reread();
        }
    }

    /// What speaks against the file, one group per code, those that block first.
    public List<FindingGroup> groups() {
        ImportPreview now = preview.get();
        if (now == null) {
            return List.of();
        }
        Set<String> errors = new LinkedHashSet<>();
        for (Finding finding : now.findings()) {
            if (finding.severity() == Finding.Severity.ERROR) {
                errors.add(finding.code());
            }
        }
        List<FindingGroup> groups = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>(now.findingCounts());
        mends.keySet().forEach(code -> counts.putIfAbsent(code, 0));
        counts.forEach((code, count) -> groups.add(
                FindingGroup.of(code, errors.contains(code), count, accepted.contains(code), mends.get(code))));
        groups.replaceAll(group -> group.code().equals("GAP") && !fillable(now) ? group.withoutChoice() : group);
        groups.sort((a, b) -> Boolean.compare(b.error(), a.error()));
        return groups;
    }

    /// Bars are put into gaps within a day alone.
    private static boolean fillable(ImportPreview preview) {
        Timeframe found = preview.timeframe();
        return found != null && found.intraday();
    }

    /// Whether the import may start.
    public boolean ready() {
        ImportPreview now = preview.get();
        return now != null
                && !now.blocked()
                && now.bars() > 0
                && trouble.get().isEmpty()
                && !symbol.get().isBlank()
                && symbolTrouble.get().isEmpty()
                && !reading.get()
                && !importing.get();
    }

    /// Imports: all of it or nothing.
    public void start() {
        Path chosen = file.get();
        ImportOptions options = options();
        if (chosen == null || options == null || !ready()) {
            return;
        }
        importing.set(true);
        running = tasks.run(
                "Import " + chosen.getFileName(),
                progress -> library.importFile(chosen, options, progress),
                done -> {
                    importing.set(false);
                    report.set(done);
                },
                failure -> {
                    importing.set(false);
                    trouble.set(Faults.inWords("Nothing was imported", failure));
                });
    }

    /// Stops a running import; nothing of it is kept.
    public void cancel() {
        if (running != null && importing.get()) {
            running.cancel();
            importing.set(false);
            trouble.set("Import cancelled. Nothing of the file was stored; it can be imported again.");
        }
    }

    private void reread() {
        Path chosen = file.get();
        if (chosen == null || filling) {
            return;
        }
        if (reading.get()) {
            changedMeanwhile = true;
            return;
        }
        ImportOptions options = options();
        if (options != null) {
            reading.set(true);
            tasks.quietly(
                    progress -> library.preview(chosen, options),
                    found -> read(chosen, found, ""),
                    failure -> read(chosen, null, Faults.inWords(failure)));
        }
    }

    private void read(Path chosen, @Nullable ImportPreview found, String problem) {
        reading.set(false);
        if (changedMeanwhile || !chosen.equals(file.get())) {
            changedMeanwhile = false;
            reread();
            return;
        }
        trouble.set(problem);
        if (found != null && symbol.get().isBlank()) {
            symbol.set(found.symbol());
        }
        preview.set(found);
    }

    private @Nullable ImportOptions options() {
        try {
            Map<String, String> positions = new LinkedHashMap<>();
            columns.forEach((field, position) -> positions.put(field, Integer.toString(position)));
            return new ImportOptions(
                    symbol.get().strip(),
                    timeframe.get().isBlank() ? null : Timeframe.parse(timeframe.get()),
                    zone.get().isBlank() ? null : ZoneId.of(zone.get().strip()),
                    format.get().isBlank() ? "auto" : format.get(),
                    positions,
                    dateOrder.get().isBlank() ? null : dateOrder.get(),
                    Set.copyOf(accepted),
                    new MendPlan(mends.entrySet().stream()
                            .map(mend -> new Mend(mend.getKey(), mend.getValue(), null))
                            .toList()));
        } catch (DateTimeException e) {
            trouble.set("The zone '" + zone.get() + "' is not known. Write it like Europe/London or UTC.");
        } catch (IllegalArgumentException e) {
            trouble.set(Faults.inWords(e));
        }
        return null;
    }

    private static String symbolTrouble(String name) {
        try {
            return name.isEmpty() || name.equals(new SeriesKey(name, Timeframe.DAY).symbol()) ? "" : name;
        } catch (IllegalArgumentException e) {
            return Faults.inWords(e);
        }
    }
}
