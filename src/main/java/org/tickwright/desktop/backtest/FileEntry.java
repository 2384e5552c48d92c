package org.tickwright.desktop.backtest;

import java.nio.file.Path;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.market.ImportException;

/// A file that a person names, and what was read from it off the JavaFX thread; or what an earlier run had read from a
/// file that nobody remembers. JavaFX thread.
final class FileEntry<T> implements Entry {
    private final BackgroundTasks tasks;
    private final Reader<T> reader;
    private final T nothing;
    private final Function<T, String> summary;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private T value;
    private boolean reading;
    private long asked;

    /// Reads a file; what is wrong with it is said by the exception.
    interface Reader<T> {
        T read(Path file) throws ImportException;
    }

    /// An empty one; `nothing` is its value without a file, `summary` tells what was read.
    FileEntry(BackgroundTasks tasks, Reader<T> reader, T nothing, Function<T, String> summary) {
        this.tasks = tasks;
        this.reader = reader;
        this.nothing = nothing;
        this.summary = summary;
        value = nothing;
        text.addListener((property, before, now) -> read(now.strip()));
    }

    @Override
    public StringProperty text() {
        return text;
    }

    @Override
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public boolean valid() {
        return problem.get().isEmpty() && !reading;
    }

    @Override
    public boolean given() {
        return !text.get().isBlank() || !value.equals(nothing);
    }

    @Override
    public void onChange(Runnable listener) {
        Entry.super.onChange(listener);
        words.addListener((property, before, now) -> listener.run());
    }

    /// What was read, in words; empty without a file and where it cannot be read.
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /// What was read.
    T value() {
        return value;
    }

    /// Takes what an earlier run had in place of a file.
    void keep(T earlier) {
        clear();
        settle(earlier, earlier.equals(nothing) ? "" : "Kept from the earlier run: " + summary.apply(earlier), "");
    }

    /// Back to nothing.
    void clear() {
        text.set("");
        settle(nothing, "", "");
    }

    private void read(String path) {
        long mine = ++asked;
        if (path.isEmpty()) {
            settle(nothing, "", "");
            return;
        }
        reading = true;
        value = nothing;
        words.set("Reading…");
        tasks.quietly(
                ignored -> reader.read(Path.of(path)),
                found -> answer(mine, found, summary.apply(found), ""),
                failed -> answer(mine, nothing, "", String.valueOf(failed.getMessage())));
    }

    private void answer(long question, T found, String told, String fault) {
        if (question == asked) {
            settle(found, told, fault);
        }
    }

    private void settle(T found, String told, String fault) {
        asked++;
        reading = false;
        value = found;
        problem.set(fault);
        words.set(told);
    }
}
