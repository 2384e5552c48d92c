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
import org.tickwright.market.Timeframe;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedException;
import org.tickwright.market.feed.PacedFeed;
import org.tickwright.market.recording.Recording;
import org.tickwright.workbench.live.FeedReplay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Tells a recording of a feed again, as fast as it is taken or at a speed, and makes bars of it.")
final class ReplayCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "a file that 'record' or the workstation wrote")
    private Path file = Path.of("");

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            description = "how many times as fast as it happened (default max: waits for nothing)")
    private String speed = "max";

    @Option(names = "--bars", paramLabel = "TF", description = "makes bars of the trades: 1s, 1m, 5m, 1h, 1d")
    private @Nullable String bars;

    @Option(names = "--zone", paramLabel = "Z", description = "zone that decides what a day is (default UTC)")
    private String zone = "UTC";

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    ReplayCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws IOException {
        Timeframe timeframe = timeframe();
        ZoneId local = zone();
        double pace = Speed.of(speed);
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("There is no file " + file + ".");
        }
        try (Recording recording = Recording.open(file)) {
            PacedFeed feed = new PacedFeed(recording, Runnable::run, console.tempo(), pace);
            FeedReplay.Report report = FeedReplay.run(feed, timeframe, local, this::line, console::interrupted);
            print(recording, report);
        } catch (FeedException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
        return 0;
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

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new DataSource.BadArgument("--zone is a zone such as America/New_York, was '" + zone + "'");
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

    private void print(Recording recording, FeedReplay.Report report) {
        if (recording.tornBytes() > 0) {
            console.note(recording.tornBytes() + " bytes at the end of " + file
                    + " were half-written when the recording broke off; all before them was read.");
        }
        if (!json) {
            console.line(report.events() + " events of " + recording.header().feed() + " from "
                    + SeriesText.time(report.from()) + " to " + SeriesText.time(report.to()));
            report.counts()
                    .forEach((channel, count) ->
                            console.line(count + " " + channel.name().toLowerCase(Locale.ROOT)));
            if (report.gaps() > 0) {
                console.line(report.gaps() + " gaps, " + report.missed() + " events missed as far as it is known");
            }
            return;
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", file.toString());
        document.put("feed", recording.header().feed());
        document.put("simulated", recording.simulated());
        document.put("complete", recording.complete());
        document.put("tornBytes", recording.tornBytes());
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
