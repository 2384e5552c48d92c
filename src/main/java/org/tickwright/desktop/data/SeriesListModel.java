package org.tickwright.desktop.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.Faults;
import org.tickwright.market.AuditReport;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;

/// The series in the store as the list shows them, and what can be done with one. JavaFX thread.
public final class SeriesListModel {
    private final Desk desk;
    private final ObservableList<SeriesRow> all = FXCollections.observableArrayList();
    private final FilteredList<SeriesRow> shown = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty("");
    private final Map<String, AuditReport> audits = new HashMap<>();
    private final EventListModel events;
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();

    /// A list of what the desk's store holds; empty until [#refresh()].
    public SeriesListModel(Desk desk) {
        this.desk = desk;
        events = new EventListModel(desk, filter);
        filter.addListener((property, before, now) -> {
            String wanted = now.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(row -> row.matches(wanted));
        });
    }

    /// The rows that match the filter.
    public ObservableList<SeriesRow> rows() {
        return shown;
    }

    /// What the store keeps beside bars.
    public EventListModel events() {
        return events;
    }

    /// How many series there are, whatever the filter says.
    public int count() {
        return all.size();
    }

    /// What the rows are filtered by.
    public StringProperty filter() {
        return filter;
    }

    /// True once the store answered, so that an empty list means an empty store.
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /// Reads the list anew.
    public void refresh() {
        events.refresh();
        desk.tasks()
                .quietly(
                        progress -> desk.workbench().series().list(),
                        this::show,
                        failure -> desk.notify(Faults.inWords("Series not listed", failure), true));
    }

    /// Removes a series for good.
    public void delete(SeriesKey key) {
        desk.tasks()
                .run(
                        "Delete " + key,
                        progress -> desk.workbench().series().delete(key),
                        deleted -> {
                            desk.notify(key + " deleted. Runs that used it keep their results.", false);
                            refresh();
                        },
                        failure -> desk.notify(Faults.inWords(key + " not deleted", failure), true));
    }

    /// Writes a series as CSV.
    public void export(SeriesKey key, Path file) {
        desk.tasks()
                .run(
                        "Export " + key,
                        progress -> write(key, file),
                        written -> desk.notify(key + " written to " + written, false),
                        failure -> desk.notify(Faults.inWords(key + " not exported", failure), true));
    }

    private Path write(SeriesKey key, Path file) throws StoreException, IOException {
        desk.workbench().series().export(key, file);
        return file;
    }

    private void show(List<SeriesInfo> infos) {
        all.setAll(infos.stream()
                .map(info -> new SeriesRow(info, audits.get(info.contentHash())))
                .toList());
        loaded.set(true);
        auditNext();
    }

    /// Audits one series after the other, each content once; a long list stays usable meanwhile.
    private void auditNext() {
        all.stream()
                .filter(row -> row.audit() == null)
                .findFirst()
                .ifPresent(row -> desk.tasks()
                        .quietly(
                                progress -> desk.workbench()
                                        .series()
                                        .audit(row.info().key()),
                                report -> audited(row, report),
                                failure ->
                                        desk.notify(Faults.inWords(row.info().key() + " not audited", failure), true)));
    }

    private void audited(SeriesRow row, Optional<AuditReport> report) {
        report.ifPresent(known -> audits.put(row.info().contentHash(), known));
        int at = all.indexOf(row);
        if (at >= 0 && report.isPresent()) {
            all.set(at, row.with(report.get()));
            auditNext();
        }
    }
}
