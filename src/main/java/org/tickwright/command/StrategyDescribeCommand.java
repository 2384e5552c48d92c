package org.tickwright.command;

import java.io.IOException;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.workbench.StrategyChecks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "describe", mixinStandardHelpOptions = true, description = "Says in plain words what a strategy does.")
final class StrategyDescribeCommand extends Subcommand {
    @Mixin
    private StrategyFile file = new StrategyFile();

    StrategyDescribeCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws IOException, StrategyFormatException {
        console.line(StrategyChecks.describe(file.read(), console.catalogues()));
        return 0;
    }
}
