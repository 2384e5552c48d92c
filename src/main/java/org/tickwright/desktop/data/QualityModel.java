package org.tickwright.desktop.data;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.Faults;
import org.tickwright.market.Finding;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.audit.Coverage;
import org.tickwright.market.audit.SeriesQuality;
import org.tickwright.market.calendar.ExchangeCalendar;
import org.tickwright.workbench.Instruments;

/// What the quality page shows of one series. JavaFX thread.
public final class QualityModel {
    private static final long SECOND = 1_000_000_000L;

    private final Desk desk;
    private final ReadOnlyObjectWrapper<@Nullable SeriesQuality> quality = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final MendModel mends;
    private @Nullable SeriesKey asked;

    /// Nothing is shown until [#open].
    public QualityModel(Desk desk) {
        this.desk = desk;
        mends = new MendModel(desk, this::open);
        quality.addListener((property, before, now) -> mends.show(now));
    }

    /// The mends of the series that is shown.
    public MendModel mends() {
        return mends;
    }

    /// What is known; null while it is worked out.
    public ReadOnlyObjectProperty<@Nullable SeriesQuality> quality() {
        return quality.getReadOnlyProperty();
    }

    /// Why nothing is shown, in words; empty where it is or will be.
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// The series that was asked for last.
    public @Nullable SeriesKey series() {
        return asked;
    }

    /// Audits a series and shows what comes of it.
    public void open(SeriesKey key) {
        asked = key;
        quality.set(null);
        trouble.set("");
        desk.tasks()
                .quietly(
                        progress -> desk.workbench().series().quality(key),
                        found -> {
                            if (key.equals(asked)) {
                                quality.set(found.orElse(null));
                                trouble.set(found.isPresent() ? "" : key + " is not in the store any more.");
                            }
                        },
                        fault -> trouble.set(Faults.inWords(key + " not audited", fault)));
    }

    /// The codes of all calendars.
    List<String> calendars() {
        return desk.workbench().series().calendars().all().stream()
                .map(ExchangeCalendar::id)
                .toList();
    }

    /// Chooses the calendar of the series' instrument, null for the one that the bars fit, and audits anew.
    public void choose(@Nullable String calendar) {
        SeriesKey key = asked;
        if (key == null) {
            return;
        }
        desk.tasks()
                .quietly(
                        progress -> {
                            Instruments instruments = desk.workbench().series().instruments();
                            return instruments.save(
                                    instruments.of(key.symbol()).instrument().on(calendar));
                        },
                        saved -> open(key),
                        fault -> desk.notify(Faults.inWords("Calendar not chosen", fault), true));
    }

    /// Shows what a finding touches in the chart.
    public void chart(Finding finding) {
        SeriesKey key = asked;
        if (key != null && finding.timed()) {
            desk.openChart(key, finding.from(), finding.to());
        } else if (key != null) {
            desk.openChart(key);
        }
    }

    /// Shows a day in the chart.
    void chart(LocalDate day) {
        SeriesQuality shown = quality.get();
        if (shown != null) {
            ZoneId zone = shown.series().zone();
            long from = day.atStartOfDay(zone).toEpochSecond() * SECOND;
            long to = day.plusDays(1).atStartOfDay(zone).toEpochSecond() * SECOND - 1;
            desk.openChart(shown.series().key(), from, to);
        }
    }

    /// The coverage in a line.
    static String coverage(SeriesQuality quality, Locale numbers) {
        Coverage coverage = quality.coverage();
        if (coverage == null) {
            return "Calendar: " + quality.calendarInWords() + ".";
        }
        return String.format(
                numbers,
                "Calendar: %s.  %.2f %% of %,d expected bars are there, %,d are missing, %,d lie outside of sessions.",
                quality.calendarInWords(),
                100 * coverage.share(),
                coverage.expected(),
                coverage.missing(),
                coverage.outside());
    }

    /// What is known of a day, in a line.
    static String day(Coverage coverage, LocalDate day, Locale numbers) {
        Coverage.Day there = coverage.day(day);
        if (there.expected() == 0) {
            String closed = coverage.calendar().closed(day);
            String why = closed.isEmpty() ? "outside of the series" : "closed, " + closed;
            return day + ": " + why
                    + (there.outside() > 0 ? String.format(numbers, "; yet %,d bars", there.outside()) : "");
        }
        String unusual = coverage.calendar()
                .session(day)
                .map(session -> session.unusual().isEmpty() ? "" : " (" + session.unusual() + ")")
                .orElse("");
        String outside = there.outside() == 0
                ? ""
                : String.format(numbers, ", %,d more outside of the session", there.outside());
        return String.format(
                numbers,
                "%s%s: %,d of %,d expected bars, %.0f %%%s",
                day,
                unusual,
                there.present(),
                there.expected(),
                100 * there.share(),
                outside);
    }
}
