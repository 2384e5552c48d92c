package org.tickwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.Instrument;
import org.tickwright.market.KnownInstruments;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.market.audit.SeriesQuality;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.market.simulated.SimulatedMarket;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.Shared;

class InstrumentsTest {
    private final Instruments instruments = new Instruments(new MemoryInstrumentStore(), ExchangeCalendars.shipped());

    @Test
    void asksThePersonThenTheProgramThenAssumes() throws Exception {
        assertEquals(Instruments.Source.ASSUMED, instruments.of("ACME").source());
        Instruments.Known future = instruments.of("ES");
        assertEquals(Instruments.Source.PROGRAM, future.source());
        assertEquals(50, future.instrument().multiplier());
        instruments.save(new Instrument("ES", "mine", Instrument.Kind.FUTURE, "CME", "USD", 0.5, 1, 25));
        assertEquals(Instruments.Source.PERSON, instruments.of("ES").source());
        assertEquals("CMES", instruments.of("ES").instrument().calendar());
        assertEquals(Optional.of("CMES"), instruments.chosenCalendar("ES").map(calendar -> calendar.id()));
        assertTrue(instruments.forget("ES"));
        assertFalse(instruments.forget("ES"));
        assertEquals(0.25, instruments.of("ES").instrument().tick());
    }

    @Test
    void refusesACalendarThatThereIsNotAndTermsThatAreNone() {
        IllegalArgumentException none = assertThrows(
                IllegalArgumentException.class,
                () -> instruments.save(Instrument.unknown("X").on("XTKS")));
        assertTrue(none.getMessage().contains("XNYS"), none.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Instrument("X", "", Instrument.Kind.OTHER, null, "USD", 0, 1, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Instrument("X", "", Instrument.Kind.OTHER, null, "dollars", 1, 1, 1));
    }

    @Test
    void namesCalendarsThatThereAre() {
        for (Instrument known : KnownInstruments.all()) {
            String calendar = known.calendar();
            assertTrue(
                    calendar == null
                            || ExchangeCalendars.shipped().find(calendar).isPresent(),
                    known.symbol());
        }
    }

    @Test
    void agreesWithADatabaseOfSymbols() throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(
                        Shared.requirePath("data/references/calendars/symbol-properties-database.csv.gz"))),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split(",", -1))
                    .filter(row -> row.length > 7)
                    .forEach(rows::add);
        }
        List<String> markets = List.of("cme", "cbot", "comex", "nymex", "oanda", "binance", "coinbase");
        List<String> types = List.of("future", "forex", "crypto");
        for (Instrument known : KnownInstruments.all()) {
            if (ExchangeCalendars.SIMULATED.equals(known.calendar())) {
                continue;
            }
            boolean agrees = rows.stream()
                    .filter(row -> row[1].equals(known.symbol()))
                    .filter(row -> markets.contains(row[0]) && types.contains(row[2]))
                    .anyMatch(row -> row[4].equals(known.currency())
                            && Double.parseDouble(row[5]) == known.multiplier()
                            && Double.parseDouble(row[6]) == known.tick()
                            && Double.parseDouble(row[7]) == known.lot());
            assertTrue(agrees, () -> "No market of the database trades " + known + " by these terms");
        }
    }

    @Test
    void samplesThatAreInventedKeepTheirOwnCalendarAndHaveNothingWrong() throws Exception {
        MemoryBarStore store = new MemoryBarStore();
        Bars minutes = SimulatedMarket.ALPHA.generate(LocalDate.of(2024, 6, 1)).minutes();
        SeriesKey key = new SeriesKey("SIM-ALPHA", Timeframe.MINUTE);
        store.save(key, minutes, "generated", true);
        SeriesKey real = new SeriesKey("SIM-ALPHA", Timeframe.DAY);
        store.save(real, SimulatedMarket.ALPHA.generate(LocalDate.MAX).days(), "somebody's", false);
        SeriesLibrary library = new SeriesLibrary(store);

        SeriesQuality quality = library.quality(key).orElseThrow();
        assertEquals(List.of(), quality.report().findings());
        assertEquals("SIM", quality.coverage().calendar().id());
        assertNotEquals(
                "SIM", library.quality(real).orElseThrow().coverage().calendar().id());
    }
}
