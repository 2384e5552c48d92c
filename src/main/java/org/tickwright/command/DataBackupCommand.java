package org.tickwright.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.HomeBackup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Writes store, strategies and settings to one file, while Tickwright may be running.")
final class DataBackupCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "file to write, in place of one that is there")
    private Path file = Path.of("");

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    DataBackupCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws IOException, StoreException {
        HomeBackup.Report report = console.readable().storage().backup(file, console.progress());
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("file", report.file().toString());
            document.put("bytes", report.bytes());
            document.put("files", report.files());
            document.put("store", VerdictText.document(report.store()));
            console.json(document);
        } else {
            console.line(String.format(
                    Locale.ROOT, "Wrote %s: %,d files, %,d bytes", report.file(), report.files(), report.bytes()));
            console.line(VerdictText.of(report.store()));
        }
        report.store().damage().forEach(damage -> console.note(VerdictText.of(damage)));
        return report.store().sound() ? 0 : 1;
    }
}
