package org.tickwright.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ActionStore;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickKey;
import org.tickwright.workbench.EventLibrary;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "raw",
        description = "Writes the file that a version of a series was imported from, byte for byte as it came.")
final class DataRawCommand extends Subcommand {
    @Mixin
    private SeriesArgument series = new SeriesArgument();

    @Option(names = "--version", paramLabel = "N", description = "number of the version (default: the one in use)")
    private @Nullable Integer version;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "file to write")
    private Path out = Path.of("");

    /// The standard options without `--version`, which names a version here.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    @SuppressWarnings("unused") // picocli looks at it
    private boolean help;

    DataRawCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws IOException, StoreException {
        Workbench workbench = console.readable();
        Integer number = version;
        SeriesArgument.Kind kind = series.kind(workbench);
        if (kind != SeriesArgument.Kind.BARS) {
            return event(workbench, kind, number);
        }
        SeriesInfo info = series.find(workbench);
        int wanted = number == null ? info.version() : number;
        try {
            if (!workbench.series().versions().writeRaw(info.key(), wanted, out)) {
                throw new CommandFailure("No file was kept for version " + wanted + " of " + info.key()
                        + ": it was made or stored by an older Tickwright. 'data export' writes its bars.");
            }
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage() + ". 'tickwright data versions' lists them.", e);
        }
        console.note("Wrote the file behind version " + wanted + " of " + info.key() + " to " + out);
        return 0;
    }

    private int event(Workbench workbench, SeriesArgument.Kind kind, @Nullable Integer number)
            throws IOException, StoreException {
        EventLibrary events = SeriesArgument.events(workbench);
        record Source(int version, @Nullable String raw, boolean used) {}
        List<Source> sources = new ArrayList<>();
        String name;
        if (kind == SeriesArgument.Kind.ACTIONS) {
            String symbol = series.actions(workbench).symbol();
            name = "the splits and dividends of " + symbol;
            List<ActionStore.Info> all = events.actions().versions(symbol);
            all.forEach(info -> sources.add(new Source(info.version(), info.raw(), info.equals(all.getLast()))));
        } else {
            TickKey key = series.ticks(workbench, kind).key();
            name = key.toString();
            events.ticks()
                    .versions(key)
                    .forEach(one -> sources.add(
                            new Source(one.info().version(), one.info().origin().raw(), one.used())));
        }
        Source wanted = sources.stream()
                .filter(one -> number == null ? one.used() : one.version() == number)
                .findFirst()
                .orElseThrow(() -> new CommandFailure("There is no version " + number + " of " + name + "."));
        if (!events.writeRaw(wanted.raw(), out)) {
            throw new CommandFailure("No file was kept for version " + wanted.version() + " of " + name
                    + ". 'data export' writes what it holds.");
        }
        console.note("Wrote the file behind version " + wanted.version() + " of " + name + " to " + out);
        return 0;
    }
}
