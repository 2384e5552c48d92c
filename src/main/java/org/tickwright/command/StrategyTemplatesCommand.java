package org.tickwright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "templates",
        mixinStandardHelpOptions = true,
        description = "Lists the templates, or writes them as files to start from.")
final class StrategyTemplatesCommand extends Subcommand {
    @Option(names = "--out", paramLabel = "DIR", description = "write each template to DIR/NAME.strategy.json")
    private @Nullable Path out;

    StrategyTemplatesCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws IOException {
        for (StrategyDocument template : Templates.all()) {
            if (out == null) {
                console.line(template.name() + "  "
                        + template.description().lines().findFirst().orElse(""));
            } else {
                Files.createDirectories(out);
                Path file = out.resolve(template.name() + ".strategy.json");
                if (Files.exists(file)) {
                    throw new CommandFailure(file + " exists already and was left as it is.");
                }
                Files.writeString(file, StrategyCodec.write(template));
                console.line(file.toString());
            }
        }
        return 0;
    }
}
