package org.tickwright.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickwright.testing.Shared;

/// The figures that empyrical and ffn define as we do, on their own test series.
///
/// What differs on purpose: where empyrical says infinite (a ratio over nothing), a figure here is
/// undefined. Its series may begin with a missing value, which counts as a period in its growth per year
/// and tail ratio and nowhere else; a missing value is no return here, so these two are compared with a
/// return of nothing in its place, the rest without.
class OtherLibrariesTest {
    /// Total returns are given there with four or five decimals.
    private static final double FEW_DECIMALS = 1e-5;

    private static final long DAY = 86_400_000_000_000L;
    private static final Map<String, String> FIGURES = Map.of(
            "cum_returns_final", "totalReturn",
            "max_drawdown", "maxDrawdown",
            "annual_ret", "cagrPeriods",
            "cagr", "cagrPeriods",
            "annual_volatility", "annualVol",
            "calmar", "calmarPeriods",
            "sharpe_ratio", "sharpe",
            "sortino", "sortino",
            "tail_ratio", "tailRatio");
    private static final Set<String> MISSING_COUNTS = Set.of("annual_ret", "cagr", "calmar", "tail_ratio");

    @TestFactory
    Stream<DynamicTest> agreesWithEmpyrical() throws IOException {
        JsonNode file = json("data/references/performance/empyrical-expected.json");
        JsonNode series = file.properties().stream()
                .filter(entry -> entry.getKey().startsWith("series"))
                .findFirst()
                .orElseThrow()
                .getValue();
        return StreamSupport.stream(file.get("cases").spliterator(), false)
                .filter(OtherLibrariesTest::coincides)
                .map(row -> DynamicTest.dynamicTest(
                        row.get("measure").asText() + " " + row.get("args"), () -> compare(row, series)));
    }

    /// The others are compared by way of what our figures say of the same numbers, below.
    private static boolean coincides(JsonNode row) {
        JsonNode arguments = row.get("args");
        boolean plain = Stream.of("risk_free", "required_return", "starting_value")
                .allMatch(name -> !arguments.has(name)
                        || (arguments.get(name).isNumber()
                                && arguments.get(name).asDouble() == 0));
        String measure = row.get("measure").asText();
        return plain && (FIGURES.containsKey(measure) || measure.equals("alpha_beta") || measure.equals("alpha"));
    }

    /// A rate that changes from day to day is taken off the returns first, a window and a side of the market are
    /// series of their own, and a starting value multiplies. The beta fragility heuristic alone has no counterpart.
    @TestFactory
    Stream<DynamicTest> agreesWithEmpyricalOnPartsOfASeries() throws IOException {
        JsonNode file = json("data/references/performance/empyrical-expected.json");
        JsonNode series = file.properties().stream()
                .filter(entry -> entry.getKey().startsWith("series"))
                .findFirst()
                .orElseThrow()
                .getValue();
        return StreamSupport.stream(file.get("cases").spliterator(), false)
                .filter(row -> !coincides(row) && !row.get("measure").asText().equals("beta_fragility_heuristic"))
                .map(row -> DynamicTest.dynamicTest(
                        row.get("measure").asText() + " " + row.get("args"), () -> compareParts(row, series)));
    }

    private static void compareParts(JsonNode row, JsonNode series) {
        JsonNode arguments = row.get("args");
        JsonNode expected = row.get("expected");
        Rows rows = Rows.of(arguments, series);
        switch (row.get("measure").asText()) {
            case "cum_returns_final" ->
                assertEquals(
                        expected.asDouble(),
                        arguments.get("starting_value").asDouble()
                                * (1 + (Double) value(metrics(rows.present().returns(), 252), "totalReturn")),
                        1e-3);
            case "sharpe_ratio" -> assertFigure(expected, value(metrics(rows.less(rows.other()), 252), "sharpe"), 1e-8);
            case "sortino" -> assertFigure(expected, value(metrics(rows.less(rows.other()), 252), "sortino"), 1e-8);
            case "up_alpha_beta" -> assertLine(expected, rows.where(1), 1e-8);
            case "down_alpha_beta" -> assertLine(expected, rows.where(-1), 1e-8);
            default -> compareWindows(row, rows, expected);
        }
    }

    private static void compareWindows(JsonNode row, Rows rows, JsonNode expected) {
        int window = row.get("args").get("window").asInt();
        assertEquals(expected.size(), Math.max(0, rows.returns().length - window + 1));
        for (int i = 0; i < expected.size(); i++) {
            Rows part = rows.window(i, window);
            switch (row.get("measure").asText()) {
                case "roll_max_drawdown" ->
                    assertFigure(expected.get(i), value(metrics(part.present().returns(), 252), "maxDrawdown"), 1e-4);
                case "roll_sharpe_ratio" ->
                    assertFigure(expected.get(i), value(metrics(part.present().returns(), 252), "sharpe"), 1e-8);
                default -> assertLine(expected.get(i), part.present(), 1e-8);
            }
        }
    }

    private static void assertLine(JsonNode expected, Rows rows, double tolerance) {
        List<Metric> metrics = Metrics.of(of(rows.returns()), of(rows.other()), 252, 0);
        assertFigure(expected.get(0), value(metrics, "alphaAnnualCompound"), tolerance);
        assertFigure(expected.get(1), value(metrics, "beta"), tolerance);
    }

    /// Returns and what they are compared with, NaN where one is missing.
    private record Rows(double[] returns, double[] other) {
        static Rows of(JsonNode arguments, JsonNode series) {
            double[] returns = read(arguments.get("returns").asText(), series);
            String name = Stream.of("benchmark", "risk_free", "required_return")
                    .filter(arguments::has)
                    .findFirst()
                    .orElse("");
            double[] other = name.isEmpty()
                    ? new double[returns.length]
                    : read(arguments.get(name).asText(), series);
            int common = Math.min(returns.length, other.length);
            return new Rows(Arrays.copyOf(returns, common), Arrays.copyOf(other, common));
        }

        private static double[] read(String name, JsonNode series) {
            double sign = name.startsWith("-") ? -1 : 1;
            return StreamSupport.stream(
                            series.get(name.substring(name.indexOf('$') + 1)).spliterator(), false)
                    .mapToDouble(value -> value.isNumber() ? sign * value.asDouble() / 100 : Double.NaN)
                    .toArray();
        }

        Rows window(int from, int size) {
            return new Rows(
                    Arrays.copyOfRange(returns, from, from + size), Arrays.copyOfRange(other, from, from + size));
        }

        Rows present() {
            return at(IntStream.range(0, returns.length).filter(i -> !Double.isNaN(returns[i] + other[i])));
        }

        Rows where(int side) {
            return present()
                    .at(IntStream.range(0, present().other.length)
                            .filter(i -> side > 0 ? present().other[i] >= 0 : present().other[i] < 0));
        }

        double[] less(double[] rate) {
            Rows both = new Rows(returns, rate).present();
            return IntStream.range(0, both.returns.length)
                    .mapToDouble(i -> both.returns[i] - both.other[i])
                    .toArray();
        }

        private Rows at(IntStream indices) {
            int[] rows = indices.toArray();
            return new Rows(
                    Arrays.stream(rows).mapToDouble(i -> returns[i]).toArray(),
                    Arrays.stream(rows).mapToDouble(i -> other[i]).toArray());
        }
    }

    private static void compare(JsonNode row, JsonNode series) {
        String measure = row.get("measure").asText();
        JsonNode arguments = row.get("args");
        boolean missing = MISSING_COUNTS.contains(measure);
        double[] returns = series(arguments.get("returns").asText(), series, missing);
        JsonNode expected = row.get("expected");
        if (!arguments.has("benchmark")) {
            double tolerance = measure.equals("cum_returns_final") ? FEW_DECIMALS : 1e-8;
            assertFigure(expected, value(metrics(returns, periods(arguments)), FIGURES.get(measure)), tolerance);
            return;
        }
        double[] benchmark = series(arguments.get("benchmark").asText(), series, missing);
        int common = Math.min(returns.length, benchmark.length);
        List<Metric> metrics = Metrics.of(
                of(Arrays.copyOf(returns, common)), of(Arrays.copyOf(benchmark, common)), periods(arguments), 0);
        assertFigure(expected.isArray() ? expected.get(0) : expected, value(metrics, "alphaAnnualCompound"), 1e-8);
        if (expected.isArray()) {
            assertFigure(expected.get(1), value(metrics, "beta"), 1e-8);
        }
    }

    private static void assertFigure(JsonNode expected, Object actual, double tolerance) {
        if (expected.isTextual()) {
            assertNull(actual, "undefined where they say " + expected.asText());
        } else {
            assertNotNull(actual);
            double value = expected.asDouble();
            assertEquals(value, (Double) actual, tolerance * Math.max(1, Math.abs(value)));
        }
    }

    private static int periods(JsonNode arguments) {
        return switch (arguments.path("period").asText("daily")) {
            case "weekly" -> 52;
            case "monthly" -> 12;
            default -> 252;
        };
    }

    private static double[] series(String name, JsonNode series, boolean missingAsNothing) {
        double sign = name.startsWith("-") ? -1 : 1;
        List<Double> values = new ArrayList<>();
        for (JsonNode value : series.get(name.substring(name.indexOf('$') + 1))) {
            if (value.isNumber() || missingAsNothing) {
                values.add(sign * value.asDouble() / 100);
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Metric> metrics(double[] returns, int periodsPerYear) {
        return Metrics.of(of(returns), periodsPerYear, 0);
    }

    private static ReturnSeries of(double[] returns) {
        long[] time = IntStream.range(0, returns.length).mapToLong(i -> i * DAY).toArray();
        return ReturnSeries.ofReturns(time, returns, null, ZoneOffset.UTC);
    }

    /// Three decimals of the whole file, and of its first ten rows.
    @ParameterizedTest
    @CsvSource({"1, AAPL", "2, MSFT", "3, C"})
    void agreesWithFfn(int column, String symbol) throws IOException {
        JsonNode expected = json("data/references/performance/ffn-expected.json");
        DailyFile all = DailyFile.read("data/equities-daily/ffn/aapl-msft-c.csv", column);
        List<Metric> whole = Metrics.ofPrices(all.time(), all.values(), 252, 0, null);
        double growth = expected.get("all rows").get("cagr").get(symbol).asDouble();
        assertEquals(growth, (Double) value(whole, "cagrCalendar"), 5.01e-4);
        JsonNode early = expected.get("first 10 rows");
        ReturnSeries first =
                ReturnSeries.ofPrices(Arrays.copyOf(all.time(), 10), Arrays.copyOf(all.values(), 10), ZoneOffset.UTC);
        List<Metric> metrics = Metrics.of(first, 252, 0);
        assertEquals(early.get("simple return row 1").get(symbol).asDouble(), first.returnAt(0), 5.01e-4);
        assertEquals(early.get("simple return row 9").get(symbol).asDouble(), first.returnAt(8), 5.01e-4);
        assertEquals(early.get("max drawdown").get(symbol).asDouble(), (Double) value(metrics, "maxDrawdown"), 5.01e-4);
        double rebased = early.get("rebased to 100, row 9").get(symbol).asDouble();
        assertEquals(rebased, 100 * first.wealth(9) / first.wealth(0), 5.01e-4);
    }

    @Test
    void agreesWithFfnOnMonthAndYearToDate() throws IOException {
        JsonNode expected = json("data/references/performance/ffn-expected.json");
        MonthlyReturns december = toDate("2004-12-25");
        assertEquals(
                expected.get("AAPL month to date 2004-12-10..2004-12-25").asDouble(),
                december.months().get(YearMonth.of(2004, 12)),
                5.01e-5);
        MonthlyReturns january = toDate("2005-01-15");
        assertEquals(
                expected.get("AAPL mtd 2004-12-10..2005-01-15").asDouble(),
                january.months().get(YearMonth.of(2005, 1)),
                5.01e-5);
        MonthlyReturns february = toDate("2005-02-15");
        JsonNode both = expected.get("AAPL mtd and ytd 2004-12-10..2005-02-15");
        assertEquals(both.get(0).asDouble(), february.months().get(YearMonth.of(2005, 2)), 5.01e-5);
        assertEquals(both.get(1).asDouble(), february.years().get(2005), 5.01e-5);
    }

    private static MonthlyReturns toDate(String last) {
        DailyFile all = DailyFile.read("data/equities-daily/ffn/aapl-msft-c.csv", 1);
        long from = DailyFile.midnight("2004-12-10");
        long to = LocalDate.parse(last).toEpochDay() * DAY;
        int[] rows = IntStream.range(0, all.time().length)
                .filter(i -> all.time()[i] >= from && all.time()[i] <= to)
                .toArray();
        return MonthlyReturns.of(ReturnSeries.ofPrices(
                Arrays.stream(rows).mapToLong(i -> all.time()[i]).toArray(),
                Arrays.stream(rows).mapToDouble(i -> all.values()[i]).toArray(),
                ZoneOffset.UTC));
    }

    private static Object value(List<Metric> metrics, String name) {
        return Metrics.find(metrics, name).orElseThrow().value();
    }

    private static JsonNode json(String relative) throws IOException {
        return new ObjectMapper().readTree(Shared.requirePath(relative).toFile());
    }
}
