package org.tickwright.command;

import java.util.List;
import java.util.Map;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the series in the store.")
final class DataListCommand extends Subcommand {
    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    DataListCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws StoreException {
        List<SeriesInfo> all = console.readable().series().list();
        if (json) {
            console.json(Map.of("series", all.stream().map(SeriesText::document).toList()));
        } else if (all.isEmpty()) {
            console.line("The store is empty. 'tickwright import FILE --symbol S' brings a file in, "
                    + "'tickwright data samples' the sample data.");
        } else {
            all.forEach(info -> console.line(SeriesText.of(info)));
        }
        return 0;
    }
}
