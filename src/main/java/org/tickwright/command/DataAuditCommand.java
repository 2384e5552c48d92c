package org.tickwright.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.SeriesAudit;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "audit", mixinStandardHelpOptions = true, description = "Lists gaps and outliers of a stored series.")
final class DataAuditCommand extends Subcommand {
    @Mixin
    private SeriesArgument series = new SeriesArgument();

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    DataAuditCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws StoreException {
        Workbench workbench = console.readable();
        SeriesInfo info = series.find(workbench);
        Bars bars = workbench
                .series()
                .load(info.key())
                .orElseThrow(() -> new CommandFailure("The series " + info.key() + " has gone from the store."));
        SeriesAudit.Verdict verdict = SeriesAudit.of(bars);
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("series", SeriesText.document(info));
            document.put("findingCounts", verdict.counts());
            document.put(
                    "findings",
                    verdict.findings().stream().map(FindingText::document).toList());
            console.json(document);
        } else {
            console.line(SeriesText.of(info));
            verdict.findings().forEach(finding -> console.line(FindingText.of(finding)));
            if (verdict.findings().isEmpty()) {
                console.line("No findings.");
            }
        }
        return 0;
    }
}
