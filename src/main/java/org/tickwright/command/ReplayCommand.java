package org.tickwright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;
import org.tickwright.market.feed.EventSource;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedException;
import org.tickwright.market.feed.PacedFeed;
import org.tickwright.market.recording.Recording;
import org.tickwright.workbench.Workbench;
import org.tickwright.workbench.live.FeedReplay;
import org.tickwright.workbench.live.StoredFeeds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Tells a recording of a feed again, or a series or trades of the store, as fast as it is taken or at"
                        + " a speed, and makes bars of it.")
final class ReplayCommand extends Subcommand {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "a file that 'record' or the workstation wrote")
    private @Nullable Path file;

    @Option(
            names = "--series",
            arity = "1..2",
            paramLabel = "SYMBOL [TF]",
            description = "a series of the store, told bar by bar as each was complete: --series AAPL 1d")
    private List<String> series = List.of();

    @Option(names = "--trades", paramLabel = "SYMBOL", description = "the trades of a symbol of the store, one by one")
    private @Nullable String trades;

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            description = "how many times as fast as it happened (default max: waits for nothing)")
    private String speed = "max";

    @Option(
            names = "--bars",
            paramLabel = "TF",
            description = "makes bars of the trades, or longer ones of the bars: 1s, 1m, 5m, 1h, 1d")
    private @Nullable String bars;

    @Option(
            names = "--zone",
            paramLabel = "Z",
            description = "zone that decides what a day is (default UTC; of the store, that of the series)")
    private @Nullable String zone;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    ReplayCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws IOException, StoreException {
        Timeframe timeframe = timeframe();
        ZoneId local = zone == null ? null : zone(zone);
        double pace = Speed.of(speed);
        if ((file == null ? 0 : 1) + (series.isEmpty() ? 0 : 1) + (trades == null ? 0 : 1) != 1) {
            throw new DataSource.BadArgument("Say one of FILE, --series SYMBOL [TF] and --trades SYMBOL");
        }
        try (EventSource source = source()) {
            PacedFeed feed = new PacedFeed(source, Runnable::run, console.tempo(), pace);
            ZoneId days = local == null ? source.zone() : local;
            FeedReplay.Report report = FeedReplay.run(feed, timeframe, days, this::line, console::interrupted);
            print(source, report);
        } catch (FeedException | IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
        return 0;
    }

    private EventSource source() throws FeedException, StoreException {
        if (file != null) {
            if (!Files.isRegularFile(file)) {
                throw new CommandFailure("There is no file " + file + ".");
            }
            return Recording.open(file);
        }
        Workbench workbench = console.readable();
        if (trades != null) {
            return StoredFeeds.trades(workbench.series(), trades, trades);
        }
        SeriesInfo info = DataSource.find(workbench, series.getFirst(), series.size() > 1 ? series.get(1) : null);
        return StoredFeeds.bars(workbench.series(), info.key(), info.key().symbol());
    }

    private @Nullable Timeframe timeframe() {
        if (bars == null) {
            return null;
        }
        try {
            Timeframe timeframe = Timeframe.parse(bars);
            if (timeframe.timed()) {
                return timeframe;
            }
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument("--bars: " + e.getMessage());
        }
        throw new DataSource.BadArgument("--bars is a length of time such as 1m, was '" + bars + "'");
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new DataSource.BadArgument("--zone is a zone such as America/New_York, was '" + text + "'");
        }
    }

    private void line(FeedEvent.BarDone bar) {
        if (!json) {
            console.line(String.format(
                    Locale.ROOT,
                    "%s %s %s open %s high %s low %s close %s volume %s",
                    bar.symbol(),
                    bar.timeframe(),
                    SeriesText.time(bar.time()),
                    bar.open(),
                    bar.high(),
                    bar.low(),
                    bar.close(),
                    bar.volume()));
        }
    }

    private void print(EventSource source, FeedReplay.Report report) {
        Recording recording = source instanceof Recording read ? read : null;
        if (recording != null && recording.tornBytes() > 0) {
            console.note(recording.tornBytes() + " bytes at the end of " + file
                    + " were half-written when the recording broke off; all before them was read.");
        }
        if (!json) {
            console.line(report.events() + " events of " + name(source) + " from " + SeriesText.time(report.from())
                    + " to " + SeriesText.time(report.to()));
            report.counts()
                    .forEach((channel, count) ->
                            console.line(count + " " + channel.name().toLowerCase(Locale.ROOT)));
            if (report.gaps() > 0) {
                console.line(report.gaps() + " gaps, " + report.missed() + " events missed as far as it is known");
            }
            return;
        }
        Map<String, Object> document = new LinkedHashMap<>();
        if (recording != null) {
            document.put("file", String.valueOf(file));
        }
        document.put("feed", name(source));
        document.put("simulated", source.simulated());
        document.put("complete", recording == null || recording.complete());
        document.put("tornBytes", recording == null ? 0 : recording.tornBytes());
        document.put("stopped", !report.whole());
        document.put("events", report.events());
        Map<String, Long> counts = new LinkedHashMap<>();
        report.counts().forEach((channel, count) -> counts.put(channel.name().toLowerCase(Locale.ROOT), count));
        document.put("counts", counts);
        document.put("gaps", report.gaps());
        document.put("missed", report.missed());
        document.put("from", SeriesText.time(report.from()));
        document.put("to", SeriesText.time(report.to()));
        if (bars != null) {
            Map<String, Object> all = new LinkedHashMap<>();
            report.bars().forEach((symbol, made) -> all.put(symbol, document(made)));
            document.put("bars", all);
        }
        console.json(document);
    }

    private static String name(EventSource source) {
        return source instanceof Recording recording ? recording.header().feed() : source.name();
    }

    private static Map<String, Object> document(Bars bars) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("time", SeriesText.time(bars.time(i)));
            row.put("open", bars.open(i));
            row.put("high", bars.high(i));
            row.put("low", bars.low(i));
            row.put("close", bars.close(i));
            row.put("volume", bars.volume(i));
            rows.add(row);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("timeframe", bars.timeframe().toString());
        document.put("hash", bars.contentHash());
        document.put("rows", rows);
        return document;
    }
}
