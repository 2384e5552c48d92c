package org.tickwright.command;

import java.util.List;
import java.util.Map;
import org.tickwright.spi.SpiVersion;
import org.tickwright.workbench.PlugIn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the plug-ins, what they bring and what is wrong with them.")
final class PlugInListCommand extends Subcommand {
    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    PlugInListCommand(Console console) {
        super(console);
    }

    @Override
    int execute() {
        List<PlugIn> plugIns = console.catalogues().plugIns();
        if (json) {
            console.json(Map.of(
                    "spi",
                    SpiVersion.CURRENT,
                    "plugins",
                    plugIns.stream().map(PlugInListCommand::document).toList()));
        } else if (plugIns.isEmpty()) {
            console.line("There are no plug-ins. Drop a jar into the folder plugins of the home, or name a folder with"
                    + " --plugins DIR.");
        } else {
            plugIns.forEach(this::show);
        }
        return 0;
    }

    private void show(PlugIn plugIn) {
        console.line(plugIn.file().toString());
        plugIn.brings().forEach(type -> console.line("  brings   " + type));
        plugIn.problems().forEach(problem -> console.line("  problem  " + problem));
    }

    private static Map<String, Object> document(PlugIn plugIn) {
        return Map.of(
                "file", plugIn.file().toString(),
                "spi", plugIn.spi(),
                "brings", plugIn.brings(),
                "problems", plugIn.problems());
    }
}
