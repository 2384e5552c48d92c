package org.tickwright.desktop.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.Faults;
import org.tickwright.kernel.Progress;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.ImportPreview;
import org.tickwright.market.ImportReport;
import org.tickwright.market.Mend;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.workbench.FileImports;
import org.tickwright.workbench.FilePreview;
import org.tickwright.workbench.ImportMappings;
import org.tickwright.workbench.ImportOutcome;
import org.tickwright.workbench.SeriesLibrary;

/// Files on their way into the store: what was found in them, what a person changed about that, what speaks against
/// them, and what came of it. JavaFX thread; the reading runs in the background, one reading at a time.
public final class ImportModel {
    private final FileImports imports;
    private final BackgroundTasks tasks;
    private final ImportMapping mapping;
    private final ImportChoices choices = new ImportChoices(this::reread);
    private final ImportProgress progress = new ImportProgress();
    private final StringProperty symbol = new SimpleStringProperty("");
    private final ObjectProperty<ImportStep> step = new SimpleObjectProperty<>(ImportStep.FILES);
    private final ReadOnlyObjectWrapper<List<Path>> sources = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<FilePreview>> files = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<@Nullable FilePreview> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable ImportPreview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<ImportOutcome>> outcomes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper symbolTrouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper importing = new ReadOnlyBooleanWrapper();
    private String option = "";
    private boolean proposing;
    private boolean changedMeanwhile;
    private boolean single;
    private BackgroundTasks.@Nullable Handle running;

    /// An import into that library with the mappings of a home.
    public ImportModel(SeriesLibrary library, ImportMappings mappings, BackgroundTasks tasks) {
        this.imports = library.imports();
        this.tasks = tasks;
        mapping = new ImportMapping(mappings, tasks, choices);
        symbol.addListener((property, before, now) -> symbolChanged(now.strip()));
        preview.bind(Bindings.createObjectBinding(() -> shown(selected.get()), selected));
    }

    /// How the files are read.
    public ImportChoices choices() {
        return choices;
    }

    /// What was saved of that by name.
    public ImportMapping mapping() {
        return mapping;
    }

    /// How far a reading or an import is.
    public ImportProgress progress() {
        return progress;
    }

    /// Under which symbol a single series is stored; proposed from its column or the name of its file.
    public StringProperty symbol() {
        return symbol;
    }

    /// The page that is shown.
    public ObjectProperty<ImportStep> step() {
        return step;
    }

    /// Files, folders and archives, empty before any is chosen.
    public ReadOnlyObjectProperty<List<Path>> sources() {
        return sources.getReadOnlyProperty();
    }

    /// How each file would be read.
    public ReadOnlyObjectProperty<List<FilePreview>> files() {
        return files.getReadOnlyProperty();
    }

    /// The file whose rows are shown.
    public ObjectProperty<@Nullable FilePreview> selected() {
        return selected;
    }

    /// How the file whose rows are shown would be read, null while that is not known.
    public ReadOnlyObjectProperty<@Nullable ImportPreview> preview() {
        return preview.getReadOnlyProperty();
    }

    /// What came of the import, file by file; empty before it was done.
    public ReadOnlyObjectProperty<List<ImportOutcome>> outcomes() {
        return outcomes.getReadOnlyProperty();
    }

    /// What came of an import of a single series, null before it was done and where there were more.
    public @Nullable ImportReport report() {
        List<ImportReport> reports = outcomes.get().stream()
                .flatMap(outcome -> outcome.reports().stream())
                .toList();
        return reports.size() == 1 && outcomes.get().size() == 1 ? reports.getFirst() : null;
    }

    /// Why it cannot be read or imported, in words; empty if it can.
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// The option that would cure the trouble, empty where none would.
    public String option() {
        return option;
    }

    /// Why the symbol will not do, in words; empty if it will.
    public ReadOnlyStringProperty symbolTrouble() {
        return symbolTrouble.getReadOnlyProperty();
    }

    /// True while the files are being read for the preview.
    public ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /// True while they are being imported.
    public ReadOnlyBooleanProperty importing() {
        return importing.getReadOnlyProperty();
    }

    /// Starts afresh with a file.
    public void open(Path chosen) {
        open(List.of(chosen));
    }

    /// Starts afresh with files, folders or archives.
    public void open(List<Path> chosen) {
        choices.clear();
        mapping.forget();
        mapping.refresh();
        proposing = true;
        symbol.set("");
        proposing = false;
        outcomes.set(List.of());
        files.set(List.of());
        selected.set(null);
        single = chosen.size() == 1;
        sources.set(List.copyOf(chosen));
        step.set(ImportStep.READING);
        reread();
    }

    /// Forgets the files.
    public void restart() {
        sources.set(List.of());
        files.set(List.of());
        selected.set(null);
        outcomes.set(List.of());
        trouble.set("");
        step.set(ImportStep.FILES);
    }

    /// Whether one file alone is brought, and one series or the events of one instrument are in it.
    public boolean oneSeries() {
        return single && files.get().size() == 1 && files.get().getFirst().single();
    }

    /// Whether several files are brought.
    public boolean several() {
        return files.get().size() > 1;
    }

    /// What is known of the columns of the file that is shown, also where it cannot be read.
    public ImportPreview columnsShown() {
        FilePreview file = selected.get();
        ImportPreview read = preview.get();
        return read != null ? read : FoundFindings.bare(file == null ? FilePreview.NONE : file);
    }

    /// Gives a column of the file that is shown a role.
    public void role(int position, String role) {
        choices.role(columnsShown(), position, role);
    }

    /// Which position (from 1) holds a role; 0 states that none does.
    public void column(String role, int position) {
        if (position == 0) {
            choices.without(columnsShown(), role);
        } else {
            choices.role(columnsShown(), position, role);
        }
    }

    /// What is wrong with an option (`zone`, `close`, …) in words, empty where nothing is.
    public String wrongWith(String about) {
        return !trouble.get().isEmpty() && about.equals(option)
                ? trouble.get()
                : FoundFindings.about(about, true, files.get(), choices);
    }

    /// What is to be known about an option in words, empty where nothing is.
    public String hintOn(String about) {
        return FoundFindings.about(about, false, files.get(), choices);
    }

    /// Accepts findings of a code, or takes that back.
    public void accept(String code, boolean accept) {
        choices.accept(code, accept);
    }

    /// Decides what becomes of the rows of a code; null takes the decision back.
    public void mend(String code, Mend.@Nullable Action action) {
        choices.mend(code, action == null ? null : new Mend(code, action, null));
    }

    /// What speaks against the files, one group per code, those that block first.
    public List<FindingGroup> groups() {
        return FoundFindings.groups(files.get(), choices);
    }

    /// Every finding with its line.
    public List<FindingRow> findings() {
        return FoundFindings.rows(files.get());
    }

    /// What all files come to.
    public ImportTotals totals() {
        return ImportTotals.of(files.get());
    }

    /// Why the next page cannot be shown, in words; empty if it can.
    public String obstacle() {
        return switch (step.get()) {
            case FILES -> sources.get().isEmpty() ? "Choose a file, a folder or an archive." : "";
            case READING -> reading.get() || files.get().isEmpty() ? " " : unreadable();
            case FINDINGS -> reading.get() ? " " : blocked();
            case SAVE, RESULT -> "";
        };
    }

    private String unreadable() {
        return files.get().stream().allMatch(file -> !file.refusal().isEmpty())
                ? several() ? "None of these files can be read." : "The file cannot be read like this."
                : "";
    }

    private String blocked() {
        if (files.get().stream().anyMatch(FilePreview::storable)) {
            return "";
        }
        long open = groups().stream().filter(FindingGroup::error).count();
        return open == 0
                ? "There is nothing that could be stored."
                : open == 1 ? "One finding still blocks the import." : open + " findings still block the import.";
    }

    /// Goes a page on; false where that cannot be.
    public boolean next() {
        if (!obstacle().isEmpty() || step.get() == ImportStep.RESULT) {
            return false;
        }
        if (step.get() == ImportStep.SAVE) {
            start();
            return true;
        }
        step.set(step.get().next());
        return true;
    }

    /// Goes a page back; false from the first and the last.
    public boolean back() {
        if (step.get() == ImportStep.FILES || step.get() == ImportStep.RESULT || importing.get()) {
            return false;
        }
        step.set(step.get().before());
        return true;
    }

    /// Whether the import may start.
    public boolean ready() {
        return files.get().stream().anyMatch(FilePreview::storable)
                && trouble.get().isEmpty()
                && (!oneSeries() || !symbol.get().isBlank())
                && symbolTrouble.get().isEmpty()
                && !reading.get()
                && !importing.get();
    }

    /// Imports: of each series all or nothing.
    public void start() {
        ImportOptions options = options(true);
        if (options == null || !ready() || !outcomes.get().isEmpty()) {
            return;
        }
        List<Path> chosen = sources.get();
        importing.set(true);
        progress.start();
        running = tasks.run(
                "Import " + named(chosen),
                work -> imports.all(chosen, options, progress.over(work)),
                done -> {
                    importing.set(false);
                    outcomes.set(done);
                    step.set(ImportStep.RESULT);
                },
                failure -> {
                    importing.set(false);
                    tell(failure, "Nothing was imported");
                });
    }

    private static String named(List<Path> chosen) {
        return chosen.size() == 1 ? String.valueOf(chosen.getFirst().getFileName()) : chosen.size() + " files";
    }

    /// Stops what runs: a reading stores nothing, an import keeps the series that were stored until then.
    public void cancel() {
        if (running != null && (importing.get() || reading.get())) {
            running.cancel();
            stopped();
        }
    }

    /// Notices that the status bar stopped what runs.
    void watch() {
        if (running != null && running.cancelled() && (importing.get() || reading.get())) {
            stopped();
        }
    }

    private void stopped() {
        boolean imported = importing.get();
        importing.set(false);
        reading.set(false);
        changedMeanwhile = false;
        trouble.set(
                !imported
                        ? "The files were not read to the end. Nothing was stored; choose them again to go on."
                        : several()
                                ? "Import cancelled. The series that were stored until then stay; the rest can be"
                                        + " imported again."
                                : "Import cancelled. Nothing of the file was stored; it can be imported again.");
    }

    private void reread() {
        List<Path> chosen = sources.get();
        if (chosen.isEmpty()) {
            return;
        }
        if (reading.get()) {
            changedMeanwhile = true;
            progress.stop();
            return;
        }
        ImportOptions options = options(false);
        if (options != null) {
            reading.set(true);
            progress.start();
            BackgroundTasks.Work<List<FilePreview>> work = task -> preview(chosen, options, progress.over(task));
            boolean plain = chosen.size() == 1 && !FileImports.several(chosen.getFirst());
            running = plain
                    ? tasks.quietly(work, found -> read(chosen, found), failure -> unread(chosen, failure))
                    : tasks.run(
                            "Read " + named(chosen),
                            work,
                            found -> read(chosen, found),
                            failure -> unread(chosen, failure));
        }
    }

    private List<FilePreview> preview(List<Path> chosen, ImportOptions options, Progress progress) throws Exception {
        return imports.preview(chosen, options, progress);
    }

    private boolean outdated(List<Path> chosen) {
        reading.set(false);
        boolean again = changedMeanwhile || !chosen.equals(sources.get());
        changedMeanwhile = false;
        if (again) {
            reread();
        }
        return again;
    }

    private void unread(List<Path> chosen, Throwable failure) {
        if (!outdated(chosen)) {
            files.set(List.of());
            selected.set(null);
            tell(failure, "");
        }
    }

    private void tell(Throwable failure, String what) {
        option = "";
        trouble.set(
                failure instanceof CancellationException stop
                        ? stop.getMessage() + "."
                        : ScreenWords.of(what.isEmpty() ? Faults.inWords(failure) : Faults.inWords(what, failure)));
    }

    private void read(List<Path> chosen, List<FilePreview> found) {
        if (outdated(chosen)) {
            return;
        }
        String before = selected.get() == null ? "" : selected.get().file();
        FilePreview first = found.stream()
                .filter(file -> file.file().equals(before))
                .findFirst()
                .orElse(found.getFirst());
        option = first.option();
        files.set(found);
        selected.set(first);
        if (oneSeries()) {
            propose(first.symbol());
            symbolChanged(symbol.get().strip());
        }
        trouble.set(found.size() == 1 ? ScreenWords.of(first.refusal()) : "");
    }

    private void propose(String proposal) {
        if (symbol.get().isBlank()) {
            proposing = true;
            symbol.set(proposal);
            proposing = false;
        }
    }

    private static @Nullable ImportPreview shown(@Nullable FilePreview file) {
        return file == null || file.series().isEmpty()
                ? null
                : file.series().getFirst().reading();
    }

    /// The options; the symbol is stated where there is one series and it will do.
    private @Nullable ImportOptions options(boolean toStore) {
        try {
            return choices.options(toStore && oneSeries() ? symbol.get().strip() : "");
        } catch (IllegalArgumentException e) {
            option = choices.zoneTrouble().isEmpty() ? "timeframe" : "zone";
            trouble.set(Faults.inWords(e));
            return null;
        }
    }

    private void symbolChanged(String name) {
        symbolTrouble.set(symbolTrouble(name));
        if (!proposing
                && oneSeries()
                && !name.isEmpty()
                && symbolTrouble.get().isEmpty()
                && !name.equals(files.get().getFirst().symbol())) {
            compareUnder(name);
        }
    }

    /// Compares what was read with what another symbol has in the store.
    private void compareUnder(String name) {
        FilePreview file = files.get().getFirst();
        tasks.quietly(
                work -> imports.under(file, name),
                renamed -> {
                    if (name.equals(symbol.get().strip()) && files.get().contains(file)) {
                        files.set(List.of(renamed));
                        selected.set(renamed);
                    }
                },
                failure -> tell(failure, ""));
    }

    private static String symbolTrouble(String name) {
        if (name.toUpperCase(Locale.ROOT).startsWith("SIM-")) {
            return "Symbols starting with SIM- are simulated series; choose another one.";
        }
        try {
            return name.isEmpty() || name.equals(new SeriesKey(name, Timeframe.DAY).symbol()) ? "" : name;
        } catch (IllegalArgumentException e) {
            return Faults.inWords(e);
        }
    }
}
