package org.tickwright.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.tickwright.command.TickwrightCommand;
import org.tickwright.market.StoreException;

/// What packaging runs under the virtual machine's eyes, which then keeps the classes that a start needs in a cache
/// beside the libraries: `command` runs short commands, `window` the workstation without a display.
///
/// Works in a temporary folder that it removes, with generated bars, without display and network.
public final class Rehearsal {
    private static final int BARS = 2_000;
    private static final String SYMBOL = "REHEARSAL";

    private Rehearsal() {}

    /// `command` or `window`.
    public static void main(String[] args) throws IOException, StoreException {
        Path folder = Files.createTempDirectory("tickwright-rehearsal");
        Logging.into(new TickwrightHome(folder));
        try {
            Path bars = bars(folder.resolve("bars.csv"));
            run(folder, "import", bars.toString(), "--symbol", SYMBOL);
            if (args[0].equals("window")) {
                window(folder);
            } else {
                commands(folder, bars);
            }
        } finally {
            remove(folder);
        }
        System.exit(0);
    }

    private static void commands(Path folder, Path bars) {
        run(folder, "--help");
        run(folder, "data", "list");
        run(folder, "backtest", "sma-cross", "--data", bars.toString());
        run(folder, "backtest", "rsi-reversion", "--data", SYMBOL, "--fills", "realistic", "--json");
        run(folder, "runs");
    }

    private static void run(Path folder, String... arguments) {
        PrintStream out = new PrintStream(OutputStream.nullOutputStream());
        List<String> all = Stream.concat(Stream.of("--home", folder.toString()), Stream.of(arguments))
                .toList();
        try (CommandHomes homes = new CommandHomes(Map.of())) {
            int code = TickwrightCommand.run(all, out, System.err, homes);
            if (code != 0) {
                throw new IllegalStateException("Rehearsing " + String.join(" ", arguments) + " gave " + code);
            }
        }
    }

    private static void window(Path folder) throws IOException, StoreException {
        if (!Display.missingForHeadless().isEmpty()) {
            System.err.println("The window starts without a cache: drawing text needs "
                    + String.join(" ", Display.missingForHeadless()));
            return;
        }
        Logging.quietToolkit();
        try (OpenHome open = OpenHome.forWriting(new TickwrightHome(folder))) {
            if (open != null) {
                DesktopApplication.rehearse(open);
            }
        }
        platform();
    }

    /// Loads what the toolkit has for a display, which was not used without one.
    private static void platform() throws IOException {
        Path jar = Path.of(javafx.stage.Stage.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        if (!Files.isRegularFile(jar)) {
            return;
        }
        try (ZipFile file = new ZipFile(jar.toFile())) {
            file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.matches("com/sun/(glass/ui/(gtk|win|mac)|prism/es2)/[^/]*\\.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .forEach(Rehearsal::load);
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, Rehearsal.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // Of another system than this one.
        }
    }

    /// A random walk as a file of daily bars, the same each time.
    private static Path bars(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        LocalDate day = LocalDate.of(2016, 1, 4);
        double close = 100;
        for (int i = 0; i < BARS; i++) {
            double open = close;
            close = open * (0.98 + 0.0402 * random.nextDouble());
            text.append(String.format(
                    Locale.ROOT,
                    "%s,%.2f,%.2f,%.2f,%.2f,%d%n",
                    day.plusDays(i),
                    open,
                    Math.max(open, close) + 1,
                    Math.min(open, close) - 1,
                    close,
                    random.nextInt(1_000, 9_000)));
        }
        return Files.writeString(file, text);
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Rehearsal::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The log of this very program may still be open where that locks it; the system clears the folder.
        }
    }
}
