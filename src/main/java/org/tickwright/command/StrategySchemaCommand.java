package org.tickwright.command;

import org.tickwright.strategy.StrategyCodec;
import picocli.CommandLine.Command;

@Command(name = "schema", mixinStandardHelpOptions = true, description = "Prints the JSON schema of strategy files.")
final class StrategySchemaCommand extends Subcommand {
    StrategySchemaCommand(Console console) {
        super(console);
    }

    @Override
    int execute() {
        console.line(StrategyCodec.schema());
        return 0;
    }
}
