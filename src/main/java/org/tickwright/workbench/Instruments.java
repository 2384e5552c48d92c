package org.tickwright.workbench;

import java.util.List;
import java.util.Optional;
import org.tickwright.market.Instrument;
import org.tickwright.market.InstrumentStore;
import org.tickwright.market.KnownInstruments;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.market.calendar.ExchangeCalendar;
import org.tickwright.market.calendar.ExchangeCalendars;

/// What is known of the instruments behind symbols: what a person said, else what the program knows, else what is
/// assumed
/// of any.
public final class Instruments {
    private final InstrumentStore store;
    private final ExchangeCalendars calendars;

    /// Instruments over a store and the calendars there are.
    public Instruments(InstrumentStore store, ExchangeCalendars calendars) {
        this.store = store;
        this.calendars = calendars;
    }

    /// Where what is said of an instrument comes from.
    public enum Source {
        PERSON,
        PROGRAM,
        ASSUMED
    }

    /// An instrument and who says so.
    public record Known(Instrument instrument, Source source) {}

    /// All that a person said.
    public List<Instrument> list() throws StoreException {
        return store.list();
    }

    /// The calendars there are.
    public ExchangeCalendars calendars() {
        return calendars;
    }

    /// What is known of a symbol.
    public Known of(String symbol) throws StoreException {
        Optional<Instrument> said = store.find(symbol);
        if (said.isPresent()) {
            return new Known(said.get(), Source.PERSON);
        }
        return KnownInstruments.find(symbol)
                .map(known -> new Known(known, Source.PROGRAM))
                .orElseGet(() -> new Known(Instrument.unknown(symbol), Source.ASSUMED));
    }

    /// The calendar that a person chose for a symbol; empty where it is left to the bars.
    public Optional<ExchangeCalendar> chosenCalendar(String symbol) throws StoreException {
        return store.find(symbol).map(Instrument::calendar).flatMap(calendars::find);
    }

    /// The calendar of a series: what a person chose, or where the series is invented that of its instrument; empty
    /// where it is left to the bars.
    public Optional<ExchangeCalendar> calendarOf(SeriesInfo series) throws StoreException {
        Optional<ExchangeCalendar> chosen = chosenCalendar(series.key().symbol());
        if (chosen.isPresent() || !series.simulated()) {
            return chosen;
        }
        return KnownInstruments.find(series.key().symbol())
                .map(Instrument::calendar)
                .flatMap(calendars::find);
    }

    /// Saves what a person says. A calendar that there is not is an [IllegalArgumentException] that names those there
    /// are.
    public Instrument save(Instrument instrument) throws StoreException {
        String calendar = instrument.calendar();
        Instrument saved = calendar == null
                ? instrument
                : instrument.on(calendars.get(calendar).id());
        store.save(saved);
        return saved;
    }

    /// Forgets what a person said of a symbol; false if that was nothing.
    public boolean forget(String symbol) throws StoreException {
        return store.delete(symbol);
    }
}
