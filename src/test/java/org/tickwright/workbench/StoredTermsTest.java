package org.tickwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.engine.RunSettings;
import org.tickwright.market.Bars;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.CorporateActions.Dividend;
import org.tickwright.market.CorporateActions.Split;
import org.tickwright.market.Instrument;
import org.tickwright.market.RawFiles;
import org.tickwright.market.Timeframe;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.store.H2Store;

/// What a run takes from the store where nobody stated it.
class StoredTermsTest {
    private static final LocalDate FIRST = LocalDate.of(2014, 6, 2);
    private static final CorporateActions KNOWN = new CorporateActions(
            List.of(new Split(FIRST.plusDays(3), 7, 1)),
            List.of(
                    new Dividend(FIRST.minusDays(100), 3.05, 0),
                    new Dividend(FIRST.plusDays(1), 3.29, 0),
                    new Dividend(FIRST.plusDays(5), 0.47, 0)));

    @TempDir
    Path directory;

    private H2Store store;
    private EventLibrary events;

    @BeforeEach
    void open() throws Exception {
        store = H2Store.open(directory, false);
        events = new EventLibrary(store.ticks(), store.actions(), RawFiles.NONE, directory);
        events.actions().save("A", KNOWN, "list", null);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Bars days(double before, double after) {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, 10);
        for (int i = 0; i < 8; i++) {
            double price = i < 3 ? before : after;
            long time = FIRST.plusDays(i).toEpochDay() * 86_400_000_000_000L;
            bars.append(time, price, price + 1, price - 1, price, 100);
        }
        return bars;
    }

    private StoredTerms of(Bars bars, LocalDate knownOn) throws Exception {
        return StoredTerms.of(RunSettings.DEFAULTS).acting(events, "A", bars, knownOn);
    }

    @Test
    void actsWithTheSplitsAndDividendsWithinRawBars() throws Exception {
        StoredTerms terms = of(days(640, 92), null);
        CorporateActions taken = terms.settings().costs().actions();
        assertEquals(KNOWN.splits(), taken.splits());
        assertEquals(KNOWN.dividends().subList(1, 3), taken.dividends());
        assertTrue(
                terms.said().getFirst().contains("1 and 2 within the bars"),
                terms.said().toString());
    }

    @Test
    void doesNotSplitAgainWhatIsAdjustedAlready() throws Exception {
        StoredTerms terms = of(days(91, 92), null);
        CorporateActions taken = terms.settings().costs().actions();
        assertEquals(List.of(), taken.splits());
        assertEquals(3.29 / 7, taken.dividends().getFirst().perUnit(), 1e-12);
        assertEquals(0.47, taken.dividends().getLast().perUnit());
        assertTrue(
                terms.said().getLast().contains("adjusted for the split of 2014-06-05"),
                terms.said().toString());
    }

    @Test
    void keepsWhatIsStatedAndTakesNothingThatWasNotKnown() throws Exception {
        assertTrue(of(days(640, 92), LocalDate.of(2001, 1, 1)).said().isEmpty());
        RunSettings own = RunSettings.DEFAULTS.with(RunSettings.DEFAULTS
                .costs()
                .acting(new CorporateActions(List.of(new Split(FIRST.plusDays(2), 2, 1)), List.of())));
        StoredTerms stated = StoredTerms.of(own);
        assertSame(stated, stated.acting(events, "A", days(640, 92), null));
        StoredTerms other = StoredTerms.of(RunSettings.DEFAULTS);
        assertSame(other, other.acting(events, "B", days(640, 92), null));
    }

    @Test
    void tradesInWholeUnitsWhereAPersonSaidSoAndTheRunDoesNot() throws Exception {
        Instruments instruments = new Instruments(store.instruments(), ExchangeCalendars.shipped());
        StoredTerms plain = StoredTerms.of(RunSettings.DEFAULTS);
        assertSame(plain, plain.trading(instruments, "A", false), "what the program assumes changes no run");
        instruments.save(new Instrument("A", "", Instrument.Kind.FUTURE, null, "USD", 0.25, 1, 50));
        StoredTerms whole = plain.trading(instruments, "A", false);
        assertTrue(whole.settings().wholeUnits());
        assertTrue(
                whole.said().getFirst().contains("multiplier of 50"),
                whole.said().toString());
        assertEquals(RunSettings.DEFAULTS, plain.trading(instruments, "A", true).settings());
    }
}
