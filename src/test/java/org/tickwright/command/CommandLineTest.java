package org.tickwright.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.MemoryRunArchive;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.StrategyLibrary;
import org.tickwright.workbench.Workbench;

class CommandLineTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Workbench workbench;
    private boolean homeInUse;
    private @Nullable Path homeAsked;
    private Path prices;

    @BeforeEach
    void openWorkbench() throws IOException {
        MemoryBarStore store = new MemoryBarStore();
        IndicatorCatalogue indicators = IndicatorCatalogue.builtIn();
        workbench = new Workbench(
                directory,
                false,
                indicators,
                new SeriesLibrary(store),
                new StrategyLibrary(directory.resolve("strategies")),
                new Backtests(store, new MemoryRunArchive(), indicators));
        prices = directory.resolve("WAVE.csv");
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        for (int day = 0; day < 250; day++) {
            double close = 100 + Math.round(1000 * StrictMath.sin(day / 9.0)) / 100.0;
            String date = java.time.LocalDate.of(2020, 1, 1).plusDays(day).toString();
            text.append(String.format(
                    Locale.ROOT, "%s,%.2f,%.2f,%.2f,%.2f,%d%n", date, close, close + 1, close - 1, close, 1000 + day));
        }
        Files.writeString(prices, text);
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return TickwrightCommand.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new WorkbenchAccess() {
                    @Override
                    public Workbench writable(@Nullable Path home) {
                        if (homeInUse) {
                            throw new HomeInUse("The home is in use by process 1.");
                        }
                        return workbench;
                    }

                    @Override
                    public Workbench readable(@Nullable Path home) {
                        homeAsked = home;
                        return workbench;
                    }
                });
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        return JSON.readTree(output());
    }

    private Path indexStrategy() throws IOException {
        return Files.writeString(directory.resolve("index.strategy.json"), """
            {"format": "tickwright-strategy", "version": 1, "name": "Index filter",
             "nodes": [
              {"id": "index", "type": "price", "params": {"instrument": "INDEX"}},
              {"id": "average", "type": "indicator.SMA", "params": {"optInTimePeriod": 5}},
              {"id": "above", "type": "greater"}, {"id": "below", "type": "less"},
              {"id": "enterLong", "type": "enterLong"}, {"id": "exitLong", "type": "exitLong"}],
             "wires": [
              {"from": "index.value", "to": "average.real"},
              {"from": "index.value", "to": "above.a"}, {"from": "average.value", "to": "above.b"},
              {"from": "index.value", "to": "below.a"}, {"from": "average.value", "to": "below.b"},
              {"from": "above.value", "to": "enterLong.when"},
              {"from": "below.value", "to": "exitLong.when"}]}
            """);
    }

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
    void importedSeriesIsListedAndExportedAgain() throws IOException {
        assertEquals(0, run("import", prices.toString(), "--symbol", "WAVE", "--json"), this::errors);
        assertEquals(250, json().get("rowsStored").asInt());
        assertEquals("1d", json().at("/series/timeframe").asText());
        assertEquals(0, run("data", "list"));
        assertTrue(output().contains("WAVE"), this::output);
        Path copy = directory.resolve("copy.csv");
        assertEquals(0, run("data", "export", "WAVE", "--out", copy.toString()), this::errors);
        assertEquals(251, Files.readAllLines(copy).size());
        assertEquals(0, run("data", "audit", "WAVE"), this::errors);
        assertEquals(0, run("data", "delete", "WAVE"), this::errors);
        assertEquals(1, run("data", "audit", "WAVE"));
    }

    @Test
    void brokenFileStoresNothingAndNamesLineAndMend() throws IOException {
        Path broken = directory.resolve("broken.csv");
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(prices));
        lines.set(5, lines.get(5).replaceFirst(",[0-9.]+,", ",-3.00,"));
        Files.write(broken, lines);
        assertEquals(1, run("import", broken.toString(), "--symbol", "WAVE"));
        assertTrue(output().contains("line 6") || output().contains("Line 6"), this::output);
        assertTrue(errors().contains("--accept NON_POSITIVE_PRICE"), this::errors);
        assertEquals(0, run("data", "list"));
        assertFalse(output().contains("WAVE"), this::output);
        assertEquals(0, run("import", broken.toString(), "--symbol", "WAVE", "--accept", "NON_POSITIVE_PRICE"));
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
    void wrongArgumentsGiveTwoAndSayWhy() {
        assertEquals(2, run("backtest"));
        assertEquals(2, run("nonsense"));
        assertEquals(2, run("backtest", "sma-cross", "--data", prices.toString(), "--size", "half"));
        assertTrue(errors().contains("fraction:F"), this::errors);
        assertEquals(2, run("backtest", "sma-cross", "--data", prices.toString(), "--param", "fast=many"));
        assertEquals(2, run("backtest", "sma-cross", "--data", prices.toString(), "--param", "speed=3"));
        assertTrue(errors().contains("speed"), this::errors);
        assertEquals(2, run("backtest", "sma-cross", "--data", prices.toString(), "--from", "yesterday"));
        assertEquals(2, run("data"));
    }

    @Test
    void homeMayStandBeforeOrBehindTheSubcommand() {
        assertEquals(0, run("--home", "here", "data", "list"), this::errors);
        assertEquals(Path.of("here"), homeAsked);
        assertEquals(0, run("data", "list", "--home", "there"), this::errors);
        assertEquals(Path.of("there"), homeAsked);
        assertEquals(0, run("--version"));
        assertEquals(0, run("backtest", "--help"));
    }

    @Test
    void missingFilesAndSeriesGiveOneAndSayWhatToDo() {
        assertEquals(1, run("backtest", "no-such.strategy.json", "--data", prices.toString()));
        assertTrue(errors().contains("sma-cross"), this::errors);
        assertEquals(1, run("backtest", "sma-cross", "--data", "NOSUCH"));
        assertTrue(errors().contains("tickwright import"), this::errors);
        assertEquals(1, run("report", "r99", "--out", directory.toString()));
        assertEquals(1, run("import", directory.resolve("absent.csv").toString(), "--symbol", "X"));
    }

    @Test
    void reportsAnArchivedRunInEveryFormat() throws IOException {
        assertEquals(0, run("import", prices.toString(), "--symbol", "WAVE"), this::errors);
        assertEquals(0, run("backtest", "sma-cross", "--data", "WAVE"), this::errors);
        assertEquals(0, run("runs", "--json"));
        assertEquals(1, json().get("runs").size());
        Path folder = directory.resolve("report");
        assertEquals(
                0, run("report", "latest", "--format", "html,csv,json,pdf", "--out", folder.toString()), this::errors);
        for (String line : output().lines().toList()) {
            assertTrue(Files.size(Path.of(line)) > 100, line);
        }
    }

    @Test
    void validatesDescribesAndListsStrategies() throws IOException {
        assertEquals(
                0, run("strategy", "templates", "--out", directory.resolve("t").toString()), this::errors);
        for (String line : output().lines().toList()) {
            assertEquals(0, run("strategy", "validate", line), this::errors);
            assertEquals(0, run("strategy", "describe", line), this::errors);
            assertFalse(output().isBlank());
        }
        Path torn = directory.resolve("torn.strategy.json");
        Files.writeString(torn, "{\"format\": \"tickwright-strategy\", \"version\": 1, \"nodes\": [");
        assertEquals(1, run("strategy", "validate", torn.toString()));
        assertTrue(errors().contains("torn.strategy.json"), this::errors);
        assertEquals(0, run("strategy", "schema"));
        assertTrue(json().has("$schema"));
    }

    @Test
    void unknownNodeTypesFailValidationAndBacktestByName() throws IOException {
        Path file = directory.resolve("x.strategy.json");
        Files.writeString(file, """
            {"format": "tickwright-strategy", "version": 1, "name": "x", "parameters": [],
             "nodes": [{"id": "magic", "type": "crystalBall", "params": {}}], "wires": [], "layout": {}}
            """);
        assertEquals(1, run("strategy", "validate", file.toString()));
        assertTrue(errors().contains("crystalBall"), this::errors);
        assertEquals(1, run("backtest", file.toString(), "--data", prices.toString()));
        assertTrue(errors().contains("crystalBall"), this::errors);
    }

    @Test
    void indicatorsAndMetricsWorkOnFiles() throws IOException {
        Path columns = directory.resolve("columns.csv");
        assertEquals(
                0,
                run(
                        "indicator",
                        "SMA(optInTimePeriod=10)",
                        "SMA(RSI(optInTimePeriod=14), optInTimePeriod=5)",
                        "--data",
                        prices.toString(),
                        "--out",
                        columns.toString()),
                this::errors);
        assertEquals(251, Files.readAllLines(columns).size());
        assertEquals(0, run("indicator", "list"));
        assertTrue(output().contains("SMA"));
        assertEquals(2, run("indicator", "NOSUCH(close)", "--data", prices.toString(), "--out", columns.toString()));
        assertEquals(0, run("metrics", "--prices", prices.toString(), "--json"), this::errors);
        assertTrue(json().at("/metrics/sharpe").isNumber(), this::output);
        assertEquals(2, run("metrics"));
    }

    @Test
    void riskFreeRateOutOfRangeIsAWrongArgument() {
        assertEquals(2, run("metrics", "--prices", prices.toString(), "--risk-free", "-5"));
        assertTrue(errors().startsWith("Risk-free rate must be"), this::errors);
    }

    @Test
    void sizeWithoutANumberShowsTheFormsOfASize() {
        for (String size : List.of("risk:", "units:many")) {
            assertEquals(2, run("backtest", "sma-cross", "--data", prices.toString(), "--size", size));
            assertTrue(errors().contains("units:N") && errors().contains(size), this::errors);
        }
    }

    @Test
    void folderInPlaceOfAStrategyIsNamed() {
        assertEquals(1, run("strategy", "validate", directory.toString()));
        assertTrue(errors().contains(directory + " is a folder"), this::errors);
    }

    @Test
    void helpSaysWhatEachGroupOfCommandsIsFor() {
        assertEquals(0, run("--help"));
        assertTrue(output().contains("Series in the store") && output().contains("Strategies:"), this::output);
        assertTrue(output().contains("Plug-ins:"), this::output);
    }

    @Test
    void auditAndExportTakeAFileAsWell() throws IOException {
        assertEquals(0, run("data", "audit", prices.toString()));
        assertTrue(output().contains("ZONE_ASSUMED"), output());
        Path copy = directory.resolve("copy.csv");
        assertEquals(0, run("data", "export", prices.toString(), "--out", copy.toString()));
        assertEquals(251, Files.readAllLines(copy).size());
    }

    @Test
    void foldersWhereFilesBelongAreNamed() {
        assertEquals(2, run("backtest", "sma-cross", "--data", directory.toString()));
        assertTrue(errors().contains("names a folder"), errors());
        assertEquals(1, run("data", "export", prices.toString(), "--out", directory.toString()));
        assertTrue(errors().contains("is a folder"), errors());
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

    @Test
    void runWithoutTradesSaysWhatBecameOfItsOrders() {
        assertEquals(0, run("backtest", "sma-cross", "--data", prices.toString(), "--size", "risk:0.02"));
        assertTrue(output().contains("orders were refused: Size risk:0.02"), output());
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
    void deflatesASharpeRatioByTheTriesThatAreNamed() throws IOException {
        String[] metrics = {"metrics", "--prices", prices.toString(), "--json", "--dsr-trials", "20"};
        assertEquals(2, run(metrics));
        assertTrue(errors().contains("--dsr-trial-variance"), this::errors);
        assertEquals(
                0,
                run(
                        "metrics",
                        "--prices",
                        prices.toString(),
                        "--json",
                        "--dsr-trials",
                        "20",
                        "--dsr-trial-variance",
                        "0.001"),
                this::errors);
        assertEquals(20, json().at("/metrics/dsrTrials").asInt());
        assertEquals(0.06, json().at("/metrics/dsrExpectedMaxSharpePerPeriod").asDouble(), 0.001);
        assertTrue(json().at("/metrics/dsr").isNumber());
        assertEquals(0, run("metrics", "--prices", prices.toString(), "--json"), this::errors);
        assertTrue(json().at("/metrics/psrVs0").isNumber());
        assertTrue(json().at("/metrics/dsr").isMissingNode());
    }

    @Test
    void checksAStrategyForNodesThatLookAhead() throws IOException {
        assertEquals(0, run("strategy", "check", "sma-cross", "--data", prices.toString(), "--json"), err::toString);
        JsonNode report = JSON.readTree(out.toString(StandardCharsets.UTF_8));
        assertTrue(report.get("clean").asBoolean());
        assertEquals(250, report.get("bars").asInt());
        assertEquals(249, report.get("cuts").asInt());
        assertEquals(0, report.get("findings").size());
        assertTrue(report.get("nodes").size() > 2);
        assertEquals(0, run("strategy", "check", "sma-cross", "--data", prices.toString()));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("No node looks ahead."));
        assertEquals(2, run("strategy", "check", "sma-cross", "--data", prices.toString(), "--param", "nonsense=1"));
    }

    @Test
    void saysFromWhichBarARunCounts() throws IOException {
        assertEquals(0, run("backtest", "sma-cross", "--data", prices.toString(), "--json"), err::toString);
        JsonNode warmUp = JSON.readTree(out.toString(StandardCharsets.UTF_8)).get("warmUp");
        assertTrue(warmUp.get("stableFrom").asInt() >= warmUp.get("definedFrom").asInt());
        assertFalse(warmUp.get("note").asText().isEmpty());
    }
}
