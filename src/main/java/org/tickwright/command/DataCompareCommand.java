package org.tickwright.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.SeriesComparison;
import org.tickwright.workbench.SeriesSide;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Lays two series of one instrument over each other and lists where they differ.")
final class DataCompareCommand extends Subcommand {
    private static final int SHOWN = 20;
    private static final int MOST = 1_000;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "symbol of the first series, or of a version of it: AAPL@1")
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "symbol of the second series, or of a version of it")
    private String second = "";

    @Option(names = "--timeframe", paramLabel = "TF", description = "where the store has several: 1d, 5m, 1h")
    private @Nullable String timeframe;

    @Option(
            names = "--tolerance",
            paramLabel = "PART",
            defaultValue = "0.0001",
            description = "part of the price by which they may differ (default 0.0001)")
    private double tolerance = 0.0001;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "all differences as CSV")
    private @Nullable Path out;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    DataCompareCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws StoreException, IOException {
        Workbench workbench = console.readable();
        SeriesSide one = side(workbench, first);
        SeriesSide other = side(workbench, second);
        try {
            if (out != null) {
                SeriesComparison all = workbench
                        .series()
                        .compare(one, other, tolerance, Integer.MAX_VALUE)
                        .found();
                all.write(out);
                console.note("Wrote " + all.rows().size() + " differences to " + out + ".");
            }
            SeriesComparison found =
                    workbench.series().compare(one, other, tolerance, MOST).found();
            if (json) {
                console.json(document(found));
            } else {
                text(found);
            }
            return 0;
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument(String.valueOf(e.getMessage()));
        }
    }

    private SeriesSide side(Workbench workbench, String text) throws StoreException {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return SeriesSide.of(DataSource.find(workbench, text, timeframe).key());
        }
        String version = text.substring(at + 1);
        if (!version.matches("[1-9][0-9]{0,8}")) {
            throw new DataSource.BadArgument("A version is a number, as in AAPL@1, was '" + version + "'");
        }
        SeriesKey key =
                DataSource.find(workbench, text.substring(0, at), timeframe).key();
        return new SeriesSide(key, Integer.parseInt(version));
    }

    private void text(SeriesComparison found) {
        console.line(String.format(
                Locale.ROOT,
                "%,d bars in both, %,d only in %s, %,d only in %s; %,d differ by more than %s, at most by %.4f %%",
                found.both(),
                found.onlyOne(),
                found.one(),
                found.onlyOther(),
                found.other(),
                found.apart(),
                found.tolerance(),
                100 * found.largest()));
        List<SeriesComparison.Row> rows = found.rows();
        rows.stream().limit(SHOWN).forEach(row -> console.line(text(row)));
        int all = found.onlyOne() + found.onlyOther() + found.apart();
        if (all > SHOWN) {
            console.line("… " + (all - SHOWN) + " more; --json lists the first thousand");
        }
    }

    private static String text(SeriesComparison.Row row) {
        String what = switch (row.kind()) {
            case ONLY_FIRST -> "only in the first, close " + row.one();
            case ONLY_SECOND -> "only in the second, close " + row.other();
            case PRICE -> row.field().name().toLowerCase(Locale.ROOT) + " " + row.one() + " against " + row.other();
        };
        return SeriesText.time(row.time()) + "  " + what;
    }

    private static Map<String, Object> document(SeriesComparison found) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("first", found.one().toString());
        all.put("second", found.other().toString());
        all.put("tolerance", found.tolerance());
        all.put("both", found.both());
        all.put("onlyFirst", found.onlyOne());
        all.put("onlySecond", found.onlyOther());
        all.put("different", found.apart());
        all.put("largest", found.largest());
        all.put("rows", found.rows().stream().map(DataCompareCommand::document).toList());
        return all;
    }

    private static Map<String, Object> document(SeriesComparison.Row row) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("time", SeriesText.time(row.time()));
        document.put("kind", row.kind().name());
        document.put("field", row.field().name().toLowerCase(Locale.ROOT));
        document.put("first", Double.isNaN(row.one()) ? null : row.one());
        document.put("second", Double.isNaN(row.other()) ? null : row.other());
        return document;
    }
}
