package org.tickwright.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/// The command line: `tickwright SUBCOMMAND …`.
///
/// Exit codes: 0 done, 1 the work failed (message on standard error, nothing half-written), 2 the arguments are wrong.
@Command(
        name = "tickwright",
        description = "Tickwright: draw a strategy, learn honestly whether it ever worked.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Without arguments the workstation opens. Exit codes: 0 done, 1 the work failed, 2 wrong arguments."
        })
public final class TickwrightCommand {
    private static final Logger LOG = LoggerFactory.getLogger(TickwrightCommand.class);

    private TickwrightCommand() {}

    /// Runs one command line and returns its exit code.
    public static int run(List<String> arguments, PrintStream out, PrintStream err, WorkbenchAccess access) {
        Console console = new Console(out, err, access);
        CommandLine line = new CommandLine(new TickwrightCommand())
                .addSubcommand("import", new ImportCommand(console))
                .addSubcommand("data", dataCommands(console))
                .addSubcommand("indicator", indicatorCommands(console))
                .addSubcommand("metrics", new MetricsCommand(console))
                .addSubcommand("strategy", strategyCommands(console))
                .addSubcommand("backtest", new BacktestCommand(console))
                .addSubcommand("runs", new RunsCommand(console))
                .addSubcommand("report", new ReportCommand(console))
                .addSubcommand("help", new CommandLine.HelpCommand());
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(failure(err));
        line.setParameterExceptionHandler(wrongArguments(err));
        return line.execute(arguments.toArray(String[]::new));
    }

    private static CommandLine dataCommands(Console console) {
        return new CommandLine(new Group())
                .addSubcommand("list", new DataListCommand(console))
                .addSubcommand("audit", new DataAuditCommand(console))
                .addSubcommand("export", new DataExportCommand(console))
                .addSubcommand("delete", new DataDeleteCommand(console))
                .addSubcommand("samples", new DataSamplesCommand(console));
    }

    private static CommandLine indicatorCommands(Console console) {
        return new CommandLine(new IndicatorCommand(console))
                .addSubcommand("list", new IndicatorCommand.Catalogue(console));
    }

    private static CommandLine strategyCommands(Console console) {
        return new CommandLine(new Group())
                .addSubcommand("validate", new StrategyValidateCommand(console))
                .addSubcommand("describe", new StrategyDescribeCommand(console))
                .addSubcommand("schema", new StrategySchemaCommand(console))
                .addSubcommand("templates", new StrategyTemplatesCommand(console));
    }

    private static IExecutionExceptionHandler failure(PrintStream err) {
        return (exception, line, parsed) -> {
            if (exception instanceof DataSource.BadArgument bad) {
                err.println(bad.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            if (exception instanceof CommandFailure) {
                LOG.info("{} failed: {}", line.getCommandName(), exception.getMessage(), exception);
                err.println(exception.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            LOG.error("{} failed", line.getCommandName(), exception);
            err.println("A fault in Tickwright ended '" + line.getCommandName() + "': " + exception
                    + ". Nothing was half-written; the log in the home folder has the details.");
            return CommandLine.ExitCode.SOFTWARE;
        };
    }

    private static IParameterExceptionHandler wrongArguments(PrintStream err) {
        return (exception, arguments) -> {
            CommandLine line = exception.getCommandLine();
            err.println(exception.getMessage());
            err.println("'" + line.getCommandSpec().qualifiedName(" ") + " --help' lists the arguments.");
            return CommandLine.ExitCode.USAGE;
        };
    }

    /// A command that only has subcommands.
    @Command(mixinStandardHelpOptions = true)
    static final class Group implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

        @Override
        public void run() {
            CommandLine.Model.CommandSpec self = java.util.Objects.requireNonNull(spec, "picocli injects it");
            throw new ParameterException(
                    self.commandLine(),
                    "Missing subcommand: one of " + self.subcommands().keySet());
        }
    }
}
