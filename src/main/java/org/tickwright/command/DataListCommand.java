package org.tickwright.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickwright.market.ActionStore;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickInfo;
import org.tickwright.workbench.EventLibrary;
import org.tickwright.workbench.SeriesLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists what is in the store: bars, trades, quotes, splits and dividends.")
final class DataListCommand extends Subcommand {
    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    DataListCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws StoreException {
        SeriesLibrary series = console.readable().series();
        List<SeriesInfo> all = series.list();
        EventLibrary events = series.events();
        List<TickInfo> ticks = events == null ? List.of() : events.ticks().list();
        List<ActionStore.Info> actions =
                events == null ? List.of() : events.actions().list();
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("series", all.stream().map(SeriesText::document).toList());
            document.put("ticks", ticks.stream().map(EventText::document).toList());
            document.put("actions", actions.stream().map(EventText::document).toList());
            console.json(document);
        } else if (all.isEmpty() && ticks.isEmpty() && actions.isEmpty()) {
            console.line("The store is empty. 'tickwright import FILE --symbol S' brings a file in, "
                    + "'tickwright data samples' the sample data.");
        } else {
            all.forEach(info -> console.line(SeriesText.of(info)));
            ticks.forEach(info -> console.line(EventText.of(info)));
            actions.forEach(info -> console.line(EventText.of(info)));
        }
        return 0;
    }
}
