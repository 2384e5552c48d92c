package org.tickwright.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesVersion;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickKey;
import org.tickwright.market.TickVersion;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "versions",
        mixinStandardHelpOptions = true,
        description = "Lists the versions of a series, or removes one that is not in use.")
final class DataVersionsCommand extends Subcommand {
    @Mixin
    private SeriesArgument series = new SeriesArgument();

    @Option(names = "--remove", paramLabel = "N", description = "removes version N, which must not be in use")
    private @Nullable Integer remove;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    DataVersionsCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws StoreException {
        Integer number = remove;
        if (number != null) {
            return remove(console.writable(), number);
        }
        Workbench workbench = console.readable();
        SeriesArgument.Kind kind = series.kind(workbench);
        if (kind == SeriesArgument.Kind.TRADES || kind == SeriesArgument.Kind.QUOTES) {
            return ticks(workbench, series.ticks(workbench, kind).key());
        }
        SeriesInfo info = series.find(workbench);
        List<SeriesVersion> versions = workbench.series().versions().of(info.key());
        if (json) {
            console.json(Map.of(
                    "versions",
                    versions.stream().map(DataVersionsCommand::document).toList()));
        } else {
            versions.forEach(version -> console.line(line(version)));
        }
        return 0;
    }

    private int ticks(Workbench workbench, TickKey key) throws StoreException {
        List<TickVersion> versions = SeriesArgument.events(workbench).ticks().versions(key);
        if (json) {
            console.json(Map.of(
                    "versions",
                    versions.stream().map(DataVersionsCommand::document).toList()));
        } else {
            versions.forEach(version ->
                    console.line((version.used() ? "*" : " ") + version.info().version()
                            + "  stored " + SeriesText.time(version.created()) + "  " + EventText.of(version.info())
                            + (version.info().origin().raw() == null ? "" : "  raw file kept")));
        }
        return 0;
    }

    private static Map<String, Object> document(TickVersion version) {
        Map<String, Object> document = new LinkedHashMap<>(EventText.document(version.info()));
        document.put("used", version.used());
        document.put("stored", SeriesText.time(version.created()));
        document.put("rawHash", version.info().origin().raw());
        return document;
    }

    private boolean removed(Workbench workbench, int number) throws StoreException {
        SeriesArgument.Kind kind = series.kind(workbench);
        if (kind == SeriesArgument.Kind.TRADES || kind == SeriesArgument.Kind.QUOTES) {
            TickKey key = series.ticks(workbench, kind).key();
            return SeriesArgument.events(workbench).ticks().remove(key, number);
        }
        return workbench.series().versions().remove(series.find(workbench).key(), number);
    }

    private int remove(Workbench workbench, int number) throws StoreException {
        String key = series.named();
        try {
            if (!removed(workbench, number)) {
                throw new CommandFailure("There is no version " + number + " of " + key + ".");
            }
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage() + " Nothing was changed.", e);
        }
        console.note("Removed version " + number + " of " + key + ". 'tickwright data compact' gives its room back.");
        return 0;
    }

    private static String line(SeriesVersion version) {
        SeriesInfo info = version.info();
        return String.format(
                Locale.ROOT,
                "%s%3d  stored %s  %,10d bars  %s to %s  hash %s  %s%s%s",
                version.used() ? "*" : " ",
                info.version(),
                SeriesText.time(version.created()),
                info.bars(),
                SeriesText.time(info.from()),
                SeriesText.time(info.to()),
                info.contentHash().substring(0, Math.min(12, info.contentHash().length())),
                info.source(),
                version.provenance().mends().isEmpty()
                        ? ""
                        : "  mended " + version.provenance().mends(),
                version.provenance().raw() == null ? "" : "  raw file kept");
    }

    private static Map<String, Object> document(SeriesVersion version) {
        Map<String, Object> document = new LinkedHashMap<>(SeriesText.document(version.info()));
        document.put("used", version.used());
        document.put("stored", SeriesText.time(version.created()));
        document.put("rawHash", version.provenance().raw());
        document.put("mends", version.provenance().mends().toString());
        return document;
    }
}
