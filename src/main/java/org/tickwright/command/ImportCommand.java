package org.tickwright.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Finding;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.ImportReport;
import org.tickwright.market.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Reads a file of bars into the store: all of it or nothing.")
final class ImportCommand extends Subcommand {
    private static final int SHOWN = 20;

    @Parameters(paramLabel = "FILE", description = "CSV or text file, plain or gzip, or Parquet")
    private Path file = Path.of("");

    @Option(names = "--symbol", required = true, paramLabel = "S", description = "symbol to store it under")
    private String symbol = "";

    @Option(names = "--timeframe", paramLabel = "TF", description = "1d, 5m, 1h … (default: found from the steps)")
    private @Nullable String timeframe;

    @Option(names = "--zone", paramLabel = "Z", description = "zone of times that state none (default UTC, said so)")
    private @Nullable String zone;

    @Option(names = "--format", paramLabel = "F", defaultValue = "auto", description = "auto")
    private String format = "auto";

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "ROLE=NAME",
            description = "map time, date, open, high, low, close, volume to header names or positions from 1")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--date-order", paramLabel = "DMY|MDY", description = "order of dates that could be either")
    private @Nullable String dateOrder;

    @Option(names = "--accept", split = ",", paramLabel = "FINDING", description = "findings that shall not block")
    private Set<String> accept = new TreeSet<>();

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    ImportCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws IOException, StoreException, ImportException {
        ImportOptions options = new ImportOptions(
                symbol,
                timeframe == null ? null : DataSource.timeframe(timeframe),
                DataSource.zone(zone),
                format,
                columns,
                dateOrder,
                accept);
        ImportReport report = console.writable().series().importFile(file, options, console.progress());
        if (json) {
            console.json(document(report));
        } else {
            text(report);
        }
        if (report.blocked()) {
            List<String> blocking = report.findings().stream()
                    .filter(f -> f.severity() == Finding.Severity.ERROR)
                    .map(Finding::code)
                    .distinct()
                    .toList();
            console.note(
                    "Nothing was stored: " + String.join(", ", blocking) + (blocking.size() == 1 ? " blocks" : " block")
                            + " this file. Mend it, or accept them with --accept " + String.join(",", blocking) + ".");
            return 1;
        }
        return 0;
    }

    private void text(ImportReport report) {
        console.line(report.description());
        console.line(report.rowsRead() + " rows read, " + report.rowsStored() + " stored, " + report.rowsRejected()
                + " rejected");
        report.findings().stream().limit(SHOWN).forEach(f -> console.line(FindingText.of(f)));
        int all = report.findingCounts().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (all > SHOWN) {
            console.line("… " + (all - SHOWN) + " more: " + report.findingCounts());
        }
        if (report.series() != null) {
            console.line("Stored " + report.series().key() + ", version "
                    + report.series().version() + ", hash "
                    + report.series().contentHash());
        }
        if (report.difference() != null) {
            DifferenceText.lines(report.difference()).forEach(console::line);
        }
    }

    private static Map<String, Object> document(ImportReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", report.file());
        document.put("description", report.description());
        document.put("rowsRead", report.rowsRead());
        document.put("rowsStored", report.rowsStored());
        document.put("rowsRejected", report.rowsRejected());
        document.put("findingCounts", report.findingCounts());
        List<Map<String, Object>> findings = new ArrayList<>();
        report.findings().forEach(f -> findings.add(FindingText.document(f)));
        document.put("findings", findings);
        document.put("blocked", report.blocked());
        if (report.series() != null) {
            document.put("series", SeriesText.document(report.series()));
        }
        if (report.difference() != null) {
            document.put("difference", DifferenceText.document(report.difference()));
        }
        return document;
    }
}
