package org.tickwright.desktop.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.desktop.backtest.FakeDesk;
import org.tickwright.desktop.data.InstrumentModel.Entry;
import org.tickwright.desktop.data.InstrumentModel.Field;
import org.tickwright.market.Instrument;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.market.calendar.ExchangeCalendar;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.workbench.Instruments;

class InstrumentModelTest {
    private static final SeriesKey ACME = new SeriesKey("ACME", Timeframe.DAY);
    private static final Entry GOOD =
            new Entry("Acme Corporation", Instrument.Kind.STOCK, "", " usd ", "0.01", "1", " 50 ");

    @TempDir
    Path folder;

    private FakeDesk desk;
    private InstrumentModel model;

    @BeforeEach
    void open() {
        ExchangeCalendars calendars =
                ExchangeCalendars.shipped().with("MINE", List.of("title Mine", "zone UTC", "session 09:00-17:00"));
        desk = FakeDesk.over(folder, new MemoryBarStore(), calendars);
        model = new InstrumentModel(desk);
        model.open(ACME);
    }

    private Instruments.Known known() {
        Instruments.Known known = model.known().get();
        assertNotNull(known, model.trouble().get());
        return known;
    }

    @Test
    void ofWhatNobodyKnowsItSaysThatItIsAssumed() {
        assertEquals(Instruments.Source.ASSUMED, known().source());
        assertEquals("ACME", known().instrument().symbol());
        assertTrue(InstrumentModel.source(known()).startsWith("Nothing is known"));
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        assertEquals(Map.of(), model.check(GOOD));
        Map<Field, String> wrong =
                model.check(new Entry("n".repeat(201), Instrument.Kind.STOCK, "", "US", "0", "one", "2e12"));
        assertEquals(Set.of(Field.values()), wrong.keySet());
        assertEquals("Three to five letters, such as USD", wrong.get(Field.CURRENCY));
        assertEquals("Above 0 and at most 1e12", wrong.get(Field.TICK));
        assertEquals("A number with a point, such as 0.01", wrong.get(Field.LOT));
        assertEquals("Above 0 and at most 1e12", wrong.get(Field.MULTIPLIER));
    }

    @Test
    void aWrongEntryIsNotSaved() {
        List<String> saved = new ArrayList<>();
        model.save(new Entry("Acme", Instrument.Kind.STOCK, "", "USD", "NaN", "1", "1"), () -> saved.add("saved"));
        model.open(ACME);
        assertEquals(List.of(), saved);
        assertEquals(Instruments.Source.ASSUMED, known().source());
    }

    @Test
    void whatIsSavedIsShownAgainUntilItIsForgotten() {
        List<String> saved = new ArrayList<>();
        model.save(GOOD, () -> saved.add("saved"));
        assertEquals(List.of("saved"), saved);
        assertEquals(List.of("note What you said of ACME is kept."), desk.calls());
        model.open(ACME);
        assertEquals(Instruments.Source.PERSON, known().source());
        assertEquals(
                new Instrument("ACME", "Acme Corporation", Instrument.Kind.STOCK, null, "USD", 0.01, 1, 50),
                known().instrument());
        model.forget();
        assertEquals(Instruments.Source.ASSUMED, known().source());
    }

    @Test
    void aCalendarOfAPersonIsOfferedAndKept() {
        assertTrue(model.calendars().stream().map(ExchangeCalendar::id).anyMatch("MINE"::equals));
        model.save(new Entry("Acme", Instrument.Kind.STOCK, "MINE", "USD", "0.01", "1", "1"), () -> {});
        model.open(ACME);
        assertEquals("MINE", known().instrument().calendar());
    }

    @Test
    void aCalendarThatThereIsNotIsSaidAndNothingIsSaved() {
        model.save(new Entry("Acme", Instrument.Kind.STOCK, "NONE", "USD", "0.01", "1", "1"), () -> {});
        assertTrue(desk.calls().getFirst().startsWith("error Instrument not saved"), desk.calls()::toString);
        model.open(ACME);
        assertEquals(Instruments.Source.ASSUMED, known().source());
    }
}
