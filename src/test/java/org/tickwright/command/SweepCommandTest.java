package org.tickwright.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepCommandTest extends CommandLineFixture {
    private int sweep(String... arguments) {
        String[] all = new String[arguments.length + 4];
        all[0] = "sweep";
        all[1] = "sma-cross";
        all[2] = "--data";
        all[3] = prices.toString();
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return run(all);
    }

    @Test
    void everyRowIsTheBacktestWithItsParameters() throws IOException {
        String[] costs = {"--commission-bps", "5", "--slippage-bps=2", "--direction", "both", "--stop-loss=0.05"};
        assertEquals(0, sweep(with(costs, "--param", "fast=3..9:2", "slow=10,15", "--json")), this::errors);
        JsonNode document = json();
        assertEquals(8, document.at("/rows").size());
        assertEquals(8, document.at("/combinations").asInt());
        assertTrue(errors().contains("has been tried 8 times"), this::errors);
        for (JsonNode row : document.at("/rows")) {
            assertEquals(
                    0,
                    run(with(
                            new String[] {"backtest", "sma-cross", "--data", prices.toString(), "--json"},
                            with(
                                    costs,
                                    "--param",
                                    "fast=" + row.at("/parameters/fast").asInt(),
                                    "slow=" + row.at("/parameters/slow").asInt()))));
            JsonNode summary = json().at("/summary");
            for (String figure : List.of("sharpe", "finalEquity", "maxDrawdown", "trades", "sqn", "totalCommission")) {
                assertEquals(summary.at("/" + figure), row.at("/" + figure), figure);
            }
            assertEquals(summary.at("/exitReasons"), row.at("/exitReasons"));
        }
    }

    private static String[] with(String[] some, String... more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    @Test
    void givesTheSameBytesAgainWithoutRunningAgain() throws IOException {
        Path csv = directory.resolve("out/rows.csv");
        String[] arguments = {"--param", "fast=3..9:2", "slow=10..40:10", "--json", "--out", csv.toString()};
        assertEquals(0, sweep(arguments), this::errors);
        String first = output();
        String rows = Files.readString(csv);
        assertEquals(17, rows.lines().count());
        assertTrue(rows.startsWith("point,fast,slow,totalReturn,"), rows);
        assertEquals(0, sweep(with(arguments, "--workers", "3")), this::errors);
        assertEquals(first, output());
        assertEquals(rows, Files.readString(csv));
        assertTrue(errors().contains("16 of 16 combinations are done already"), this::errors);
        assertTrue(errors().contains("has been tried 16 times"), this::errors);
    }

    @Test
    void quickFiguresAreThoseOfAllButWhatIsNotComputedIsAbsent() throws IOException {
        Path csv = directory.resolve("quick.csv");
        String[] arguments = {"--param", "fast=3..9:2", "slow=10,15", "--json"};
        assertEquals(0, sweep(arguments), this::errors);
        JsonNode all = json();
        assertTrue(all.at("/figures").toString().contains("sharpe"), this::output);
        String[] quick = with(arguments, "--figures", "quick", "--out", csv.toString());
        assertEquals(0, sweep(quick), this::errors);
        assertFalse(errors().contains("are done already"), "it is another sweep");
        JsonNode some = json();
        assertEquals("totalReturn", some.at("/sort").asText());
        for (int point = 0; point < 8; point++) {
            JsonNode row = some.at("/rows/" + point);
            assertTrue(row.at("/sharpe").isMissingNode() && row.at("/annualVol").isMissingNode(), row::toString);
            for (JsonNode figure : some.at("/figures")) {
                String name = "/" + figure.asText();
                assertEquals(all.at("/rows/" + point + name), row.at(name), name);
            }
        }
        assertFalse(Files.readString(csv).contains("sharpe"));
        assertEquals(0, sweep(quick), this::errors);
        assertTrue(errors().contains("8 of 8 combinations are done already"), this::errors);
        assertEquals(2, sweep("--figures", "quick", "--sort", "sharpe"));
        assertTrue(errors().contains("needs --figures all"), this::errors);
        assertEquals(2, sweep("--figures", "some"));
        assertTrue(errors().contains("'all' or 'quick'"), this::errors);
    }

    @Test
    void marksPeakAndPlateauAndSaysWhatTheBestIsWorth() {
        assertEquals(0, sweep("--param", "fast", "slow=60", "--sort", "totalReturn", "--top", "3"), this::errors);
        assertTrue(output().contains("10 combinations (grid)"), this::output);
        assertTrue(output().contains("  peak     fast="), this::output);
        assertTrue(output().contains("  plateau  fast="), this::output);
        assertTrue(output().contains("deflated Sharpe ratio"), this::output);
        assertEquals(0, sweep("--search", "latin", "--samples", "12", "--seed", "4"), this::errors);
        assertTrue(output().contains("12 combinations (latin)"), this::output);
        assertFalse(output().contains("plateau"), this::output);
    }

    @Test
    void guidedSearchesKeepToTheirBudgetAndCountEveryTry() throws IOException {
        for (String search : List.of("genetic", "bayesian")) {
            String[] arguments = {
                "--param",
                "fast=2..30:1",
                "slow=10..60:1",
                "--search",
                search,
                "--runs",
                "30",
                "--objective",
                "totalReturn",
                "--min-trades",
                "3",
                "--json"
            };
            assertEquals(0, sweep(arguments), this::errors);
            JsonNode document = json();
            assertEquals(30, document.at("/rows").size());
            assertEquals("totalReturn", document.at("/objective/figure").asText());
            assertEquals("totalReturn", document.at("/sort").asText());
            JsonNode peak = document.at("/rows/" + document.at("/peak").asInt());
            for (JsonNode row : document.at("/rows")) {
                assertTrue(row.at("/trades").asInt() < 3
                        || row.at("/totalReturn").asDouble()
                                <= peak.at("/totalReturn").asDouble());
            }
            String first = output();
            assertEquals(0, sweep(with(arguments, "--workers", "3")), this::errors);
            assertEquals(first, output());
            assertTrue(errors().contains("30 of 30 combinations are done already"), this::errors);
        }
        assertTrue(errors().contains("has been tried"), this::errors);
        int tries = Integer.parseInt(errors().replaceAll("(?s).*has been tried (\\d+) times.*", "$1"));
        assertTrue(tries > 30 && tries <= 60, "both searches count, equal combinations once: " + tries);
    }

    @Test
    void guidedSearchSaysWhatItLookedFor() {
        assertEquals(
                0,
                sweep("--search", "genetic", "--runs", "20", "--objective", "trades:min", "--min-trades", "1"),
                this::errors);
        assertTrue(output().contains("20 combinations (genetic)"), this::output);
        assertTrue(output().contains("Looked for the lowest trades over runs with at least 1 trade."), this::output);
        assertTrue(output().contains("  peak     fast="), this::output);
    }

    @Test
    void saysWhichCombinationsWereNotPossible() throws IOException {
        assertEquals(0, sweep("--param", "fast=1,5", "slow=20"), this::errors);
        assertTrue(output().contains("1 of them were not possible"), this::output);
        assertEquals(0, sweep("--param", "fast=1,5", "slow=20", "--json"), this::errors);
        assertTrue(json().at("/rows/0/fault").asText().contains("optInTimePeriod"), this::output);
    }

    @Test
    void runsWithoutKeepingWhereTheHomeIsInUse() {
        homeInUse = true;
        assertEquals(0, sweep("--param", "fast=3..9:2"), this::errors);
        assertTrue(errors().contains("is not kept and not counted"), this::errors);
        assertTrue(output().contains("4 combinations, which nobody counted"), this::output);
    }

    @ParameterizedTest
    @CsvSource({
        "--param wide=1..5:1, no parameter 'wide'; it has fast",
        "--param fast=9..1:1, must go up",
        "--param fast=1..x:1, no number",
        "--param fast=1..5:1 fast=3, given twice",
        "--sort luck, there are totalReturn",
        "--workers 0, at least 1",
        "--samples 5, belongs to --search",
        "--search random --param fast=5..6:1 --samples 9, only 2 combinations",
        "--objective sqn, belong to --search genetic",
        "--search genetic --objective luck, there are totalReturn",
        "--search genetic --objective sqn:most, comes max or min",
        "--search bayesian --runs 5000, at most 1",
        "--search genetic --min-trades -1, must be 0 or more",
        "--seed 5, belong to --fills realistic",
        "--from 2031-01-01, no bars in the range"
    })
    void saysWhatIsWrong(String arguments, String found) {
        assertEquals(2, sweep(arguments.split(" ")), this::errors);
        assertTrue(errors().contains(found), this::errors);
    }
}
