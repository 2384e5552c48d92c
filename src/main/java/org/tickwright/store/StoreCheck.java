package org.tickwright.store;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.tickwright.engine.RunArchive;
import org.tickwright.kernel.Progress;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickInfo;
import org.tickwright.market.TickVersion;
import org.tickwright.market.Timeframe;
import org.tickwright.workbench.StoreUpkeep.Damage;
import org.tickwright.workbench.StoreUpkeep.Verdict;

/// Reads everything that a store holds and holds it against the checksums and hashes by which it was saved. What is
/// damaged does not keep it from looking at the rest.
final class StoreCheck {
    private final Database database;
    private final JdbcBarStore bars;
    private final JdbcTickStore ticks;
    private final JdbcActionStore actions;
    private final JdbcRawFiles files;
    private final JdbcRunArchive runs;
    private final List<Damage> damage = new ArrayList<>();

    StoreCheck(Database database) {
        this.database = database;
        bars = new JdbcBarStore(database);
        ticks = new JdbcTickStore(database);
        actions = new JdbcActionStore(database);
        files = new JdbcRawFiles(database);
        runs = new JdbcRunArchive(database);
    }

    private interface Look {
        void at() throws StoreException, IOException;
    }

    Verdict run(Progress progress) throws StoreException {
        int versions = bars(progress);
        int series = ticks(progress);
        int announced = actions();
        int raw = files(progress);
        int archived = runs(progress);
        return new Verdict(versions, series, raw, archived, announced, List.copyOf(damage));
    }

    private void look(String part, Look look) {
        try {
            look.at();
        } catch (StoreException | IOException | IllegalArgumentException | ArithmeticException e) {
            damage.add(new Damage(part, String.valueOf(e.getMessage())));
        }
    }

    private record Numbered(SeriesKey key, int version) {}

    private int bars(Progress progress) throws StoreException {
        List<Numbered> all = database.read("list the versions", connection -> {
            List<Numbered> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("select s.symbol, s.timeframe, v.version from"
                            + " series s join series_version v on v.series_id = s.id order by 1, 2, 3");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    SeriesKey key = new SeriesKey(row.getString(1), Timeframe.parse(row.getString(2)));
                    found.add(new Numbered(key, row.getInt(3)));
                }
            }
            return found;
        });
        int looked = 0;
        for (Numbered one : all) {
            String part = one.key() + " version " + one.version();
            progress.report(0.5 * looked++ / all.size(), "Checking " + part);
            look(part, () -> bars.check(one.key(), one.version()));
        }
        return all.size();
    }

    private int ticks(Progress progress) throws StoreException {
        List<TickInfo> all = ticks.list();
        for (TickInfo info : all) {
            progress.report(0.6, "Checking " + info.key());
            for (TickVersion version : ticks.versions(info.key())) {
                int number = version.info().version();
                look(info.key() + " version " + number, () -> ticks.check(info.key(), number));
            }
        }
        return all.size();
    }

    private int actions() throws StoreException {
        List<String> symbols = actions.symbols();
        for (String symbol : symbols) {
            look("splits and dividends of " + symbol, () -> actions.check(symbol));
        }
        return symbols.size();
    }

    private int files(Progress progress) throws StoreException {
        List<String> hashes = database.read("list the raw files", connection -> {
            List<String> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("select hash from raw_file order by hash");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        });
        for (String hash : hashes) {
            progress.report(0.8, "Checking the files that came");
            look("raw file " + hash, () -> {
                if (!files.write(hash, OutputStream.nullOutputStream())) {
                    throw new StoreException("The raw file " + hash + " is empty. Import the original again.", false);
                }
            });
        }
        return hashes.size();
    }

    private int runs(Progress progress) throws StoreException {
        List<RunArchive.Entry> all = runs.list();
        for (RunArchive.Entry run : all) {
            progress.report(0.9, "Checking run " + run.id());
            look("run " + run.id(), () -> runs.load(run.id()));
        }
        return all.size();
    }
}
