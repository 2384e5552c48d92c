package org.tickwright.desktop.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.Faults;
import org.tickwright.market.Instrument;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.calendar.ExchangeCalendar;
import org.tickwright.workbench.Instruments;

/// What is known of the instrument behind a series, and what a person says of it instead. JavaFX thread.
public final class InstrumentModel {
    /// The fields of the form.
    public enum Field {
        NAME,
        CURRENCY,
        TICK,
        LOT,
        MULTIPLIER
    }

    /// What a person typed and chose; `calendar` is empty where it is left to the bars.
    public record Entry(
            String name,
            Instrument.Kind kind,
            String calendar,
            String currency,
            String tick,
            String lot,
            String multiplier) {}

    private final Desk desk;
    private final ReadOnlyObjectWrapper<Instruments.@Nullable Known> known = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private @Nullable SeriesKey series;
    private int asked;

    /// Nothing is shown until [#open].
    public InstrumentModel(Desk desk) {
        this.desk = desk;
    }

    /// What is known; null while it is looked up.
    public ReadOnlyObjectProperty<Instruments.@Nullable Known> known() {
        return known.getReadOnlyProperty();
    }

    /// Why nothing is shown, in words.
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// The series whose instrument is shown.
    @Nullable
    SeriesKey series() {
        return series;
    }

    /// Shows what is known of the instrument of a series.
    public void open(SeriesKey key) {
        series = key;
        known.set(null);
        trouble.set("");
        int ask = ++asked;
        desk.tasks()
                .quietly(
                        progress -> desk.workbench().series().instruments().of(key.symbol()),
                        found -> {
                            if (ask == asked) {
                                known.set(found);
                            }
                        },
                        fault -> {
                            if (ask == asked) {
                                trouble.set(Faults.inWords("Instrument not read", fault));
                            }
                        });
    }

    /// The codes of all calendars, those of a person among them.
    List<ExchangeCalendar> calendars() {
        return List.copyOf(desk.workbench().series().calendars().all());
    }

    /// What is wrong with an entry, by field; nothing where it can be saved.
    public Map<Field, String> check(Entry entry) {
        Map<Field, String> wrong = new TreeMap<>();
        if (entry.name().strip().length() > 200) {
            wrong.put(Field.NAME, "At most 200 letters");
        }
        if (!entry.currency().strip().toUpperCase(Locale.ROOT).matches("[A-Z]{3,5}")) {
            wrong.put(Field.CURRENCY, "Three to five letters, such as USD");
        }
        check(Field.TICK, entry.tick(), wrong);
        check(Field.LOT, entry.lot(), wrong);
        check(Field.MULTIPLIER, entry.multiplier(), wrong);
        return wrong;
    }

    private static void check(Field field, String text, Map<Field, String> wrong) {
        try {
            double value = Double.parseDouble(text.strip());
            if (!(value > 0) || value > 1e12) {
                wrong.put(field, "Above 0 and at most 1e12");
            }
        } catch (NumberFormatException e) {
            wrong.put(field, "A number with a point, such as 0.01");
        }
    }

    /// Saves what a person says, where nothing is wrong with it; `saved` runs afterwards.
    public void save(Entry entry, Runnable saved) {
        SeriesKey key = series;
        if (key == null || !check(entry).isEmpty()) {
            return;
        }
        Instrument said = new Instrument(
                key.symbol(),
                entry.name(),
                entry.kind(),
                entry.calendar().isEmpty() ? null : entry.calendar(),
                entry.currency().strip().toUpperCase(Locale.ROOT),
                Double.parseDouble(entry.tick().strip()),
                Double.parseDouble(entry.lot().strip()),
                Double.parseDouble(entry.multiplier().strip()));
        desk.tasks()
                .quietly(
                        progress -> desk.workbench().series().instruments().save(said),
                        kept -> {
                            desk.notify("What you said of " + key.symbol() + " is kept.", false);
                            saved.run();
                        },
                        fault -> desk.notify(Faults.inWords("Instrument not saved", fault), true));
    }

    /// Forgets what a person said.
    public void forget() {
        SeriesKey key = series;
        if (key != null) {
            desk.tasks()
                    .quietly(
                            progress -> desk.workbench().series().instruments().forget(key.symbol()),
                            done -> open(key),
                            fault -> desk.notify(Faults.inWords("Instrument not forgotten", fault), true));
        }
    }

    /// Who says what is shown, in words.
    static String source(Instruments.Known known) {
        return switch (known.source()) {
            case PERSON -> "You said this.";
            case PROGRAM -> "The program knows this instrument. What you save goes before it.";
            case ASSUMED -> "Nothing is known of this instrument; this is assumed of any.";
        };
    }
}
