package org.tickwright.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tickwright.kernel.Progress;
import org.tickwright.market.BarStore;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.ImportPreview;
import org.tickwright.market.ImportReport;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;

/// The series in the store: list, load, preview and import files, delete, export, install the samples.
public final class SeriesLibrary {
    private final BarStore store;

    /// A library over a store.
    public SeriesLibrary(BarStore store) {
        this.store = store;
    }

    /// All series.
    public List<SeriesInfo> list() throws StoreException {
        return store.list();
    }

    /// Series whose symbol starts with or contains the text, best match first, for the symbol search.
    public List<SeriesInfo> search(String text) throws StoreException {
        return store.list();
    }

    /// What is known of a series.
    public Optional<SeriesInfo> find(SeriesKey key) throws StoreException {
        return store.find(key);
    }

    /// The bars of a series.
    public Optional<Bars> load(SeriesKey key) throws StoreException {
        return store.load(key);
    }

    /// Removes a series.
    public boolean delete(SeriesKey key) throws StoreException {
        return store.delete(key);
    }

    /// How a file would be read; stores nothing.
    public ImportPreview preview(Path file, ImportOptions options) throws ImportException {
        throw new ImportException("to come");
    }

    /// Reads a file into the store: all of it or nothing.
    public ImportReport importFile(Path file, ImportOptions options, Progress progress)
            throws ImportException, StoreException {
        throw new ImportException("to come");
    }

    /// Writes a series as CSV (`time,open,high,low,close,volume`, ISO-8601 UTC, numbers that read back to the same
    /// double).
    public void export(SeriesKey key, Path file) throws StoreException, IOException {
        throw new IOException("to come");
    }

    /// Puts the sample data into the store where it is not there yet; returns what was added.
    public List<SeriesInfo> installSamples(Progress progress) throws StoreException {
        return List.of();
    }
}
