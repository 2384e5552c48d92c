package org.tickwright.market.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.engine.ReferenceBars;
import org.tickwright.market.AdjustedBars;
import org.tickwright.market.Bars;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.CorporateActions.Dividend;
import org.tickwright.market.CorporateActions.Split;
import org.tickwright.market.ImportException;
import org.tickwright.market.RateSeries;
import org.tickwright.market.TickerHistory;
import org.tickwright.market.Timeframe;
import org.tickwright.testing.Shared;

class CorporateActionFileTest {
    private static final String LEAN = "data/equities-daily/lean/";
    private static final LocalDate LATER = LocalDate.of(2050, 1, 1);

    @TempDir
    Path folder;

    /// Lean: raw price times price factor times split factor of the first row on or after the bar's date.
    /// Ours goes by the events; what is left is rounding in the last bits.
    @ParameterizedTest
    @ValueSource(strings = {"aapl", "bac", "fb", "goog", "googl", "ibm", "iwm", "qqq", "spy", "uso"})
    void actionsOfFactorFilesGiveLeansAdjustedPrices(String symbol) throws IOException, ImportException {
        Path file = Shared.requirePath(LEAN + "factor_files/" + symbol + ".csv");
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            rows.add(line.split(",", -1));
        }
        Bars raw = ReferenceBars.daily(LEAN + symbol + ".csv.gz");
        Bars adjusted = AdjustedBars.asOf(raw, CorporateActionFile.read(file), LATER);
        int row = 0;
        double widest = 0;
        for (int i = 0; i < raw.size(); i++) {
            String date = AdjustedBars.date(raw, i).format(DateTimeFormatter.BASIC_ISO_DATE);
            while (rows.get(row)[0].compareTo(date) < 0) {
                row++;
            }
            double factor = Double.parseDouble(rows.get(row)[1]) * Double.parseDouble(rows.get(row)[2]);
            assertEquals(raw.close(i) * factor, adjusted.close(i), 1e-12 * raw.close(i) * factor, symbol + " " + date);
            assertEquals(raw.low(i) * factor, adjusted.low(i), 1e-12 * raw.low(i) * factor);
            widest = Math.max(widest, Math.abs(factor - 1));
        }
        assertEquals(List.of("fb", "googl").contains(symbol), widest == 0, "all but two have something to adjust");
    }

    @Test
    void readsApplesSplitsAndDividends() throws IOException, ImportException {
        CorporateActions actions = CorporateActionFile.read(Shared.requirePath(LEAN + "factor_files/aapl.csv"));
        List<String> splits = actions.splits().stream()
                .map(split -> split.exDate() + " " + split.numerator() + ":" + split.denominator())
                .toList();
        assertEquals(List.of("2000-06-21 2:1", "2005-02-26 2:1", "2014-06-07 7:1", "2020-08-29 4:1"), splits);
        Dividend first = actions.dividends().getFirst();
        assertEquals(LocalDate.of(2012, 8, 9), first.exDate());
        assertEquals(2.65, first.perUnit(), 1e-3);
        assertEquals(619.86, first.reference());
    }

    @Test
    void readsReverseSplitsAndSpinOffs() throws IOException, ImportException {
        Split oil = CorporateActionFile.read(Shared.requirePath(LEAN + "factor_files/uso.csv"))
                .splits()
                .getFirst();
        assertEquals(1, oil.numerator());
        assertEquals(8, oil.denominator());
        Split google = CorporateActionFile.read(Shared.requirePath(LEAN + "factor_files/goog.csv"))
                .splits()
                .getFirst();
        assertEquals(0.997307, (double) google.denominator() / google.numerator(), 1e-12);
    }

    @Test
    void readsTickersByDay() throws IOException, ImportException {
        TickerHistory google = CorporateActionFile.readTickers(Shared.requirePath(LEAN + "map_files/googl.csv"));
        assertEquals(Optional.of("GOOG"), google.tickerOn(LocalDate.of(2014, 4, 2)));
        assertEquals(Optional.of("GOOGL"), google.tickerOn(LocalDate.of(2014, 4, 3)));
        assertEquals(Optional.empty(), google.tickerOn(LocalDate.of(2004, 8, 18)));
    }

    @Test
    void readsPlainRows() throws IOException, ImportException {
        CorporateActions actions = CorporateActionFile.read(
                file("date,kind,value\n2014-06-09,split,7:1\n2014-08-07,dividend,0.47\n2014-05-08,dividend,3.29\n"));
        assertEquals(List.of(new Split(LocalDate.of(2014, 6, 9), 7, 1)), actions.splits());
        assertEquals(
                List.of(
                        new Dividend(LocalDate.of(2014, 5, 8), 3.29, 0),
                        new Dividend(LocalDate.of(2014, 8, 7), 0.47, 0)),
                actions.dividends());
    }

    @Test
    void saysWhereAFileIsWrong() throws IOException {
        assertWrong("2014-06-09,split,7\n", "line 1", "7:1");
        assertWrong("2014-06-09,split,7:1\n2014-06-09,merger,1\n", "line 2", "date,split,7:1");
        assertWrong("2014-06-09,split,7:1\n2014-06-09,split,2:1\n", "Two splits on 2014-06-09");
        assertWrong("2014-13-09,split,7:1\n", "line 1");
        assertWrong("20140609,1,1\n", "price factor");
    }

    private void assertWrong(String text, String... parts) throws IOException {
        Path path = file(text);
        String message = String.valueOf(assertThrows(ImportException.class, () -> CorporateActionFile.read(path))
                .getMessage());
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    /// A dividend of 2 at a close of 100, then a split of two for one: 0.98 and 0.5.
    @Test
    void adjustsNothingThatWasNotKnownYet() {
        long day = 86_400_000_000_000L;
        Bars raw = new Bars(Timeframe.DAY, ZoneOffset.UTC, 4);
        raw.append(0, 100, 100, 100, 100, 1000);
        raw.append(day, 98, 98, 98, 98, 1000);
        raw.append(2 * day, 49, 49, 49, 49, 2000);
        CorporateActions actions = new CorporateActions(
                List.of(new Split(LocalDate.of(1970, 1, 3), 2, 1)),
                List.of(new Dividend(LocalDate.of(1970, 1, 2), 2, 0)));

        Bars before = AdjustedBars.asOf(raw, actions, LocalDate.of(1970, 1, 1));
        assertEquals(100, before.close(0));
        Bars dividend = AdjustedBars.asOf(raw, actions, LocalDate.of(1970, 1, 2));
        assertEquals(98, dividend.close(0), 1e-12);
        assertEquals(1000, dividend.volume(0));
        Bars all = AdjustedBars.asOf(raw, actions, LocalDate.of(1970, 1, 3));
        assertEquals(49, all.close(0), 1e-12);
        assertEquals(49, all.close(1), 1e-12);
        assertEquals(49, all.close(2));
        assertEquals(2000, all.volume(0));
    }

    @Test
    void readsRatesByTheirKnownTime() throws IOException, ImportException {
        RateSeries rates = RateFile.read(file("date,rate\n2010-01-01,1.43\n2010-01-02T16:00:00,1.44\n"));
        assertEquals(
                List.of(
                        new RateSeries.Point(Instant.parse("2010-01-02T00:00:00Z"), 1.43),
                        new RateSeries.Point(Instant.parse("2010-01-02T16:00:00Z"), 1.44)),
                rates.points());
        RateSeries quotes = RateFile.read(Shared.requirePath(LEAN + "fx-eurusd-oanda-1d.csv.gz"));
        assertEquals(3738, quotes.points().size());
        assertEquals((1.32095 + 1.32195) / 2, quotes.points().getFirst().rate(), 1e-12);
        Path wrong = file("date,rate\n2010-01-02,1.43\n2010-01-01,1.44\n");
        assertThrows(ImportException.class, () -> RateFile.read(wrong));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file-" + text.hashCode() + ".csv"), text);
    }
}
