package org.tickwright.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.market.exchange.ExchangeSettings;
import org.tickwright.market.exchange.SimulatedExchange;
import org.tickwright.market.feed.FeedException;
import org.tickwright.market.feed.PacedFeed;
import org.tickwright.market.feed.Tempo;
import org.tickwright.workbench.live.FeedRecorder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Records a feed into a file, which 'replay' tells again. A crash costs the last fifth of a second"
                + " at most.")
final class RecordCommand extends Subcommand {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Map<String, Long> UNITS = Map.of(
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L,
            "d", 86_400_000_000_000L);

    @Option(names = "--feed", paramLabel = "FEED", description = "which feed: sim, the simulated exchange (default)")
    private String feed = "sim";

    @Option(names = "--seed", paramLabel = "N", description = "seed of the simulated exchange (default 1)")
    private long seed = 1;

    @Option(
            names = "--events-per-second",
            paramLabel = "N",
            description = "how busy the simulated exchange is, 1 to 100000 (default 20)")
    private double eventsPerSecond = 20;

    @Option(
            names = "--calendar",
            paramLabel = "ID",
            description = "when the simulated exchange trades (default ${DEFAULT-VALUE}, around the clock)",
            defaultValue = ExchangeCalendars.ALWAYS)
    private String calendar = ExchangeCalendars.ALWAYS;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "the first instant of the simulated exchange, ISO-8601 (default now)")
    private @Nullable String start;

    @Option(names = "--for", required = true, paramLabel = "SPAN", description = "how much of the market: 60s, 5m, 1d")
    private String span = "";

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            description = "how many times as fast as it happens (default 1; max waits for nothing)")
    private String speed = "1";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "file to write; must not be there yet")
    private Path out = Path.of("");

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    RecordCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws IOException {
        if (!feed.equals("sim")) {
            throw new DataSource.BadArgument("--feed is sim, was '" + feed + "'");
        }
        Tempo tempo = console.tempo();
        long nanos = span();
        double pace = Speed.of(speed);
        SimulatedExchange exchange = new SimulatedExchange(settings(tempo.nanos()));
        PacedFeed paced = new PacedFeed(exchange, Runnable::run, tempo, pace);
        try {
            FeedRecorder.Report report =
                    FeedRecorder.record(paced, tempo, out, exchange.time() + nanos, console::interrupted);
            print(report);
        } catch (FeedException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
        return 0;
    }

    private ExchangeSettings settings(long now) {
        try {
            return ExchangeSettings.of(seed, start == null ? now : instant(start))
                    .withEventsPerSecond(eventsPerSecond)
                    .withCalendar(calendar);
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument(String.valueOf(e.getMessage()));
        }
    }

    private static long instant(String text) {
        try {
            Instant at = Instant.parse(text.endsWith("Z") || text.contains("+") ? text : text + "Z");
            return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            throw new DataSource.BadArgument("--start is a time such as 2026-03-02T14:30:00Z, was '" + text + "'");
        }
    }

    private long span() {
        Matcher matcher = SPAN.matcher(span);
        Long unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
        long count = unit == null ? 0 : Long.parseLong(matcher.group(1));
        if (unit == null || count == 0 || count > Long.MAX_VALUE / 8 / unit) {
            throw new DataSource.BadArgument("--for is a span such as 60s, 5m or 1d, was '" + span + "'");
        }
        return count * unit;
    }

    private void print(FeedRecorder.Report report) {
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("file", report.file().toString());
            document.put("feed", report.feed());
            document.put("simulated", report.simulated());
            document.put("events", report.events());
            document.put("trades", report.trades());
            document.put("bytes", report.bytes());
            document.put("from", SeriesText.time(report.from()));
            document.put("to", SeriesText.time(report.to()));
            console.json(document);
        } else {
            console.line(report.events() + " events, " + report.trades() + " trades of " + report.feed() + " from "
                    + SeriesText.time(report.from()) + " to " + SeriesText.time(report.to()));
            console.line(report.bytes() + " bytes in " + report.file());
        }
    }
}
