package org.tickwright.market.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.text.BarFileReader;
import org.tickwright.testing.Shared;

/// Recorded faults of a source beside the rows that its users mended them to: where prices of the two differ, the
/// audit has to see the edge between wrong and right ones.
class YahooErrorsTest {
    private static final Set<String> OF_PRICES = Set.of("OUTLIER", "SPLIT", "PRICE_SCALE");

    /// How many bars of the faulty files have wrong prices.
    private static final Map<String, Integer> WRONG = Map.of(
            "4063-T-1d-bad-stock-split.csv.gz", 9,
            "ALPHA-PA-1d-bad-stock-split.csv.gz", 1,
            "AV-L-1wk-bad-stock-split.csv.gz", 1,
            "DEX-AX-1d-bad-stock-split.csv.gz", 15,
            "LA-V-1d-bad-stock-split.csv.gz", 1,
            "SPM-MI-1d-bad-stock-split.csv.gz", 13);

    /// Where the mended prices leap as well, and what the rows say of it.
    private static final Map<String, String> LEAPS = Map.of(
            "AV-L-1wk-bad-stock-split.csv.gz", "from 542 to 416, in a week whose rows have a dividend of 101.69",
            "SPM-MI-1d-bad-stock-split.csv.gz", "from 4.30 to 2.19 over a weekend, also behind the split of 10 to 1");

    /// Files whose faults are none of prices, and so none that an audit of bars can see: dividends that are a hundred
    /// times too high, missing or counted twice, and the adjusted closes that follow from them.
    private static final int OTHER_FAULTS = 17;

    /// A run of bars whose prices were wrong, by their numbers.
    private record Wrong(int first, int last) {}

    @Test
    void seesTheEdgesOfWrongPricesAndWhereTheyAreMendedRealLeapsAlone() throws Exception {
        Path folder = Shared.requirePath("data/messy/yahoo-errors");
        Map<String, Integer> wrongBars = new TreeMap<>();
        Set<String> unseen = new TreeSet<>();
        Set<String> falseAlarms = new TreeSet<>();
        int others = 0;
        for (Path file : files(folder)) {
            String name = file.getFileName().toString().replace("-fixed", "");
            Bars bad = read(folder.resolve(name));
            Bars good = read(file);
            List<Wrong> runs = wrong(bad, good);
            others += runs.isEmpty() ? 1 : 0;
            for (Wrong run : runs) {
                wrongBars.merge(name, run.last - run.first + 1, Integer::sum);
                if (!seen(bad, run, findings(bad))) {
                    unseen.add(name);
                }
                if (seen(good, run, findings(good))) {
                    falseAlarms.add(name);
                }
            }
        }
        assertEquals(new TreeMap<>(WRONG), wrongBars);
        assertEquals(Set.of(), unseen);
        assertEquals(new TreeSet<>(LEAPS.keySet()), falseAlarms);
        assertEquals(OTHER_FAULTS, others);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().contains("-fixed"))
                    .sorted()
                    .toList();
        }
    }

    private static Bars read(Path file) throws ImportException {
        return BarFileReader.parseBars(file, ImportOptions.forSymbol("X")).bars();
    }

    private static List<Finding> findings(Bars bars) {
        AuditLog log = new AuditLog(Set.of());
        SeriesAudit.prices(bars, log);
        return log.findings().stream()
                .filter(finding -> OF_PRICES.contains(finding.code()))
                .toList();
    }

    /// A finding touches the first wrong bar or the first right one behind, whichever of these edges the file has.
    private static boolean seen(Bars bars, Wrong run, List<Finding> findings) {
        boolean start = run.first > 0 && touched(bars, run.first, findings);
        boolean end = run.last + 1 < bars.size() && touched(bars, run.last + 1, findings);
        boolean inside = touched(bars, run.first, findings) || touched(bars, run.last, findings);
        return start || end || inside;
    }

    private static boolean touched(Bars bars, int bar, List<Finding> findings) {
        return findings.stream()
                .anyMatch(finding -> finding.timed() && finding.touches(bars.time(bar), bars.time(bar)));
    }

    private static List<Wrong> wrong(Bars bad, Bars good) {
        List<Wrong> runs = new ArrayList<>();
        int first = -1;
        for (int i = 0; i <= bad.size(); i++) {
            boolean differs = i < bad.size() && differs(bad, good, i);
            if (differs && first < 0) {
                first = i;
            } else if (!differs && first >= 0) {
                runs.add(new Wrong(first, i - 1));
                first = -1;
            }
        }
        return runs;
    }

    private static boolean differs(Bars a, Bars b, int i) {
        return apart(a.open(i), b.open(i))
                || apart(a.high(i), b.high(i))
                || apart(a.low(i), b.low(i))
                || apart(a.close(i), b.close(i));
    }

    private static boolean apart(double x, double y) {
        return Math.abs(x - y) > 1e-6 * Math.abs(y);
    }
}
