package org.tickwright.desktop.backtest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

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
            return Optional.of(LocalDateTime.parse(iso(typed)).atZone(zone).toEpochSecond() * NANOS);
        }
        LocalDate day = LocalDate.parse(typed);
        long start = (end ? day.plusDays(1) : day).atStartOfDay(zone).toEpochSecond() * NANOS;
        return Optional.of(end ? start - 1 : start);
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

    private static String iso(String typed) {
        return typed.replace(' ', 'T');
    }
}
