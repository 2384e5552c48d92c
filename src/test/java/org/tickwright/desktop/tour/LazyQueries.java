package org.tickwright.desktop.tour;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.BarStore;
import org.tickwright.market.StoreException;
import org.tickwright.store.H2Store;
import org.tickwright.workbench.SqlQueries;

/// Questions about series in memory, over a store on disk that is opened with the first of them.
final class LazyQueries implements SqlQueries, AutoCloseable {
    private final Path directory;
    private final BarStore series;
    private @Nullable H2Store store;

    LazyQueries(Path directory, BarStore series) {
        this.directory = directory;
        this.series = series;
    }

    private synchronized SqlQueries queries() {
        try {
            H2Store open = store == null ? H2Store.open(directory, false) : store;
            store = open;
            return open.queries(series);
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Question question(String sql, Limits limits) {
        return queries().question(sql, limits);
    }

    @Override
    public List<Source> sources() {
        return H2Store.sources();
    }

    @Override
    public Map<String, String> saved() throws StoreException {
        return queries().saved();
    }

    @Override
    public void save(String name, String sql) throws StoreException {
        queries().save(name, sql);
    }

    @Override
    public boolean forget(String name) throws StoreException {
        return queries().forget(name);
    }

    @Override
    public synchronized void close() {
        if (store != null) {
            store.close();
        }
    }
}
