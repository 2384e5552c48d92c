package org.tickwright.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.testing.Shared;

/// Every figure of the outside reference for a stock beside an index, with and without a risk-free rate.
class MetricsOracleTest {
    /// Tables have tests of their own.
    private static final Set<String> ELSEWHERE =
            Set.of("rolling_126", "yearly_returns", "monthly_returns", "drawdowns_top5");

    private static final Set<String> WIDER = Set.of(
            "skew",
            "excess_kurtosis",
            "jarque_bera",
            "var95_cornish_fisher",
            "sharpe_std_error",
            "psr",
            "dsr",
            "min_track_record");

    @ParameterizedTest
    @ValueSource(strings = {"goog_vs_spy_rf0", "goog_vs_spy_rf2"})
    void agreesOnEveryFigure(String name) throws IOException {
        JsonNode reference = reference(name);
        List<Metric> metrics = metrics(reference);
        List<String> wrong = new ArrayList<>();
        Stream.of(reference.get("metrics"), reference.get("metrics").get("benchmark"))
                .flatMap(group -> group.properties().stream())
                .filter(entry -> !entry.getValue().isContainerNode() && !ELSEWHERE.contains(entry.getKey()))
                .forEach(entry -> compare(entry, metrics, wrong));
        assertEquals(List.of(), wrong);
    }

    @Test
    void namesNoFigureTheReferenceDoesNotKnow() throws IOException {
        JsonNode reference = reference("goog_vs_spy_rf0").get("metrics");
        List<String> known = new ArrayList<>();
        reference.fieldNames().forEachRemaining(field -> known.add(camel(field)));
        reference.get("benchmark").fieldNames().forEachRemaining(field -> known.add(camel(field)));
        List<String> own =
                metrics(reference("goog_vs_spy_rf0")).stream().map(Metric::name).toList();
        assertEquals(own.size(), Set.copyOf(own).size(), "names are unique");
        assertTrue(
                known.containsAll(own),
                () -> "unknown: " + own.stream().filter(n -> !known.contains(n)).toList());
    }

    @Test
    void agreesOnMonthsAndYears() throws IOException {
        MonthlyReturns returns = MonthlyReturns.of(goog());
        JsonNode metrics = reference("goog_vs_spy_rf0").get("metrics");
        assertEquals(metrics.get("monthly_returns").size(), returns.months().size());
        metrics.get("monthly_returns")
                .properties()
                .forEach(entry -> assertClose(
                        entry.getValue().asDouble(), returns.months().get(YearMonth.parse(entry.getKey()))));
        assertEquals(metrics.get("yearly_returns").size(), returns.years().size());
        metrics.get("yearly_returns")
                .properties()
                .forEach(entry ->
                        assertClose(entry.getValue().asDouble(), returns.years().get(Integer.valueOf(entry.getKey()))));
    }

    @Test
    void agreesOnTheDeepestDrawdowns() throws IOException {
        List<Drawdowns.Episode> deepest = Drawdowns.of(goog()).deepest(5);
        JsonNode expected = reference("goog_vs_spy_rf0").get("metrics").get("drawdowns_top5");
        for (int i = 0; i < 5; i++) {
            JsonNode row = expected.get(i);
            Drawdowns.Episode episode = deepest.get(i);
            assertClose(row.get("depth").asDouble(), episode.depth());
            assertEquals(row.get("peak").asText(), String.valueOf(episode.peakDate()));
            assertEquals(row.get("trough").asText(), String.valueOf(episode.troughDate()));
            assertEquals(row.get("recovery").asText(), String.valueOf(episode.recoveryDate()));
            assertEquals(row.get("length_days").asLong(), episode.lengthDays());
            assertEquals(row.get("length_bars").asInt(), episode.lengthBars());
        }
    }

    @Test
    void agreesOnRollingFigures() throws IOException {
        RollingFigures rolling = RollingFigures.of(goog(), 126, 252);
        int found = 0;
        JsonNode expected = reference("goog_vs_spy_rf0").get("metrics").get("rolling_126");
        for (JsonNode row : expected) {
            for (int i = 0; i < rolling.size(); i++) {
                if (row.get("date").asText().equals(String.valueOf(rolling.date(i)))) {
                    assertClose(row.get("sharpe").asDouble(), rolling.sharpe(i));
                    assertClose(row.get("annual_vol").asDouble(), rolling.annualVolatility(i));
                    found++;
                }
            }
        }
        assertEquals(expected.size(), found);
    }

    private static void compare(Map.Entry<String, JsonNode> entry, List<Metric> metrics, List<String> wrong) {
        Metric metric = Metrics.find(metrics, camel(entry.getKey())).orElse(null);
        if (metric == null) {
            wrong.add(entry.getKey() + " is missing");
            return;
        }
        JsonNode expected = entry.getValue();
        boolean same = expected.isNumber() && metric.value() instanceof Double value
                ? Math.abs(value - expected.asDouble())
                        <= tolerance(entry.getKey()) * Math.max(1e-3, Math.abs(expected.asDouble()))
                : expected.asText().equals(metric.value());
        if (!same) {
            wrong.add(entry.getKey() + " expected " + expected + " was " + metric.value());
        }
        assertTrue(!metric.formula().isBlank() && !metric.title().isBlank() && metric.sampleSize() == 2147);
    }

    private static double tolerance(String key) {
        return WIDER.stream().anyMatch(key::startsWith) ? 1e-7 : 1e-9;
    }

    static void assertClose(double expected, Double actual) {
        assertNotNull(actual);
        assertEquals(expected, actual, 1e-9 * Math.max(1e-3, Math.abs(expected)));
    }

    private static String camel(String key) {
        StringBuilder name = new StringBuilder();
        for (String part : key.split("_")) {
            name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.toString();
    }

    private static List<Metric> metrics(JsonNode reference) {
        DailyFile goog = DailyFile.read("oracles/data/GOOG_daily.csv", 4);
        DailyFile spy = DailyFile.read("oracles/data/SPY_close_1993_2019.csv", 1);
        int yearly = reference.get("periods_per_year").asInt();
        double riskFree = reference.get("risk_free_annual").asDouble();
        List<Metric> metrics = new ArrayList<>(Metrics.ofPrices(
                goog.time(), goog.values(), yearly, riskFree, new Metrics.Benchmark(spy.time(), spy.values())));
        Tries tries = new Tries(
                reference.get("metrics").get("dsr_trials").asInt(),
                reference.get("metrics").get("dsr_trial_variance_per_period").asDouble());
        metrics.addAll(SharpeFigures.deflated(
                ReturnSeries.ofPrices(goog.time(), goog.values(), ZoneOffset.UTC), yearly, riskFree, tries));
        return metrics;
    }

    private static ReturnSeries goog() {
        DailyFile goog = DailyFile.read("oracles/data/GOOG_daily.csv", 4);
        return ReturnSeries.ofPrices(goog.time(), goog.values(), ZoneOffset.UTC);
    }

    private static JsonNode reference(String name) throws IOException {
        return new ObjectMapper()
                .readTree(
                        Shared.requirePath("oracles/metrics/" + name + ".json").toFile());
    }
}
