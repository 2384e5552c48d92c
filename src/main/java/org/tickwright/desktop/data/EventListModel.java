package org.tickwright.desktop.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.Faults;
import org.tickwright.market.ActionStore;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickInfo;
import org.tickwright.market.Timeframe;
import org.tickwright.workbench.EventLibrary;

/// Trades, quotes, splits and dividends of the store, and what can be done with them. JavaFX thread.
public final class EventListModel {
    private final Desk desk;
    private final ObservableList<EventRow> all = FXCollections.observableArrayList();
    private final FilteredList<EventRow> shown = new FilteredList<>(all);

    /// A list of what the desk's store holds beside bars, filtered as the series are; empty until [#refresh()].
    public EventListModel(Desk desk, StringProperty filter) {
        this.desk = desk;
        filter.addListener((property, before, now) -> {
            String wanted = now.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(row -> row.matches(wanted));
        });
    }

    /// The rows that match the filter, by symbol and kind.
    public ObservableList<EventRow> rows() {
        return shown;
    }

    /// All rows, whatever the filter says.
    ObservableList<EventRow> all() {
        return FXCollections.unmodifiableObservableList(all);
    }

    /// Reads the list anew.
    public void refresh() {
        EventLibrary events = desk.workbench().series().events();
        if (events != null) {
            desk.tasks()
                    .quietly(
                            progress -> list(events),
                            all::setAll,
                            failure -> desk.notify(Faults.inWords("Trades and quotes not listed", failure), true));
        }
    }

    private static List<EventRow> list(EventLibrary events) throws StoreException {
        List<EventRow> rows = new ArrayList<>();
        for (TickInfo info : events.ticks().list()) {
            rows.add(EventRow.of(info));
        }
        for (ActionStore.Info info : events.actions().list()) {
            rows.add(EventRow.of(info, events.actions().find(info.symbol()).orElse(CorporateActions.NONE)));
        }
        return rows;
    }

    /// Opens the chart of the minutes that are made of trades.
    public void openChart(EventRow row) {
        if (row.trades()) {
            desk.openChart(new SeriesKey(row.symbol(), Timeframe.MINUTE));
        }
    }

    /// Removes it with all its versions.
    public void delete(EventRow row) {
        EventLibrary events = desk.workbench().series().events();
        if (events == null) {
            return;
        }
        TickInfo ticks = row.ticks();
        desk.tasks()
                .run(
                        "Delete " + row.name(),
                        progress -> ticks == null ? events.actions().delete(row.symbol()) : events.delete(ticks.key()),
                        deleted -> {
                            desk.notify(row.name() + " deleted. Runs that used them keep their results.", false);
                            refresh();
                        },
                        failure -> desk.notify(Faults.inWords(row.name() + " not deleted", failure), true));
    }

    /// Writes it as CSV that can be imported again.
    public void export(EventRow row, Path file) {
        EventLibrary events = desk.workbench().series().events();
        if (events == null) {
            return;
        }
        desk.tasks()
                .run(
                        "Export " + row.name(),
                        progress -> write(events, row, file),
                        written -> desk.notify(row.name() + " written to " + written, false),
                        failure -> desk.notify(Faults.inWords(row.name() + " not exported", failure), true));
    }

    private static Path write(EventLibrary events, EventRow row, Path file) throws IOException, StoreException {
        TickInfo ticks = row.ticks();
        if (ticks == null) {
            events.export(row.symbol(), file);
        } else {
            events.export(ticks, file);
        }
        return file;
    }
}
