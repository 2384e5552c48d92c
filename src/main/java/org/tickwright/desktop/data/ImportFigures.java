package org.tickwright.desktop.data;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.VBox;
import org.tickwright.desktop.Desk;
import org.tickwright.market.BarDifference;
import org.tickwright.market.Timeframe;
import org.tickwright.workbench.EventsPreview;
import org.tickwright.workbench.SeriesPreview;

/// What an import comes to, in tiles and words.
final class ImportFigures {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final long NANOS = 1_000_000_000L;

    private ImportFigures() {}

    /// Rows before, bars after.
    static List<VBox> of(Desk desk, ImportModel model) {
        ImportTotals totals = model.totals();
        List<VBox> tiles = new ArrayList<>();
        if (totals.events() > 0) {
            EventsPreview one =
                    model.several() ? null : model.files().get().getFirst().events();
            tiles.add(
                    Parts.figure(one == null ? "Events kept" : capital(one.kind()), number(desk, totals.events()), ""));
            if (one != null) {
                tiles.add(Parts.figure("From", time(one.zone(), one.from()), ""));
                tiles.add(Parts.figure("To", time(one.zone(), one.to()), ""));
                return tiles;
            }
        }
        tiles.add(Parts.figure("Rows read", number(desk, totals.rows()), ""));
        tiles.add(Parts.figure("Left out or merged", number(desk, totals.leftOut()), ""));
        if (totals.putIn() > 0) {
            tiles.add(Parts.figure("Put in", number(desk, totals.putIn()), ""));
        }
        tiles.add(Parts.figure("Bars then", number(desk, totals.bars()), ""));
        tiles.add(Parts.figure("Gaps", number(desk, totals.gaps()), ""));
        if (model.oneSeries()) {
            SeriesPreview series = model.files().get().getFirst().series().getFirst();
            tiles.add(Parts.figure("From", from(series), ""));
            tiles.add(Parts.figure("To", to(series), ""));
        } else {
            tiles.add(Parts.figure("Series", number(desk, totals.series()), ""));
        }
        return tiles;
    }

    static String number(Desk desk, long value) {
        return String.format(desk.settings().numbers().get(), "%,d", value);
    }

    static String from(SeriesPreview series) {
        return time(series, series.from());
    }

    static String to(SeriesPreview series) {
        return time(series, series.to());
    }

    private static String time(SeriesPreview series, long nanos) {
        Timeframe timeframe = series.reading().timeframe();
        if (timeframe == null) {
            return "—";
        }
        return (timeframe.intraday() ? MINUTE : DAY)
                .format(Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS))
                        .atZone(ZoneId.of(series.reading().zone())));
    }

    static String time(String zone, long nanos) {
        return nanos == 0
                ? "—"
                : MINUTE.format(
                        Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS)).atZone(ZoneId.of(zone)));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /// What a series changes against the version that is in use, in words.
    static String change(Desk desk, SeriesPreview series) {
        BarDifference found = series.difference();
        if (found == null) {
            return series.storable() ? "new" : "blocked by findings";
        }
        return found.none()
                ? "the same as version " + found.from()
                : String.format(
                        desk.settings().numbers().get(),
                        "against version %d: %,d added, %,d removed, %,d changed",
                        found.from(),
                        found.added(),
                        found.removed(),
                        found.changed());
    }
}
