package org.tickwright.command;

import org.tickwright.workbench.StrategyChecks;
import picocli.CommandLine.Command;

@Command(name = "schema", mixinStandardHelpOptions = true, description = "Prints the JSON schema of strategy files.")
final class StrategySchemaCommand extends Subcommand {
    StrategySchemaCommand(Console console) {
        super(console);
    }

    @Override
    int execute() {
        console.line(StrategyChecks.schema());
        return 0;
    }
}
