package org.tickwright.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;

class CommandLineTest extends CommandLineFixture {
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
    void parquetIsReadWhereverAFileOfBarsIs() throws Exception {
        Path file = directory.resolve("WAVE.parquet");
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("copy (select * from read_csv('" + prices + "')) to '" + file + "' (format parquet)");
        }
        assertEquals(0, run("backtest", "sma-cross", "--data", prices.toString(), "--json"), this::errors);
        String hash = json().get("dataHash").asText();
        assertEquals(0, run("backtest", "sma-cross", "--data", file.toString(), "--json"), this::errors);
        assertEquals(hash, json().get("dataHash").asText());
        assertEquals("WAVE", json().at("/series/symbol").asText());
        assertEquals(0, run("import", file.toString(), "--symbol", "PQ", "--json"), this::errors);
        assertEquals(hash, json().at("/series/contentHash").asText(), this::output);
        assertEquals(250, json().get("rowsStored").asInt());
        assertEquals(0, run("data", "audit", file.toString()), this::errors);
        assertTrue(output().contains("Parquet, "), this::output);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 2_000));
        assertEquals(1, run("import", file.toString(), "--symbol", "CUT"));
        assertTrue(errors().contains("cut off or damaged"), this::errors);
    }
}
