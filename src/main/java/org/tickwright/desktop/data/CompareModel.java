package org.tickwright.desktop.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.Faults;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SeriesVersion;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.SeriesComparison;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.SeriesSide;

/// Two series, or versions of one, laid over each other. JavaFX thread.
public final class CompareModel {
    private static final int LISTED = 1_000;
    /// By which parts of the price they may differ.
    static final List<Double> TOLERANCES = List.of(0.0, 0.000_01, 0.000_1, 0.001, 0.01);

    private final Desk desk;
    private final ReadOnlyObjectWrapper<List<SeriesSide>> others = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<SeriesLibrary.@Nullable Laid> laid = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private @Nullable SeriesSide first;
    private @Nullable SeriesSide second;
    private double tolerance = 0.000_1;
    private int asked;

    /// Nothing is compared until [#open].
    public CompareModel(Desk desk) {
        this.desk = desk;
    }

    /// What the first can be compared with: its other versions, then series of the same timeframe, the same symbols
    /// before others.
    public ReadOnlyObjectProperty<List<SeriesSide>> others() {
        return others.getReadOnlyProperty();
    }

    /// What was found, with the bars; null while it is worked out and where there is nothing to compare with.
    public ReadOnlyObjectProperty<SeriesLibrary.@Nullable Laid> laid() {
        return laid.getReadOnlyProperty();
    }

    /// Why nothing is shown, in words.
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    @Nullable
    SeriesSide first() {
        return first;
    }

    @Nullable
    SeriesSide second() {
        return second;
    }

    double tolerance() {
        return tolerance;
    }

    /// Takes a series as the first, and as the second what it is most likely compared with.
    public void open(SeriesKey key) {
        first = SeriesSide.of(key);
        second = null;
        laid.set(null);
        trouble.set("");
        others.set(List.of());
        int ask = ++asked;
        desk.tasks()
                .quietly(
                        progress -> candidates(key),
                        found -> {
                            if (ask == asked) {
                                others.set(found);
                                if (found.isEmpty()) {
                                    trouble.set("There is no other series of " + key.timeframe() + " and no other"
                                            + " version of " + key + " to compare it with.");
                                } else {
                                    against(found.getFirst());
                                }
                            }
                        },
                        fault -> {
                            if (ask == asked) {
                                trouble.set(Faults.inWords("Series not listed", fault));
                            }
                        });
    }

    private List<SeriesSide> candidates(SeriesKey key) throws StoreException {
        SeriesLibrary library = desk.workbench().series();
        List<SeriesSide> found = new ArrayList<>();
        for (SeriesVersion version : library.versions().of(key).reversed()) {
            if (!version.used()) {
                found.add(new SeriesSide(key, version.info().version()));
            }
        }
        library.list().stream()
                .map(SeriesInfo::key)
                .filter(other -> other.timeframe().equals(key.timeframe()) && !other.equals(key))
                .sorted((a, b) -> Integer.compare(common(b, key), common(a, key)))
                .map(SeriesSide::of)
                .forEach(found::add);
        return found;
    }

    /// How many letters two symbols begin with alike.
    private static int common(SeriesKey a, SeriesKey b) {
        int i = 0;
        while (i < a.symbol().length()
                && i < b.symbol().length()
                && a.symbol().charAt(i) == b.symbol().charAt(i)) {
            i++;
        }
        return i;
    }

    /// Compares with another one.
    public void against(SeriesSide other) {
        second = other;
        compare();
    }

    /// Compares by another tolerance, a part of the price.
    public void tolerate(double part) {
        tolerance = part;
        compare();
    }

    private void compare() {
        SeriesSide one = first;
        SeriesSide other = second;
        if (one == null || other == null) {
            return;
        }
        laid.set(null);
        trouble.set("");
        int ask = ++asked;
        double part = tolerance;
        desk.tasks()
                .quietly(
                        progress -> desk.workbench().series().compare(one, other, part, LISTED),
                        found -> {
                            if (ask == asked) {
                                laid.set(found);
                            }
                        },
                        fault -> {
                            if (ask == asked) {
                                trouble.set(Faults.inWords("Not compared", fault));
                            }
                        });
    }

    /// Writes all differences as CSV.
    void export(Path file) {
        SeriesSide one = first;
        SeriesSide other = second;
        if (one == null || other == null) {
            return;
        }
        double part = tolerance;
        desk.tasks()
                .run(
                        "Export the differences",
                        progress -> write(one, other, part, file),
                        count -> desk.notify(count + " differences written to " + file, false),
                        fault -> desk.notify(Faults.inWords("Differences not exported", fault), true));
    }

    private int write(SeriesSide one, SeriesSide other, double part, Path file) throws StoreException, IOException {
        SeriesComparison all = desk.workbench()
                .series()
                .compare(one, other, part, Integer.MAX_VALUE)
                .found();
        all.write(file);
        return all.rows().size();
    }

    /// Shows the bar of a difference in the chart of the first series.
    void chart(SeriesComparison.Row row) {
        SeriesSide one = first;
        if (one != null) {
            desk.openChart(one.key(), row.time(), row.time());
        }
    }

    /// What was found, in a line.
    static String words(SeriesComparison found, Locale numbers) {
        return String.format(
                numbers,
                "%,d bars in both, %,d only in the first, %,d only in the second; %,d differ, at most by %.4f %%.",
                found.both(),
                found.onlyOne(),
                found.onlyOther(),
                found.apart(),
                100 * found.largest());
    }
}
