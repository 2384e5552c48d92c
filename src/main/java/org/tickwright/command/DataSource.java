package org.tickwright.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickKey;
import org.tickwright.market.Timeframe;
import org.tickwright.workbench.EventLibrary;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `--data X` with its companions: a file, or a symbol in the store.
final class DataSource {
    @Option(names = "--data", paramLabel = "X", description = "a file, or a symbol in the store")
    private String data = "";

    @Option(
            names = "--timeframe",
            paramLabel = "TF",
            description = "timeframe, where the store has several: 1d, 5m, 1h")
    private @Nullable String timeframe;

    @Option(names = "--zone", paramLabel = "Z", description = "zone of times in a file that states none (default UTC)")
    private @Nullable String zone;

    @Option(
            names = "--date-order",
            paramLabel = "DMY|MDY",
            description = "order of dates in a file that could be either")
    private @Nullable String dateOrder;

    @Option(
            names = "--accept",
            split = ",",
            paramLabel = "FINDING",
            description = "findings of a file or of the tested range that shall not block")
    private Set<String> accept = new TreeSet<>();

    /// True where `--data` names a file rather than a symbol.
    boolean isFile() {
        if (data.isEmpty()) {
            throw new BadArgument("Missing --data X: a file, or a symbol in the store");
        }
        Path path = Path.of(data);
        if (Files.isDirectory(path)) {
            throw new BadArgument(
                    "--data names a folder (" + data + "): name one file of it, or a symbol in the store");
        }
        return Files.isRegularFile(path);
    }

    /// Whether `--data` names anything.
    boolean given() {
        return !data.isEmpty();
    }

    /// The timeframe that was stated; null if none was.
    @Nullable
    Timeframe stated() {
        return timeframe();
    }

    /// The file that `--data` names.
    Path file() {
        return Path.of(data);
    }

    /// Codes of findings that shall not block.
    Set<String> accepted() {
        return accept;
    }

    /// How to read the file.
    ImportOptions options() {
        return new ImportOptions(symbolOf(file()), timeframe(), zone(zone), "auto", Map.of(), dateOrder, accept);
    }

    /// How to read another file, whose timeframe is its own.
    ImportOptions options(Path other) {
        return new ImportOptions(symbolOf(other), null, zone(zone), "auto", Map.of(), dateOrder, accept);
    }

    /// The series of the store that `--data` and `--timeframe` name.
    SeriesInfo series(Workbench workbench) throws StoreException {
        return find(workbench, data, timeframe);
    }

    private @Nullable Timeframe timeframe() {
        return timeframe == null ? null : timeframe(timeframe);
    }

    /// A series of the store by symbol, and by timeframe where there are several.
    static SeriesInfo find(Workbench workbench, String symbol, @Nullable String timeframe) throws StoreException {
        List<SeriesInfo> all = workbench.series().list();
        List<SeriesInfo> found = all.stream()
                .filter(info -> info.key().symbol().equalsIgnoreCase(symbol))
                .filter(info -> timeframe == null || info.key().timeframe().equals(timeframe(timeframe)))
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty() && timeframe != null) {
            Optional<SeriesInfo> made = made(workbench, all, symbol, timeframe(timeframe));
            if (made.isPresent()) {
                return made.get();
            }
        }
        if (found.isEmpty()) {
            if (timeframe == null && trades(workbench, symbol)) {
                throw new CommandFailure("The store has trades of " + symbol
                        + " and no bars. Say which bars are to be made of them: --timeframe 1m, 1d, 100t …");
            }
            String known = all.isEmpty()
                    ? "The store is empty"
                    : "The store has "
                            + String.join(
                                    ", ",
                                    all.stream().map(i -> i.key().toString()).toList());
            throw new CommandFailure("There is no file and no series '" + symbol
                    + (timeframe == null ? "" : " " + timeframe) + "'. " + known
                    + "; 'tickwright import FILE --symbol S' brings one in.");
        }
        throw new CommandFailure("The store has several series of " + symbol + ": "
                + String.join(", ", found.stream().map(i -> i.key().toString()).toList())
                + ". Say which with --timeframe.");
    }

    private static boolean trades(Workbench workbench, String symbol) throws StoreException {
        EventLibrary events = workbench.series().events();
        return events != null
                && events.ticks().list().stream()
                        .anyMatch(info -> info.key().kind() == TickKey.Kind.TRADES
                                && info.key().symbol().equalsIgnoreCase(symbol));
    }

    /// A series that is not stored but can be made of one that is, or of trades.
    private static Optional<SeriesInfo> made(
            Workbench workbench, List<SeriesInfo> all, String symbol, Timeframe timeframe) throws StoreException {
        String stored = all.stream()
                .map(info -> info.key().symbol())
                .filter(symbol::equalsIgnoreCase)
                .findFirst()
                .orElse(symbol);
        try {
            return workbench.series().find(new SeriesKey(stored, timeframe));
        } catch (IllegalArgumentException e) {
            // What is no symbol is not there.
            return Optional.empty();
        }
    }

    static Timeframe timeframe(String text) {
        try {
            return Timeframe.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadArgument(String.valueOf(e.getMessage()));
        }
    }

    static @Nullable ZoneId zone(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new BadArgument("Zone must be like UTC, America/New_York or -05:00, was '" + text + "'");
        }
    }

    /// A symbol from a file name: `GOOG_daily.csv.gz` is `GOOG_daily`.
    static String symbolOf(Path file) {
        String name =
                String.valueOf(file.getFileName()).replaceFirst("(?i)(\\.(csv|txt|tsv|json|parquet))?(\\.gz)?$", "");
        String cleaned = name.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        String symbol = cleaned.isEmpty() ? "FILE" : cleaned;
        return symbol.substring(0, Math.min(symbol.length(), 64)).toUpperCase(Locale.ROOT);
    }

    /// The bars behind `--data` with their key.
    record Loaded(SeriesKey key, boolean simulated, Bars bars) {}

    /// Thrown for a value that does not fit its option; exit code 2.
    static final class BadArgument extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadArgument(String message) {
            super(message);
        }

        ParameterException at(picocli.CommandLine line) {
            return new ParameterException(line, String.valueOf(getMessage()));
        }
    }

    /// Loads the bars, from the file without touching the store where it is one.
    Loaded load(Console console) throws StoreException, ImportException {
        if (isFile()) {
            Bars bars = console.files().read(file(), options()).bars();
            return new Loaded(new SeriesKey(symbolOf(file()), bars.timeframe()), false, bars);
        }
        Workbench workbench = console.readable();
        SeriesInfo info = series(workbench);
        Bars bars = workbench
                .series()
                .load(info.key())
                .orElseThrow(() -> new CommandFailure("The series " + info.key() + " has gone from the store."));
        return new Loaded(info.key(), info.simulated(), bars);
    }
}
