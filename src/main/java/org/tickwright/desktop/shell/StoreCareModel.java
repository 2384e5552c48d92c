package org.tickwright.desktop.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.Faults;
import org.tickwright.workbench.Storage;
import org.tickwright.workbench.StoreUpkeep.Damage;
import org.tickwright.workbench.StoreUpkeep.Verdict;

/// What a person can do for the store: back it up, look it over, give its room back; one at a time, and what came of
/// the
/// last in words. JavaFX thread; the work is done in the background.
final class StoreCareModel {
    private static final int SHOWN = 5;

    private final Storage storage;
    private final BackgroundTasks tasks;
    private final Supplier<Locale> numbers;
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper troubled = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    StoreCareModel(Storage storage, BackgroundTasks tasks, Supplier<Locale> numbers) {
        this.storage = storage;
        this.tasks = tasks;
        this.numbers = numbers;
    }

    /// What came of the last work; nothing before any.
    ReadOnlyStringProperty outcome() {
        return outcome.getReadOnlyProperty();
    }

    /// Whether that is trouble.
    ReadOnlyBooleanProperty troubled() {
        return troubled.getReadOnlyProperty();
    }

    /// Whether work is under way.
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Writes a backup.
    void backUp(Path file) {
        run(
                "Backing up to " + file.getFileName(),
                progress -> storage.backup(file, progress),
                report -> String.format(numbers.get(), "Wrote %s, %s. ", report.file(), megabytes(report.bytes()))
                        + words(report.store()),
                report -> report.store().sound());
    }

    /// Looks everything over.
    void check() {
        run("Checking the store", progress -> storage.upkeep().check(progress), this::words, Verdict::sound);
    }

    /// Gives room back.
    void compact() {
        run(
                "Compacting the store",
                progress -> storage.upkeep().compact(progress),
                done -> megabytes(done.bytesBefore()) + " before, " + megabytes(done.bytesAfter()) + " now.",
                done -> true);
    }

    private <T> void run(
            String title, BackgroundTasks.Work<T> work, Function<T, String> words, Function<T, Boolean> good) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        tasks.run(
                title,
                work,
                result -> tell(words.apply(result), !good.apply(result)),
                failure -> tell(Faults.inWords(failure), true));
    }

    private void tell(String words, boolean trouble) {
        busy.set(false);
        troubled.set(trouble);
        outcome.set(words);
    }

    private String words(Verdict verdict) {
        StringBuilder words = new StringBuilder(String.format(
                numbers.get(),
                "%,d versions of series, %,d series of ticks, %,d files and %,d runs looked at: ",
                verdict.versions(),
                verdict.ticks(),
                verdict.files(),
                verdict.runs()));
        if (verdict.sound()) {
            return words.append("all as they were saved.").toString();
        }
        words.append(verdict.damage().size()).append(" damaged.");
        for (Damage damage : verdict.damage().stream().limit(SHOWN).toList()) {
            words.append('\n').append(damage.part()).append(": ").append(damage.problem());
        }
        return words.toString();
    }

    private String megabytes(long bytes) {
        return String.format(numbers.get(), "%,.1f MB", bytes / 1e6);
    }
}
