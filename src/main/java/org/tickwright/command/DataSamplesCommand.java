package org.tickwright.command;

import java.util.List;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import picocli.CommandLine.Command;

@Command(
        name = "samples",
        mixinStandardHelpOptions = true,
        description = "Puts the sample data into the store, where it is not there yet.")
final class DataSamplesCommand extends Subcommand {
    DataSamplesCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws StoreException {
        List<SeriesInfo> added = console.writable().series().installSamples(console.progress());
        added.forEach(info -> console.line(SeriesText.of(info)));
        if (added.isEmpty()) {
            console.note("All sample series were there already.");
        }
        return 0;
    }
}
