package org.tickwright.desktop.data;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.Faults;
import org.tickwright.market.ImportOptions;
import org.tickwright.workbench.ImportMappings;

/// The mappings that were saved by name: one can be used for the files at hand, and what was stated about them be
/// saved. JavaFX thread; files are read and written in the background.
public final class ImportMapping {
    private final ImportMappings mappings;
    private final BackgroundTasks tasks;
    private final ImportChoices choices;
    private final ReadOnlyObjectWrapper<List<String>> names = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper used = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final StringProperty name = new SimpleStringProperty("");

    ImportMapping(ImportMappings mappings, BackgroundTasks tasks, ImportChoices choices) {
        this.mappings = mappings;
        this.tasks = tasks;
        this.choices = choices;
        name.addListener((property, before, now) -> said.set(""));
    }

    /// The names there are.
    public ReadOnlyObjectProperty<List<String>> names() {
        return names.getReadOnlyProperty();
    }

    /// The one that was taken over, empty where none was.
    public ReadOnlyStringProperty used() {
        return used.getReadOnlyProperty();
    }

    /// The name under which the next one is saved.
    public StringProperty name() {
        return name;
    }

    /// What came of the last use or save, in words.
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    void forget() {
        used.set("");
        name.set("");
        said.set("");
    }

    void refresh() {
        tasks.quietly(work -> mappings.names(), names::set, failure -> said.set(Faults.inWords(failure)));
    }

    /// Reads the files by a mapping; an empty name takes it back.
    public void use(String wanted) {
        if (wanted.equals(used.get())) {
            return;
        }
        used.set(wanted);
        if (wanted.isEmpty()) {
            choices.use(ImportOptions.forSymbol(""));
            return;
        }
        tasks.quietly(
                work -> mappings.load(wanted),
                loaded -> {
                    if (wanted.equals(used.get())) {
                        choices.use(loaded);
                        name.set(wanted);
                    }
                },
                failure -> {
                    used.set("");
                    said.set(Faults.inWords(failure));
                });
    }

    /// Saves what is stated and decided under the name that was typed.
    public void save() {
        String wanted = name.get().strip();
        ImportOptions stated;
        try {
            stated = choices.options("");
        } catch (IllegalArgumentException e) {
            said.set(Faults.inWords(e));
            return;
        }
        tasks.quietly(
                work -> {
                    mappings.save(wanted, stated);
                    return mappings.names();
                },
                now -> {
                    names.set(now);
                    used.set(wanted);
                    said.set("Saved as " + wanted + "; choose it for the next file.");
                },
                failure -> said.set(Faults.inWords(failure)));
    }
}
