package org.tickwright.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickwright.engine.RunArchive;
import org.tickwright.market.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "runs", mixinStandardHelpOptions = true, description = "Lists the archived runs, newest first.")
final class RunsCommand extends Subcommand {
    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    RunsCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws StoreException {
        List<RunArchive.Entry> runs = console.readable().backtests().list();
        if (json) {
            console.json(Map.of("runs", runs.stream().map(RunsCommand::document).toList()));
        } else if (runs.isEmpty()) {
            console.line("No runs yet. 'tickwright backtest FILE --data X' makes one.");
        } else {
            runs.forEach(run -> console.line(String.format(
                    Locale.ROOT,
                    "%-6s %s  %-16s %-16s %4d trades  %+8.2f %%",
                    run.id(),
                    SeriesText.time(run.created()),
                    run.strategyName(),
                    run.series(),
                    run.summary().trades(),
                    100 * run.summary().totalReturn())));
        }
        return 0;
    }

    private static Map<String, Object> document(RunArchive.Entry run) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", run.id());
        document.put("created", SeriesText.time(run.created()));
        document.put("strategy", run.strategyName());
        document.put("series", run.series());
        document.put("trades", run.summary().trades());
        document.put("totalReturn", run.summary().totalReturn());
        return document;
    }
}
