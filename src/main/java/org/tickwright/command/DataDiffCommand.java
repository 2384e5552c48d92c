package org.tickwright.command;

import org.tickwright.market.BarDifference;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Says how one version of a series differs from another, bar by bar.")
final class DataDiffCommand extends Subcommand {
    @Mixin
    private SeriesArgument series = new SeriesArgument();

    @Parameters(index = "1", paramLabel = "FROM", description = "number of the earlier version")
    private int from;

    @Parameters(index = "2", paramLabel = "TO", description = "number of the later version")
    private int to;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    DataDiffCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws StoreException {
        Workbench workbench = console.readable();
        SeriesKey key = series.find(workbench).key();
        BarDifference difference;
        try {
            difference = workbench.series().versions().difference(key, from, to);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage() + ". 'tickwright data versions' lists them.", e);
        }
        if (json) {
            console.json(DifferenceText.document(difference));
        } else {
            DifferenceText.lines(difference).forEach(console::line);
        }
        return 0;
    }
}
