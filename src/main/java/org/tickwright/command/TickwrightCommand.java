package org.tickwright.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.engine.EngineVersion;
import org.tickwright.strategy.NodeFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command line: `tickwright SUBCOMMAND …`.
///
/// Exit codes: 0 done, 1 the work failed (message on standard error, nothing half-written), 2 the arguments
/// are wrong.
@Command(
        name = "tickwright",
        description = "Tickwright: draw a strategy, learn honestly whether it ever worked.",
        mixinStandardHelpOptions = true,
        version = "Tickwright " + EngineVersion.CURRENT,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Without arguments the workstation opens. Exit codes: 0 done, 1 the work failed, 2 wrong arguments."
        })
public final class TickwrightCommand implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(TickwrightCommand.class);

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    private TickwrightCommand(Console console) {
        this.console = console;
    }

    /// `--home DIR`, before or behind the subcommand.
    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "where all user files lie (else TICKWRIGHT_HOME, else the platform's place)")
    void home(Path directory) {
        console.home(directory);
    }

    /// `--plugins DIR`, before or behind the subcommand.
    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "a folder of plug-ins, besides the folder plugins of the home")
    void plugIns(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli injects it").commandLine(),
                    "There is no folder " + directory + " for --plugins");
        }
        console.plugIns(directory);
    }

    @Override
    public void run() {
        throw missingSubcommand(spec);
    }

    private static ParameterException missingSubcommand(@Nullable CommandSpec spec) {
        CommandSpec self = Objects.requireNonNull(spec, "picocli injects it");
        return new ParameterException(
                self.commandLine(),
                "Missing subcommand: one of "
                        + String.join(", ", self.subcommands().keySet()));
    }

    /// Runs one command line and returns its exit code.
    public static int run(List<String> arguments, PrintStream out, PrintStream err, WorkbenchAccess access) {
        Console console = new Console(out, err, access);
        CommandLine line = new CommandLine(new TickwrightCommand(console));
        Map<String, Supplier<Object>> all = subcommands(console);
        named(arguments, all)
                .forEach(name -> line.addSubcommand(
                        name, Objects.requireNonNull(all.get(name)).get()));
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(failure(err));
        line.setParameterExceptionHandler(wrongArguments(err));
        return line.execute(arguments.toArray(String[]::new));
    }

    private static Map<String, Supplier<Object>> subcommands(Console console) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("import", () -> new ImportCommand(console));
        all.put("data", () -> dataCommands(console));
        all.put("indicator", () -> indicatorCommands(console));
        all.put("metrics", () -> new MetricsCommand(console));
        all.put("strategy", () -> strategyCommands(console));
        all.put("backtest", () -> new BacktestCommand(console));
        all.put("sweep", () -> new SweepCommand(console));
        all.put("plugins", () -> plugInCommands(console));
        all.put("runs", () -> new RunsCommand(console));
        all.put("trials", () -> new TrialsCommand(console));
        all.put("record", () -> new RecordCommand(console));
        all.put("replay", () -> new ReplayCommand(console));
        all.put("report", () -> new ReportCommand(console));
        all.put("help", () -> new CommandLine.HelpCommand());
        return all;
    }

    /// The one subcommand that the arguments begin with, behind options of the program; all where they begin
    /// with none. What picocli does not hear of it need not reflect on.
    private static Set<String> named(List<String> arguments, Map<String, Supplier<Object>> all) {
        int first = 0;
        while (first + 2 < arguments.size() && Set.of("--home", "--plugins").contains(arguments.get(first))) {
            first += 2;
        }
        String name = first < arguments.size() ? arguments.get(first) : "";
        return all.containsKey(name) && !name.equals("help") ? Set.of(name) : all.keySet();
    }

    private static CommandLine group(String description) {
        CommandLine line = new CommandLine(new Group());
        line.getCommandSpec().usageMessage().description(description);
        return line;
    }

    private static CommandLine dataCommands(Console console) {
        return group("Series in the store: list, audit, mend, export, versions, sql, backup, check, samples.")
                .addSubcommand("list", new DataListCommand(console))
                .addSubcommand("audit", new DataAuditCommand(console))
                .addSubcommand("mend", new DataMendCommand(console))
                .addSubcommand("instrument", new DataInstrumentCommand(console))
                .addSubcommand("compare", new DataCompareCommand(console))
                .addSubcommand("export", new DataExportCommand(console))
                .addSubcommand("versions", new DataVersionsCommand(console))
                .addSubcommand("actions", new DataActionsCommand(console))
                .addSubcommand("diff", new DataDiffCommand(console))
                .addSubcommand("use", new DataUseCommand(console))
                .addSubcommand("raw", new DataRawCommand(console))
                .addSubcommand("delete", new DataDeleteCommand(console))
                .addSubcommand("sql", new DataSqlCommand(console))
                .addSubcommand("backup", new DataBackupCommand(console))
                .addSubcommand("restore", new DataRestoreCommand(console))
                .addSubcommand("compact", new DataCompactCommand(console))
                .addSubcommand("check", new DataCheckCommand(console))
                .addSubcommand("mappings", new DataMappingsCommand(console))
                .addSubcommand("samples", new DataSamplesCommand(console));
    }

    private static CommandLine indicatorCommands(Console console) {
        return new CommandLine(new IndicatorCommand(console))
                .addSubcommand("list", new IndicatorCommand.Catalogue(console));
    }

    private static CommandLine plugInCommands(Console console) {
        return group("Plug-ins: list what jars bring and what is wrong with them.")
                .addSubcommand("list", new PlugInListCommand(console));
    }

    private static CommandLine strategyCommands(Console console) {
        return group("Strategies: validate, check, describe, schema, templates.")
                .addSubcommand("validate", new StrategyValidateCommand(console))
                .addSubcommand("check", new StrategyCheckCommand(console))
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
            if (exception instanceof CommandFailure || exception instanceof NodeFault) {
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
        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public void run() {
            throw missingSubcommand(spec);
        }
    }
}
