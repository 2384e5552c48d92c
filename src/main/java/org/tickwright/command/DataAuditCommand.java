package org.tickwright.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickwright.market.Finding;
import org.tickwright.market.ImportException;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.market.audit.SeriesQuality;
import org.tickwright.workbench.FileAudit;
import org.tickwright.workbench.Instruments;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Lists what the audit finds in a stored series or a file.")
final class DataAuditCommand extends Subcommand {
    @Mixin
    private SeriesArgument series = new SeriesArgument();

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    DataAuditCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws StoreException, ImportException {
        Path file = series.file();
        if (file != null) {
            FileAudit found = console.files().audit(file, series.options(file), Instruments.shipped());
            show(found.description(), found.description(), found.findingCounts(), found.findings());
            return 0;
        }
        Workbench workbench = console.readable();
        SeriesInfo info = series.find(workbench);
        show(workbench
                .series()
                .quality(info.key())
                .orElseThrow(() -> new CommandFailure("The series " + info.key() + " has gone from the store.")));
        return 0;
    }

    private void show(SeriesQuality quality) {
        if (json) {
            console.json(QualityText.document(quality));
            return;
        }
        console.line(SeriesText.of(quality.series()));
        QualityText.lines(quality).forEach(console::line);
    }

    private void show(String line, Object document, Map<String, Integer> counts, List<Finding> findings) {
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("series", document);
            all.put("findingCounts", counts);
            all.put("findings", findings.stream().map(FindingText::document).toList());
            console.json(all);
            return;
        }
        console.line(line);
        findings.forEach(finding -> console.line(FindingText.of(finding)));
        if (findings.isEmpty()) {
            console.line("No findings.");
        }
    }
}
