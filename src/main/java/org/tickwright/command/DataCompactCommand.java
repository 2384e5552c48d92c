package org.tickwright.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.StoreUpkeep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "compact",
        mixinStandardHelpOptions = true,
        description = "Takes out of the store what nothing needs any more, and gives its room back.")
final class DataCompactCommand extends Subcommand {
    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    DataCompactCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws StoreException {
        StoreUpkeep.Compaction done = console.writable().storage().upkeep().compact(console.progress());
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("bytesBefore", done.bytesBefore());
            document.put("bytesAfter", done.bytesAfter());
            document.put("files", done.files());
            document.put("derived", done.derived());
            console.json(document);
        } else {
            console.line(String.format(
                    Locale.ROOT,
                    "%,d bytes before, %,d now; %,d files and %,d derived series that nothing needs went",
                    done.bytesBefore(),
                    done.bytesAfter(),
                    done.files(),
                    done.derived()));
        }
        return 0;
    }
}
