package org.tickwright.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickwright.strategy.Problem;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.workbench.StrategyChecks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "validate", mixinStandardHelpOptions = true, description = "Lists what is wrong with a strategy.")
final class StrategyValidateCommand extends Subcommand {
    @Mixin
    private StrategyFile file = new StrategyFile();

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    StrategyValidateCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws IOException, StrategyFormatException {
        List<Problem> problems = StrategyChecks.validate(file.read(), console.catalogues());
        boolean valid = problems.stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
        if (json) {
            console.json(Map.of(
                    "valid",
                    valid,
                    "problems",
                    problems.stream().map(StrategyValidateCommand::document).toList()));
        } else {
            problems.forEach(p -> show(valid, line(p)));
            if (valid) {
                console.line(file.name() + ": valid" + (problems.isEmpty() ? "" : ", with warnings"));
            }
        }
        return valid ? 0 : 1;
    }

    private void show(boolean valid, String text) {
        if (valid) {
            console.line(text);
        } else {
            console.note(text);
        }
    }

    static String line(Problem problem) {
        String where = problem.node() == null
                ? ""
                : problem.node() + (problem.port() == null ? "" : "." + problem.port()) + ": ";
        return problem.severity().name().toLowerCase(java.util.Locale.ROOT) + ": " + where + problem.message() + " "
                + problem.mend();
    }

    private static Map<String, Object> document(Problem problem) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("severity", problem.severity().name());
        document.put("node", problem.node());
        document.put("port", problem.port());
        document.put("message", problem.message());
        document.put("mend", problem.mend());
        return document;
    }
}
