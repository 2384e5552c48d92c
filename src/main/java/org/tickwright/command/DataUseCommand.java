package org.tickwright.command;

import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickInfo;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "use", description = "Makes a version of a series the one that charts and runs read.")
final class DataUseCommand extends Subcommand {
    @Mixin
    private SeriesArgument series = new SeriesArgument();

    @Option(names = "--version", required = true, paramLabel = "N", description = "number of the version")
    private int version;

    /// The standard options without `--version`, which names a version here.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    @SuppressWarnings("unused") // picocli looks at it
    private boolean help;

    DataUseCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws StoreException {
        Workbench workbench = console.writable();
        SeriesArgument.Kind kind = series.kind(workbench);
        try {
            if (kind == SeriesArgument.Kind.TRADES || kind == SeriesArgument.Kind.QUOTES) {
                TickInfo now = SeriesArgument.events(workbench)
                        .ticks()
                        .use(series.ticks(workbench, kind).key(), version);
                console.note(now.key() + " are read as version " + now.version() + ", hash " + now.contentHash());
                return 0;
            }
            SeriesKey key = series.find(workbench).key();
            SeriesInfo now = workbench.series().versions().use(key, version);
            console.note(key + " is read as version " + now.version() + ", hash " + now.contentHash());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage() + ". 'tickwright data versions' lists them.", e);
        }
        return 0;
    }
}
