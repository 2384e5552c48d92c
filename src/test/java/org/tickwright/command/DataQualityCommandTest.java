package org.tickwright.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tickwright.market.calendar.ExchangeCalendar;
import org.tickwright.market.calendar.ExchangeCalendars;

class DataQualityCommandTest extends CommandLineFixture {
    /// A year of New York without one day and with prices of a week in cents.
    private Path year(String name, double scale) throws Exception {
        ExchangeCalendar calendar = ExchangeCalendars.shipped().get("XNYS");
        List<String> lines = new ArrayList<>(List.of("date,open,high,low,close,volume"));
        for (LocalDate day : calendar.tradingDays(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 12, 31))) {
            boolean cents = day.getMonthValue() == 6 && day.getDayOfMonth() < 8;
            double close = (100 + day.getDayOfYear() % 17) * (cents ? scale : 1);
            if (!day.equals(LocalDate.of(2024, 3, 12))) {
                lines.add(day + "," + close + "," + close * 1.01 + "," + close * 0.99 + "," + close + ",10");
            }
        }
        return Files.write(prices.resolveSibling(name), lines);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void printsCoverageAndFindingsAgainstTheCalendar() throws Exception {
        assertEquals(0, run("import", year("y.csv", 100).toString(), "--symbol", "YEAR"), err::toString);
        assertEquals(0, run("data", "audit", "YEAR", "--json"), err::toString);
        assertEquals("XNYS", json().path("calendar").path("id").asText(), printed());
        assertEquals(false, json().path("calendar").path("chosen").asBoolean());
        assertEquals(252, json().path("coverage").path("expected").asInt());
        assertEquals(1, json().path("coverage").path("missing").asInt());
        assertEquals(
                "2024-03-12",
                json().path("coverage")
                        .path("incompleteDays")
                        .get(0)
                        .path("day")
                        .asText());
        assertEquals(1, json().path("findingCounts").path("GAP").asInt());
        assertEquals(1, json().path("findingCounts").path("PRICE_SCALE").asInt());
        assertEquals(1, json().path("severities").path("ERROR").asInt());
        assertEquals(
                "2024-03-12T00:00:00Z",
                json().path("findings").get(0).path("from").asText());
        assertEquals(0, run("data", "audit", "YEAR"), err::toString);
        assertTrue(printed().contains("Calendar: XNYS"), printed());
        assertTrue(printed().contains("251 of 252 bars"), printed());
    }

    @Test
    void takesTheCalendarThatWasChosenForTheInstrument() throws Exception {
        assertEquals(0, run("import", year("y.csv", 1).toString(), "--symbol", "YEAR"), err::toString);
        assertEquals(0, run("data", "instrument", "YEAR", "--json"), err::toString);
        assertEquals("assumed", json().path("source").asText());
        assertEquals(
                0, run("data", "instrument", "YEAR", "--calendar", "LSE", "--tick", "0.5", "--json"), err::toString);
        assertEquals("person", json().path("source").asText());
        assertEquals("XLON", json().path("calendar").asText());
        assertEquals(0.5, json().path("tick").asDouble());
        assertEquals(0, run("data", "audit", "YEAR", "--json"), err::toString);
        assertEquals("XLON", json().path("calendar").path("id").asText());
        assertEquals(true, json().path("calendar").path("chosen").asBoolean());
        assertEquals(0, run("data", "instrument", "YEAR", "--forget"), err::toString);
        assertEquals(2, run("data", "instrument", "YEAR", "--calendar", "NOWHERE"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("XNYS"), err::toString);
    }

    @Test
    void refusesARunOverPricesInAnotherScaleUnlessTheyAreAccepted() throws Exception {
        assertEquals(0, run("import", year("y.csv", 100).toString(), "--symbol", "YEAR"), err::toString);
        String strategy = "assets/strategies/sma-cross.strategy.json";
        assertEquals(1, run("backtest", strategy, "--data", "YEAR"));
        String refusal = err.toString(StandardCharsets.UTF_8);
        assertTrue(refusal.contains("--accept PRICE_SCALE"), refusal);
        assertEquals(0, run("backtest", strategy, "--data", "YEAR", "--to", "2024-05-31"), err::toString);
        assertEquals(0, run("backtest", strategy, "--data", "YEAR", "--accept", "PRICE_SCALE"), err::toString);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("which was accepted"), err::toString);
        Path reports = prices.resolveSibling("reports");
        assertEquals(0, run("runs", "--json"), err::toString);
        String id = printed().replaceFirst("(?s).*?\"id\"\\s*:\\s*\"(r\\d+)\".*", "$1");
        assertEquals(0, run("report", id, "--format", "html", "--out", reports.toString()), err::toString);
        try (Stream<Path> files = Files.walk(reports)) {
            String html = Files.readString(files.filter(file -> file.toString().endsWith(".html"))
                    .findFirst()
                    .orElseThrow());
            assertTrue(html.contains("Run in spite of PRICE_SCALE"), html);
        }
    }

    @Test
    void mendsASeriesAsANewVersionAndGoesBack() throws Exception {
        assertEquals(0, run("import", year("y.csv", 100).toString(), "--symbol", "YEAR"), err::toString);
        assertEquals(0, run("data", "mend", "YEAR", "--json"), err::toString);
        assertTrue(printed().contains("scale"), printed());
        assertEquals(
                0, run("data", "mend", "YEAR", "--mend", "PRICE_SCALE=scale", "--dry-run", "--json"), err::toString);
        assertEquals(false, json().path("stored").asBoolean());
        assertEquals(0, run("data", "mend", "YEAR", "--mend", "PRICE_SCALE=scale,GAP=fill", "--json"), err::toString);
        assertEquals(2, json().path("version").asInt(), printed());
        assertEquals(5, json().path("difference").path("changed").asInt());
        assertEquals(1, json().path("difference").path("added").asInt());
        assertEquals(1, json().path("findingsBefore").path("PRICE_SCALE").asInt());
        assertTrue(json().path("findingsAfter").path("PRICE_SCALE").isMissingNode(), printed());
        String strategy = "assets/strategies/sma-cross.strategy.json";
        assertEquals(0, run("backtest", strategy, "--data", "YEAR"), err::toString);
        assertEquals(1, run("data", "mend", "YEAR", "--mend", "PRICE_SCALE=scale"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("Nothing was stored"), err::toString);
        assertEquals(0, run("data", "use", "YEAR", "--version", "1"), err::toString);
        assertEquals(1, run("backtest", strategy, "--data", "YEAR"));
        assertEquals(2, run("data", "mend", "YEAR", "--mend", "PRICE_SCALE"));
    }

    @Test
    void tellsTheFindingsInTheDocumentOfARunAndAsksForSweepsToo() throws Exception {
        assertEquals(0, run("import", year("y.csv", 100).toString(), "--symbol", "YEAR"), err::toString);
        String strategy = "assets/strategies/sma-cross.strategy.json";
        assertEquals(
                0, run("backtest", strategy, "--data", "YEAR", "--accept", "PRICE_SCALE", "--json"), err::toString);
        assertEquals("PRICE_SCALE", json().path("audit").path("accepted").get(0).asText(), printed());
        assertEquals(1, json().path("audit").path("findingCounts").path("GAP").asInt());
        assertTrue(json().path("audit").path("calendar").asText().startsWith("XNYS"));
        assertEquals(0, run("backtest", strategy, "--data", "YEAR", "--accept", "PRICE_SCALE"), err::toString);
        assertTrue(printed().contains("PRICE_SCALE × 1, errors accepted"), printed());
        String[] sweep = {"sweep", strategy, "--data", "YEAR", "--param", "fast=5,10"};
        assertEquals(1, run(sweep));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("--accept PRICE_SCALE"), err::toString);
        assertEquals(
                0,
                run("sweep", strategy, "--data", "YEAR", "--param", "fast=5,10", "--accept", "PRICE_SCALE"),
                err::toString);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("which was accepted"), err::toString);
    }

    @Test
    void laysTwoSeriesOverEachOther() throws Exception {
        assertEquals(0, run("import", year("a.csv", 1).toString(), "--symbol", "AAA"), err::toString);
        assertEquals(0, run("import", year("b.csv", 100).toString(), "--symbol", "BBB"), err::toString);
        assertEquals(0, run("data", "compare", "AAA", "BBB", "--json"), err::toString);
        assertEquals(251, json().path("both").asInt(), printed());
        assertEquals(5, json().path("different").asInt());
        assertEquals(0.99, json().path("largest").asDouble(), 1e-9);
        assertEquals(0, run("data", "compare", "AAA", "BBB"), err::toString);
        assertTrue(printed().contains("5 differ by more than"), printed());
        assertEquals(2, run("data", "compare", "AAA", "BBB", "--tolerance", "2"));
        assertEquals(0, run("data", "mend", "BBB", "--mend", "PRICE_SCALE=scale"), err::toString);
        Path rows = prices.resolveSibling("rows.csv");
        assertEquals(0, run("data", "compare", "BBB", "BBB@1", "--out", rows.toString(), "--json"), err::toString);
        assertEquals(5, json().path("different").asInt(), printed());
        assertEquals(6, Files.readAllLines(rows).size());
        assertEquals(
                "2024-06-03T00:00:00Z,PRICE", Files.readAllLines(rows).get(1).substring(0, 26));
        assertEquals(2, run("data", "compare", "BBB", "BBB@new"));
    }
}
