package org.tickwright.workbench;

import java.util.List;
import java.util.Optional;
import org.tickwright.market.Bars;
import org.tickwright.market.Instrument;
import org.tickwright.market.InstrumentStore;
import org.tickwright.market.KnownInstruments;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.market.audit.CalendarFit;
import org.tickwright.market.audit.CalendarSource;
import org.tickwright.market.audit.SeriesAudit;
import org.tickwright.market.audit.SeriesQuality;
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

    /// Instruments of which nobody said anything but the program.
    public static Instruments shipped() {
        return new Instruments(new MemoryInstrumentStore(), ExchangeCalendars.shipped());
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

    /// A calendar by which bars are judged, and who says so.
    public record Judge(ExchangeCalendar calendar, CalendarSource source) {}

    /// The calendar that is known of a symbol: what a person chose, else what the program knows where the bars do not
    /// contradict it; empty where nobody says anything. That of invented prices is for those alone.
    public Optional<Judge> knownCalendar(String symbol, boolean simulated, Bars bars) throws StoreException {
        Optional<ExchangeCalendar> chosen = chosenCalendar(symbol);
        if (chosen.isPresent()) {
            return Optional.of(new Judge(chosen.get(), CalendarSource.PERSON));
        }
        return KnownInstruments.find(symbol)
                .map(Instrument::calendar)
                .flatMap(calendars::find)
                .filter(calendar -> calendar.id().equals(ExchangeCalendars.SIMULATED)
                        ? simulated
                        : CalendarFit.fits(bars, calendar))
                .map(calendar -> new Judge(calendar, CalendarSource.PROGRAM));
    }

    /// The calendar by which bars are judged: the one that is known of their symbol, else the one that they fit; empty
    /// where they are judged by their own habit.
    public Optional<Judge> calendarOf(SeriesInfo series, Bars bars) throws StoreException {
        Optional<Judge> known = knownCalendar(series.key().symbol(), series.simulated(), bars);
        return known.isPresent()
                ? known
                : CalendarFit.propose(bars, calendars).map(calendar -> new Judge(calendar, CalendarSource.BARS));
    }

    /// What the audit sees in the bars of a series.
    public SeriesQuality audit(SeriesInfo series, Bars bars) throws StoreException {
        Optional<Judge> judge = calendarOf(series, bars);
        return SeriesAudit.run(
                series,
                bars,
                judge.map(Judge::calendar).orElse(null),
                judge.map(Judge::source).orElse(CalendarSource.NONE));
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
