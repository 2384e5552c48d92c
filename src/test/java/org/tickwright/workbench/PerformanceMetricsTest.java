package org.tickwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.market.ImportException;
import org.tickwright.study.Metric;
import org.tickwright.study.Metrics;
import org.tickwright.testing.Shared;

class PerformanceMetricsTest {
    @TempDir
    Path folder;

    @Test
    void joinsPricesAndBenchmarkByDate() throws ImportException {
        List<Metric> metrics = PerformanceMetrics.ofPricesFile(
                        Shared.requirePath("oracles/data/GOOG_daily.csv"),
                        Shared.requirePath("oracles/data/SPY_close_1993_2019.csv"),
                        252,
                        0.02)
                .metrics();
        assertEquals(0.8239602124699619, number(metrics, "sharpe"), 1e-9);
        assertEquals(0.8957116098573775, number(metrics, "beta"), 1e-9);
        assertEquals(0.2766669487960842, number(metrics, "cagrCalendar"), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date,return\n2024-01-02,\n2024-01-03,0.1\n2024-01-04,-0.05\n",
                "Date;Value\n2024-01-02;\n2024-01-03;0.1\n2024-01-04;-0.05\n",
                "date,close,ret\n2024-01-02,10,\n2024-01-03,11,0.1\n2024-01-04,10.45,-0.05\n",
            })
    void readsReturnsHoweverTheyAreWritten(String text) throws Exception {
        List<Metric> metrics = ofReturns(text);
        assertEquals(0.045, number(metrics, "totalReturn"), 1e-12);
        assertEquals(-0.05, number(metrics, "maxDrawdown"), 1e-12);
        assertEquals(2, number(metrics, "nReturns"));
        assertEquals("2024-01-02", value(metrics, "firstPriceDate"));
        assertNotNull(value(metrics, "cagrCalendar"));
    }

    @Test
    void leavesCalendarFiguresUndefinedWhereNobodyKnowsTheStart() throws Exception {
        for (String header : List.of("date,return\n", "")) {
            List<Metric> metrics = ofReturns(header + "2024-01-03,0.1\n2024-01-04,-0.05\n2024-01-05,0.02\n");
            assertEquals(3, number(metrics, "nReturns"));
            assertEquals(1.1 * 0.95 * 1.02 - 1, number(metrics, "totalReturn"), 1e-12);
            assertNull(value(metrics, "firstPriceDate"));
            assertNull(value(metrics, "cagrCalendar"));
            assertNotNull(value(metrics, "cagrPeriods"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date,return\n2024-01-02,0.1\n2024-01-03,\n2024-01-04,0.1\n",
                "date,return\n2024-01-02,0.1\n2024-01-02,0.2\n",
                "date,return\n2024-01-02,-1.5\n2024-01-03,0.1\n",
                "date,left,right\n2024-01-02,0.1,0.2\n2024-01-03,0.1,0.2\n",
                "date,return\n",
                "when,return\nyesterday,0.1\ntoday,0.2\n",
            })
    void refusesWhatCannotBeReturns(String text) {
        assertThrows(ImportException.class, () -> ofReturns(text));
    }

    @Test
    void saysSoWhenThereAreNoCommonDates() throws Exception {
        Path one = folder.resolve("one.csv");
        Path other = folder.resolve("other.csv");
        Files.writeString(one, "date,close\n2024-01-02,10\n2024-01-03,11\n2024-01-04,12\n");
        Files.writeString(other, "date,close\n2023-01-03,10\n2023-01-04,11\n2023-01-05,12\n");
        ImportException error =
                assertThrows(ImportException.class, () -> PerformanceMetrics.ofPricesFile(one, other, 252, 0));
        assertTrue(error.getMessage().contains("dates in common"));
    }

    private List<Metric> ofReturns(String text) throws IOException, ImportException {
        Path file = folder.resolve("returns.csv");
        Files.writeString(file, text);
        return PerformanceMetrics.ofReturnsFile(file, 252, 0).metrics();
    }

    private static Object value(List<Metric> metrics, String name) {
        return Metrics.find(metrics, name).orElseThrow().value();
    }

    private static double number(List<Metric> metrics, String name) {
        Object value = value(metrics, name);
        assertNotNull(value, name);
        return (Double) value;
    }
}
