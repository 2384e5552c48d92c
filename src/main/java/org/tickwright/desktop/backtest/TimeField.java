package org.tickwright.desktop.backtest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A day, or a day and a time of day, that a person types; empty means no limit. JavaFX thread.
final class TimeField {
    private static final long NANOS = 1_000_000_000L;

    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final boolean end;

    /// `end` fields mean the end of the day where only a day is given.
    TimeField(boolean end) {
        this.end = end;
        text.addListener((property, before, now) -> problem.set(judge(now)));
    }

    StringProperty text() {
        return text;
    }

    /// What is wrong, empty if nothing is.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// The instant in the exchange's zone as nanoseconds UTC; empty if nothing, or nothing readable, was typed.
    Optional<Long> nanos(ZoneId zone) {
        String typed = text.get().strip();
        if (typed.isEmpty() || !problem.get().isEmpty()) {
            return Optional.empty();
        }
        if (typed.length() > 10) {
            return Optional.of(
                    nanos(LocalDateTime.parse(iso(typed)).atZone(zone).toInstant()));
        }
        LocalDate day = LocalDate.parse(typed);
        long start = (end ? day.plusDays(1) : day).atStartOfDay(zone).toEpochSecond() * NANOS;
        return Optional.of(end ? start - 1 : start);
    }

    /// Shows an instant, as a day where it is the day's start, or its end in a field for ends.
    void set(@Nullable Long nanos, ZoneId zone) {
        if (nanos == null) {
            text.set("");
            return;
        }
        LocalDateTime local = LocalDateTime.ofInstant(
                Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS)), zone);
        text.set(local.toLocalDate().toString());
        if (!nanos(zone).equals(Optional.of(nanos))) {
            text.set(local.toString().replace('T', ' '));
        }
    }

    private static String judge(String now) {
        String typed = now.strip();
        if (typed.isEmpty()) {
            return "";
        }
        try {
            if (typed.length() > 10) {
                LocalDateTime.parse(iso(typed));
            } else {
                LocalDate.parse(typed);
            }
            return "";
        } catch (DateTimeException e) {
            return "Write a day as 2024-03-31, or 2024-03-31 15:30";
        }
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * NANOS + instant.getNano();
    }

    private static String iso(String typed) {
        return typed.replace(' ', 'T');
    }
}
