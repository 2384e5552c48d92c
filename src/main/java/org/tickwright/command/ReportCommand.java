package org.tickwright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tickwright.engine.RunArchive;
import org.tickwright.market.StoreException;
import org.tickwright.report.ReportFormat;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "report", mixinStandardHelpOptions = true, description = "Writes the tear sheet of an archived run.")
final class ReportCommand extends Subcommand {
    @Parameters(paramLabel = "RUN", description = "id of a run ('tickwright runs' lists them), or latest")
    private String run = "";

    @Option(names = "--format", split = ",", paramLabel = "F", description = "html, pdf, csv, json (default: all)")
    private Set<ReportFormat> formats = EnumSet.allOf(ReportFormat.class);

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder to write to")
    private Path out = Path.of("");

    ReportCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws IOException, StoreException {
        Workbench workbench = console.readable();
        String id = run.equals("latest") ? latest(workbench) : run;
        if (workbench.backtests().tearSheet(id).isEmpty()) {
            throw new CommandFailure("There is no run '" + id + "'. 'tickwright runs' lists them.");
        }
        if (Files.isRegularFile(out)) {
            throw new CommandFailure(out + " is a file; --out names the folder that the report is written to.");
        }
        workbench.backtests().report(id, formats, out).forEach(file -> console.line(file.toString()));
        return 0;
    }

    private static String latest(Workbench workbench) throws StoreException {
        List<RunArchive.Entry> runs = workbench.backtests().list();
        if (runs.isEmpty()) {
            throw new CommandFailure("There are no runs yet. 'tickwright backtest FILE --data X' makes one.");
        }
        return runs.getFirst().id();
    }
}
