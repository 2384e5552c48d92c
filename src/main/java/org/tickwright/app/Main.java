package org.tickwright.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.command.TickwrightCommand;

/// Starts the workstation, or the command line where there is a subcommand.
public final class Main {
    private Main() {}

    /// Entry point.
    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        List<String> arguments = List.of(args);
        Path homeOption = homeOption(arguments);
        Logging.into(TickwrightHome.locate(homeOption, environment));
        int code =
                onlyHome(arguments) ? Start.workstation(homeOption, environment) : commandLine(arguments, environment);
        System.exit(code);
    }

    private static int commandLine(List<String> arguments, Map<String, String> environment) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        try (CommandHomes homes = new CommandHomes(environment)) {
            return TickwrightCommand.run(arguments, out, err, homes);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /// Buffered and UTF-8 whatever the platform says, so that output is the same everywhere.
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new java.io.BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
                descriptor == FileDescriptor.err,
                StandardCharsets.UTF_8);
    }

    private static boolean onlyHome(List<String> arguments) {
        return arguments.isEmpty()
                || (arguments.size() == 2 && arguments.getFirst().equals("--home"))
                || (arguments.size() == 1 && arguments.getFirst().startsWith("--home="));
    }

    private static @Nullable Path homeOption(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals("--home") && i + 1 < arguments.size()) {
                return Path.of(arguments.get(i + 1));
            }
            if (arguments.get(i).startsWith("--home=")) {
                return Path.of(arguments.get(i).substring("--home=".length()));
            }
        }
        return null;
    }
}
