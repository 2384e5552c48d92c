package org.tickwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.indicator.ExpressionException;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.Frame;
import org.tickwright.market.ImportException;

class IndicatorColumnsTest {
    private final IndicatorColumns columns = new IndicatorColumns(IndicatorCatalogue.builtIn());

    @TempDir
    Path folder;

    @Test
    void writesAColumnForEachOutputOfEachExpression() throws Exception {
        Path out = folder.resolve("deep/out.csv");
        List<String> headers = columns.write(
                List.of(
                        "SMA(close, optInTimePeriod=2)",
                        "ret1",
                        "MACD(optInFastPeriod=2, optInSlowPeriod=3, optInSignalPeriod=1)"),
                daily(),
                out);
        assertEquals(5, headers.size());
        List<String> lines = Files.readAllLines(out);
        assertEquals(5, lines.size());
        assertTrue(lines.getFirst().startsWith("date,\"SMA(close, optInTimePeriod=2)\",ret1,\"MACD("));
        assertEquals("2024-01-02,,0.1,,,", lines.get(1));
        assertTrue(lines.get(2).startsWith("2024-01-03,10.25,0.25,,,"));
        assertTrue(lines.get(3).startsWith("2024-01-04,10.75,-0.5,0."));
    }

    @Test
    void writesTimesOfIntradayBarsInUtc() throws Exception {
        Path in = folder.resolve("minutes.csv");
        Files.writeString(in, """
            time,open,high,low,close,volume
            2024-01-02T09:30:00Z,10,11,9,10,5
            2024-01-02T09:31:00Z,10,11,9,10,5
            2024-01-02T09:32:00Z,10,11,9,10.1,5
            """);
        Path out = folder.resolve("out.csv");
        columns.write(List.of("OBV()"), IndicatorColumns.read(in), out);
        assertEquals(
                "time,OBV()\n2024-01-02T09:30:00Z,5.0\n2024-01-02T09:31:00Z,5.0\n2024-01-02T09:32:00Z,10.0\n",
                Files.readString(out));
    }

    @Test
    void leavesNothingBehindWhenAnExpressionIsWrong() throws Exception {
        Path out = folder.resolve("out.csv");
        Frame data = daily();
        assertThrows(ExpressionException.class, () -> columns.write(List.of("OBV()", "SMA(typo)"), data, out));
        assertFalse(Files.exists(out));
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of("daily.csv"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private Frame daily() throws IOException, ImportException {
        Path in = folder.resolve("daily.csv");
        Files.writeString(in, """
            date,open,high,low,close,volume,ret1
            2024-01-02,10,11,9,10,5,0.1
            2024-01-03,10,11,9,10.5,5,0.25
            2024-01-04,10,12,9,11,5,-0.5
            2024-01-05,10,12,9,11,5,
            """);
        return IndicatorColumns.read(in);
    }
}
