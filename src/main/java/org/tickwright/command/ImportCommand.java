package org.tickwright.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Finding;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.ImportReport;
import org.tickwright.market.MendPlan;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.FileImports;
import org.tickwright.workbench.ImportMappings;
import org.tickwright.workbench.ImportOutcome;
import org.tickwright.workbench.StoredEvents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Reads a file, folder or zip into the store: bars, trades, quotes, splits and dividends, each series"
                        + " whole or not at all.")
final class ImportCommand extends Subcommand {
    private static final int SHOWN = 20;

    @Parameters(
            paramLabel = "FILE",
            description = "CSV, text or JSON, plain or gzip, Parquet; a folder or a zip of such files")
    private Path file = Path.of("");

    @Option(
            names = "--symbol",
            paramLabel = "S",
            description = "symbol to store it under (default: what a column or the file's name says)")
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

    @Option(
            names = "--mend",
            split = ",",
            paramLabel = "FINDING=ACTION",
            description = "what becomes of rows with a finding: drop, keep, fill, merge, shift:ZONE")
    private List<String> mends = new ArrayList<>();

    @Option(names = "--mapping", paramLabel = "NAME", description = "options saved under a name")
    private String mapping = "";

    @Option(
            names = "--save-mapping",
            paramLabel = "NAME",
            description = "saves columns, zone, mends and the like under a name")
    private String saveMapping = "";

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    ImportCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws IOException, StoreException, ImportException {
        ImportOptions options = options();
        if (!saveMapping.isBlank()) {
            mappings().save(saveMapping, options);
        }
        List<ImportOutcome> outcomes = console.writable().series().imports().all(file, options, console.progress());
        boolean one = !FileImports.several(file) && outcomes.size() == 1;
        if (one && !outcomes.getFirst().refusal().isEmpty()) {
            throw new ImportException(outcomes.getFirst().refusal());
        }
        if (one && outcomes.getFirst().reports().size() == 1) {
            return single(
                    outcomes.getFirst().reports().getFirst(),
                    outcomes.getFirst().events());
        }
        if (one && outcomes.getFirst().reports().isEmpty()) {
            return events(outcomes.getFirst());
        }
        return many(outcomes);
    }

    private ImportOptions options() throws IOException, ImportException {
        ImportOptions base =
                mapping.isBlank() ? ImportOptions.forSymbol(symbol) : mappings().load(mapping);
        Map<String, String> stated = columns.isEmpty() ? base.columns() : columns;
        Set<String> accepted = new TreeSet<>(base.accept());
        accepted.addAll(accept);
        return new ImportOptions(
                symbol,
                timeframe == null ? base.timeframe() : DataSource.timeframe(timeframe),
                zone == null ? base.zone() : DataSource.zone(zone),
                format.equals("auto") ? base.format() : format,
                stated,
                dateOrder == null ? base.dateOrder() : dateOrder,
                accepted,
                mends.isEmpty() ? base.mends() : plan());
    }

    private MendPlan plan() {
        try {
            return MendPlan.parse(String.join(",", mends));
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument(String.valueOf(e.getMessage()));
        }
    }

    private ImportMappings mappings() {
        return ImportMappings.in(console.writable().home());
    }

    /// A file without bars.
    private int events(ImportOutcome outcome) {
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("file", outcome.file());
            document.putAll(EventText.document(outcome.events().getFirst()));
            document.put("blocked", false);
            console.json(document);
        } else {
            outcome.events().forEach(this::text);
        }
        return 0;
    }

    private void text(StoredEvents kept) {
        kept.seen().stream().limit(SHOWN).forEach(seen -> console.line(FindingText.of(seen)));
        if (kept.seen().size() > SHOWN) {
            console.line("… and further ones");
        }
        console.line(EventText.of(kept));
        kept.notes().forEach(note -> console.line("  " + note));
    }

    private int single(ImportReport report, List<StoredEvents> events) throws IOException {
        if (json) {
            Map<String, Object> document = document(report);
            if (!events.isEmpty()) {
                document.put("events", events.stream().map(EventText::document).toList());
            }
            console.json(document);
        } else {
            text(report);
            events.forEach(this::text);
        }
        if (report.blocked()) {
            console.note(blocked(report));
            return 1;
        }
        return 0;
    }

    private static String blocked(ImportReport report) {
        List<String> blocking = report.findings().stream()
                .filter(f -> f.severity() == Finding.Severity.ERROR)
                .map(Finding::code)
                .distinct()
                .toList();
        return "Nothing was stored: " + String.join(", ", blocking) + (blocking.size() == 1 ? " blocks" : " block")
                + " this file. Mend it, or accept them with --accept " + String.join(",", blocking) + ".";
    }

    private int many(List<ImportOutcome> outcomes) throws IOException {
        long failed = outcomes.stream().filter(ImportOutcome::failed).count();
        long series = outcomes.stream()
                .flatMap(outcome -> outcome.reports().stream())
                .flatMap(report -> Optional.ofNullable(report.series()).stream())
                .map(SeriesInfo::key)
                .distinct()
                .count();
        long events = outcomes.stream()
                .flatMap(outcome -> outcome.events().stream()
                        .map(kept -> kept.version() == 0 ? outcome.file() + " " + kept.name() : kept.name()))
                .distinct()
                .count();
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("source", file.toString());
            document.put("files", outcomes.stream().map(ImportCommand::document).toList());
            document.put("seriesStored", series);
            document.put("eventsStored", events);
            document.put("filesFailed", failed);
            console.json(document);
        } else {
            outcomes.forEach(this::text);
            console.line(
                    outcomes.size() + " files, " + (series + events) + " series stored, " + failed + " files failed");
        }
        if (failed > 0) {
            console.note(failed + " of " + outcomes.size() + " files were not stored:");
            outcomes.stream().filter(ImportOutcome::failed).forEach(this::noteFailure);
        }
        return failed > 0 ? 1 : 0;
    }

    private void noteFailure(ImportOutcome outcome) {
        if (!outcome.refusal().isEmpty()) {
            console.note("  " + outcome.refusal());
        }
        outcome.reports().stream()
                .filter(ImportReport::blocked)
                .forEach(report -> console.note("  " + outcome.file() + ": " + blocked(report)));
    }

    private void text(ImportOutcome outcome) {
        if (!outcome.refusal().isEmpty()) {
            console.line(outcome.file() + ": refused");
        }
        outcome.events().forEach(kept -> console.line(outcome.file() + ": " + EventText.of(kept)));
        for (ImportReport report : outcome.reports()) {
            String stored = report.series() == null
                    ? "blocked"
                    : report.series().key() + ", version " + report.series().version();
            console.line(outcome.file() + ": " + stored + ", " + report.rowsRead() + " rows read, "
                    + report.rowsStored() + " stored, " + report.rowsRejected() + " rejected"
                    + (report.findingCounts().isEmpty() ? "" : " " + report.findingCounts()));
        }
    }

    private static Map<String, Object> document(ImportOutcome outcome) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", outcome.file());
        document.put("kind", outcome.kind());
        document.put("failed", outcome.failed());
        if (!outcome.refusal().isEmpty()) {
            document.put("refusal", outcome.refusal());
        }
        document.put(
                "reports",
                outcome.reports().stream().map(ImportCommand::document).toList());
        document.put(
                "events", outcome.events().stream().map(EventText::document).toList());
        return document;
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
