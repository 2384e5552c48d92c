package org.tickwright.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.TickBars;
import org.tickwright.market.Timeframe;
import org.tickwright.workbench.SeriesFiles;

class BacktestCommandTest extends CommandLineFixture {
    @Test
    void readsAnotherInstrumentFromAFile() throws IOException {
        String[] backtest = {
            "backtest",
            indexStrategy().toString(),
            "--data",
            prices.toString(),
            "--with",
            "INDEX=" + prices,
            "--session-close",
            "16:00@America/New_York",
            "--json"
        };
        assertEquals(0, run(backtest), this::errors);
        String first = output();
        assertEquals("INDEX", json().at("/inputs/1/symbol").asText());
        assertEquals(json().at("/inputs/0/hash"), json().at("/inputs/1/hash"));
        assertEquals(
                "16:00@America/New_York", json().at("/inputs/1/sessionClose").asText());
        assertTrue(json().at("/summary/trades").asInt() > 3);
        assertEquals(0, run(backtest), this::errors);
        assertEquals(first, output(), "the same bytes twice");
    }

    @Test
    void saysHowToNameASeriesThatIsNowhere() throws IOException {
        String strategy = indexStrategy().toString();
        assertEquals(2, run("backtest", strategy, "--data", prices.toString()));
        assertTrue(errors().contains("Node index reads INDEX 1d"), this::errors);
        assertEquals(1, run("backtest", strategy, "--data", prices.toString(), "--with", "INDEX=none.csv"));
        assertTrue(errors().contains("no file none.csv"), this::errors);
        assertEquals(2, run("backtest", strategy, "--data", prices.toString(), "--session-close", "4pm"));
        assertTrue(errors().contains("16:00@America/New_York"), this::errors);
    }

    @Test
    void rotatesThroughAUniverseOfFiles() throws IOException {
        String[] backtest = {
            "backtest",
            "rotation",
            "--data",
            prices.toString(),
            "--with",
            "OTHER=" + prices,
            "--universe",
            "WAVE,OTHER",
            "--param",
            "lookback=20",
            "top=1",
            "--json"
        };
        assertEquals(0, run(backtest), this::errors);
        assertEquals("OTHER", json().at("/positions/0/symbol").asText());
        assertEquals(250, json().at("/positions/0/units").size());
        assertEquals("OTHER", json().at("/trades/0/instrument").asText(), "equal ranks go by symbol");
        assertEquals(2, run("backtest", "rotation", "--data", prices.toString(), "--universe", "WAVE,MISSING"));
        assertTrue(errors().contains("trades MISSING"), this::errors);
    }

    @Test
    void fillsAUniverseRealisticallyAndSplitsEachInstrumentByItsOwnFile() throws IOException {
        Path actions = Files.writeString(
                prices.resolveSibling("actions.csv"),
                "date,kind,value\n2021-03-01,split,2:1\n",
                StandardCharsets.UTF_8);
        String[] backtest = {
            "backtest",
            "rotation",
            "--data",
            prices.toString(),
            "--with",
            "OTHER=" + prices,
            "--universe",
            "WAVE,OTHER",
            "--fills",
            "realistic",
            "--margin",
            "0.5:0.25",
            "--spread-bps",
            "4",
            "--actions",
            "OTHER=" + actions,
            "--param",
            "lookback=20",
            "top=1",
            "--json"
        };
        assertEquals(0, run(backtest), this::errors);
        assertTrue(json().at("/costs/spread").asDouble() > 0, this::output);
        assertEquals(1, json().at("/settings/costs/actionsOf/OTHER/splits").size());
        assertEquals(2, run("backtest", "sma-cross", "--data", prices.toString(), "--actions", "OTHER=" + actions));
        assertTrue(errors().contains("splits and dividends of OTHER"), this::errors);
    }

    @Test
    void sameBacktestPrintsTheSameBytesOnFileAndTwice() throws IOException {
        String[] backtest = {
            "backtest",
            "sma-cross",
            "--data",
            prices.toString(),
            "--param",
            "fast=3",
            "slow=8",
            "--capital",
            "5000",
            "--commission-bps",
            "2",
            "--slippage-bps",
            "1",
            "--whole-units",
            "--json"
        };
        assertEquals(0, run(backtest), this::errors);
        String first = output();
        assertTrue(json().at("/summary/trades").asInt() > 3, this::output);
        assertEquals(250, json().get("equity").size());
        assertTrue(errors().contains("Archived as run"), this::errors);
        assertEquals(0, run(backtest));
        assertEquals(first, output());
    }

    @Test
    void backtestBesideAnotherProgramRunsAndSaysItIsNotArchived() throws IOException {
        String[] backtest = {
            "backtest",
            "rsi-reversion",
            "--data",
            prices.toString(),
            "--param",
            "period=5",
            "--fills",
            "realistic",
            "--size",
            "units:10",
            "--stop-loss",
            "0.005",
            "--take-profit",
            "0.005",
            "--json"
        };
        assertEquals(0, run(backtest), this::errors);
        String archived = output();
        assertTrue(json().has("band") && json().has("warmUp"), this::output);
        homeInUse = true;
        assertEquals(0, run(backtest), this::errors);
        assertEquals(archived, output());
        assertTrue(errors().contains("not archived"), this::errors);
        assertEquals(1, run("import", prices.toString(), "--symbol", "WAVE"));
    }

    @Test
    void sizeWithoutANumberShowsTheFormsOfASize() {
        for (String size : List.of("risk:", "units:many")) {
            assertEquals(2, run("backtest", "sma-cross", "--data", prices.toString(), "--size", size));
            assertTrue(errors().contains("units:N") && errors().contains(size), this::errors);
        }
    }

    @Test
    void rangeThatEndsBeforeItBeginsIsAWrongArgument() {
        String[] words = {
            "backtest", "sma-cross", "--data", prices.toString(), "--from", "2020-05-01", "--to", "2020-04-01"
        };
        assertEquals(2, run(words));
        assertTrue(errors().contains("ends before it begins"), errors());
    }

    @Test
    void realisticFillsSayHowManyBarsWereAmbiguousAndKeepTheirTerms() {
        String[] words = {
            "backtest", "sma-cross", "--data", prices.toString(), "--fills", "realistic", "--participation", "0.05"
        };
        assertEquals(0, run(words));
        assertTrue(output().contains("ambiguous bars"), output());
    }

    @Test
    void termsOfRealisticFillsAreRefusedWithPlainOnes() {
        assertEquals(2, run("backtest", "sma-cross", "--data", prices.toString(), "--participation", "0.05"));
        assertTrue(errors().contains("belong to --fills realistic"), errors());
    }

    @Test
    void anIntrabarSeriesMustBeFiner() {
        String[] words = {
            "backtest",
            "sma-cross",
            "--data",
            prices.toString(),
            "--fills",
            "realistic",
            "--intrabar",
            prices.toString()
        };
        assertEquals(2, run(words));
        assertTrue(errors().contains("finer than 1d"), errors());
    }

    /// A price that swings, a trade every ten seconds.
    private Path trades() throws IOException {
        StringBuilder text = new StringBuilder("time,price,size\n");
        for (int i = 0; i < 20_000; i++) {
            double price = 100 + 5 * StrictMath.sin(i / 700.0) + 0.2 * StrictMath.sin(i / 11.0);
            text.append(1_600_000_200L + 10L * i)
                    .append(',')
                    .append(Math.round(price * 100) / 100.0)
                    .append(",100\n");
        }
        return Files.writeString(prices.resolveSibling("swing.csv"), text);
    }

    private static String[] ticks(String... more) {
        List<String> words = new ArrayList<>(List.of("backtest", "sma-cross", "--param", "fast=3", "slow=8"));
        words.addAll(List.of("--stop-loss", "0.004", "--take-profit", "0.004"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Test
    void makesBarsOfTradesAndFillsAtThem() throws IOException {
        String file = trades().toString();
        for (String timeframe : List.of("15m", "60t", "6000v", "600000n")) {
            String[] words = ticks("--ticks", file, "--timeframe", timeframe, "--fills", "realistic", "--json");
            assertEquals(0, run(words), this::errors);
            assertEquals(timeframe, json().at("/series/timeframe").asText(), this::output);
            assertEquals(0, json().at("/ambiguity/bars").size(), this::output);
            assertTrue(json().at("/summary/trades").asInt() > 2, this::output);
            assertEquals("SWING 1t", json().at("/settings/fillTerms/intrabar").asText(), this::output);
        }
        assertEquals(0, run(ticks("--ticks", file, "--timeframe", "15m", "--json")), this::errors);
        assertTrue(json().at("/settings/fillTerms/intrabar").isMissingNode()
                || json().at("/settings/fillTerms/intrabar").isNull());
    }

    @Test
    void tradesTellTheInsideOfBarsOfAFile() throws IOException, ImportException {
        String file = trades().toString();
        assertEquals(0, run(ticks("--ticks", file, "--timeframe", "15m", "--fills", "realistic", "--json")));
        int count = json().at("/summary/trades").asInt();
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        Bars bars = TickBars.of(
                SeriesFiles.ticks(Path.of(file), ImportOptions.forSymbol("X")).ticks(),
                Timeframe.parse("15m"),
                ZoneOffset.UTC);
        for (int i = 0; i < bars.size(); i++) {
            text.append(bars.time(i) / 1_000_000_000L).append(',').append(bars.open(i));
            text.append(',').append(bars.high(i)).append(',').append(bars.low(i));
            text.append(',')
                    .append(bars.close(i))
                    .append(',')
                    .append(bars.volume(i))
                    .append('\n');
        }
        String data =
                Files.writeString(prices.resolveSibling("quarters.csv"), text).toString();
        assertEquals(0, run(ticks("--data", data, "--ticks", file, "--fills", "realistic", "--json")), this::errors);
        assertEquals(count, json().at("/summary/trades").asInt());
        assertEquals(0, json().at("/ambiguity/bars").size());
        assertEquals(2, run(ticks("--data", data, "--ticks", file)));
        assertTrue(errors().contains("the profile is plain"), this::errors);
        assertEquals(2, run(ticks("--ticks", file)));
        assertTrue(errors().contains("needs --timeframe"), this::errors);
        assertEquals(1, run(ticks("--ticks", data, "--timeframe", "1h")));
        assertTrue(errors().contains("holds bars, not trades"), this::errors);
        assertEquals(1, run(ticks("--ticks", "nowhere.csv", "--timeframe", "1h")));
        assertEquals(1, run(ticks("--ticks", file, "--timeframe", "100000t")));
        assertTrue(errors().contains("do not fill one bar"), this::errors);
    }

    @Test
    void runWithoutTradesSaysWhatBecameOfItsOrders() {
        assertEquals(0, run("backtest", "sma-cross", "--data", prices.toString(), "--size", "risk:0.02"));
        assertTrue(output().contains("orders were refused: Size risk:0.02"), output());
    }

    @Test
    void sizesEntriesByVolatilityAndByKelly() {
        for (String size : List.of("volatility:0.15/20", "kelly:0.5/0.25/2/0.1")) {
            assertEquals(0, run("backtest", "sma-cross", "--data", prices.toString(), "--size", size, "--json"));
            assertTrue(output().contains("\"size\":\"" + size + "\""), output());
            assertTrue(output().contains("of the account)"), "each entry says what its size came to");
        }
        assertEquals(2, run("backtest", "sma-cross", "--data", prices.toString(), "--size", "volatility:0.15/1"));
        assertTrue(errors().contains("2 to 10,000 bars"), errors());
    }

    @Test
    void countsEveryTryPerIdeaAndDataSet() throws IOException {
        for (String fast : List.of("5", "6", "5")) {
            assertEquals(
                    0,
                    run("backtest", "sma-cross", "--data", prices.toString(), "--param", "fast=" + fast),
                    this::errors);
        }
        assertTrue(output().contains("This idea has been tried 2 times on WAVE 1d (file "), this::output);
        assertEquals(0, run("trials", "--json"), this::errors);
        assertEquals("template:sma-cross", json().at("/trials/0/lineage").asText());
        assertEquals(2, json().at("/trials/0/count").asInt());
        assertEquals(1, json().at("/trials/0/repeats").asInt());
        assertEquals(0, run("trials"), this::errors);
        assertTrue(output().contains("template:sma-cross"), this::output);
        assertEquals(0, run("trials", "--entries", "--json"), this::errors);
        assertEquals(3, json().at("/entries").size());
        assertEquals(0, run("trials", "--lineage", "unheard"), this::errors);
        assertTrue(output().startsWith("Nothing was tried yet"), this::output);
        assertEquals(0, run("trials", "--verify"), this::errors);
        assertTrue(output().startsWith("The ledger is whole: 3 rows"), this::output);
    }

    @Test
    void theRunDocumentIsTheSameHoweverOftenItWasTried() {
        String[] backtest = {"backtest", "sma-cross", "--data", prices.toString(), "--json"};
        assertEquals(0, run(backtest), this::errors);
        String first = output();
        assertTrue(errors().contains("tried once"), this::errors);
        run("backtest", "sma-cross", "--data", prices.toString(), "--param", "fast=7");
        assertEquals(0, run(backtest), this::errors);
        assertEquals(first, output());
        assertTrue(errors().contains("tried 2 times"), this::errors);
    }

    @Test
    void saysFromWhichBarARunCounts() throws IOException {
        assertEquals(0, run("backtest", "sma-cross", "--data", prices.toString(), "--json"), err::toString);
        JsonNode warmUp = JSON.readTree(out.toString(StandardCharsets.UTF_8)).get("warmUp");
        assertTrue(warmUp.get("stableFrom").asInt() >= warmUp.get("definedFrom").asInt());
        assertFalse(warmUp.get("note").asText().isEmpty());
    }
}
