package org.tickwright.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ActionStore;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.EventLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "actions",
        mixinStandardHelpOptions = true,
        description = "Tells the splits and dividends of a symbol in the store, which runs use unless told otherwise.")
final class DataActionsCommand extends Subcommand {
    @Parameters(paramLabel = "SYMBOL", description = "symbol in the store")
    private String symbol = "";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "what was known at the end of that day (default: now)")
    private @Nullable String asOf;

    @Option(names = "--versions", description = "lists every list of them that was imported, with the time")
    private boolean versions;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    DataActionsCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws StoreException {
        EventLibrary events = SeriesArgument.events(console.readable());
        List<ActionStore.Info> all = events.actions().versions(SeriesArgument.actionSymbol(events, symbol));
        if (all.isEmpty()) {
            throw new CommandFailure("The store has no splits and dividends of " + symbol
                    + ". 'tickwright import FILE --symbol " + symbol
                    + "' brings them in: a factor file of Lean, rows such as 2014-06-09,split,7:1, or columns beside"
                    + " daily bars.");
        }
        if (versions) {
            print(all);
            return 0;
        }
        CorporateActions actions = events.actions(all.getFirst().symbol(), day(asOf))
                .orElseThrow(() -> new CommandFailure("Nothing was known of " + symbol + " on " + asOf
                        + " yet; the first list came on "
                        + SeriesText.time(all.getFirst().known()) + "."));
        print(all.getLast(), actions);
        return 0;
    }

    static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new DataSource.BadArgument("A day is a date such as 2024-06-30, was '" + text + "'");
        }
    }

    private void print(List<ActionStore.Info> all) {
        if (json) {
            console.json(
                    Map.of("versions", all.stream().map(EventText::document).toList()));
        } else {
            all.forEach(info -> console.line(info.version() + "  " + EventText.of(info)));
        }
    }

    private void print(ActionStore.Info newest, CorporateActions actions) {
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("symbol", newest.symbol());
            document.put("splits", EventText.splits(actions));
            document.put("dividends", EventText.dividends(actions));
            console.json(document);
            return;
        }
        record Line(LocalDate day, String text) {}
        List<Line> lines = new ArrayList<>();
        actions.splits()
                .forEach(split -> lines.add(new Line(
                        split.exDate(),
                        split.exDate() + "  split     " + split.numerator() + ":" + split.denominator())));
        actions.dividends()
                .forEach(paid -> lines.add(new Line(paid.exDate(), paid.exDate() + "  dividend  " + paid.perUnit())));
        lines.sort(Comparator.comparing(Line::day));
        lines.forEach(line -> console.line(line.text()));
    }
}
