package org.tickwright.desktop.market;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.Faults;
import org.tickwright.market.exchange.ExchangeSettings;
import org.tickwright.market.feed.PacedFeed;
import org.tickwright.workbench.live.LiveMarket;
import org.tickwright.workbench.live.LiveState;

/// What the Market place shows and does, without a toolkit: the state of the live market, the fields of the simulated
/// exchange, the recordings of the home. JavaFX thread.
public final class MarketModel {
    /// Speeds to choose from; the last one waits for nothing.
    static final List<String> SPEEDS = List.of("1x", "2x", "5x", "10x", "60x", "600x", "max");

    private static final String SUFFIX = ".feed";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Desk desk;
    private final LiveMarket market;
    private final ReadOnlyObjectWrapper<LiveState> state = new ReadOnlyObjectWrapper<>(LiveState.NONE);
    private final ObservableList<Recorded> recordings = FXCollections.observableArrayList();
    private final StringProperty seed = new SimpleStringProperty("1");
    private final StringProperty rate = new SimpleStringProperty("20");
    private final StringProperty speed = new SimpleStringProperty(SPEEDS.getFirst());
    private final StringProperty trouble = new SimpleStringProperty("");

    /// A recording in the home.
    public record Recorded(Path file, long bytes, Instant changed) {
        /// The file's name.
        public String name() {
            return file.getFileName().toString();
        }
    }

    MarketModel(Desk desk, LiveMarket market) {
        this.desk = desk;
        this.market = market;
        speed.addListener((o, was, is) -> market.speed(factor(is)));
    }

    /// How the market stands, as of the last [#refresh()].
    public ReadOnlyObjectProperty<LiveState> state() {
        return state.getReadOnlyProperty();
    }

    /// The recordings, the newest first.
    public ObservableList<Recorded> recordings() {
        return recordings;
    }

    /// The seed of the exchange as it is typed.
    public StringProperty seed() {
        return seed;
    }

    /// Events per second as they are typed.
    public StringProperty rate() {
        return rate;
    }

    /// The speed, one of [#SPEEDS].
    public StringProperty speed() {
        return speed;
    }

    /// What is wrong with the fields, in words; empty where nothing is.
    public StringProperty trouble() {
        return trouble;
    }

    /// Takes the state as it is now. Each state is an object of its own: comparing all of it would cost more.
    @SuppressWarnings("ReferenceEquality")
    void refresh() {
        LiveState now = market.state();
        if (now != state.get()) {
            boolean ended = state.get().recording() != null && now.recording() == null;
            state.set(now);
            if (ended) {
                list();
            }
        }
    }

    static double factor(String text) {
        return text.equals("max") ? PacedFeed.UNBOUNDED : Double.parseDouble(text.replace("x", ""));
    }

    /// Starts the simulated exchange with the fields.
    public void start() {
        Long number = number(seed.get());
        double events = rate(rate.get());
        if (number == null) {
            trouble.set("A seed is a whole number, was '" + seed.get() + "'.");
        } else if (!(events >= ExchangeSettings.SLOWEST && events <= ExchangeSettings.FASTEST)) {
            trouble.set("Events per second are 1 to 100,000, were '" + rate.get() + "'.");
        } else {
            trouble.set("");
            double factor = factor(speed.get());
            work("The simulated exchange was not started", () -> market.simulate(number, events, factor));
        }
    }

    private static @Nullable Long number(String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static double rate(String text) {
        try {
            return Double.parseDouble(text.strip().replace(",", ""));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// Ends what runs.
    public void stop() {
        work("The feed was not stopped", market::stop);
    }

    /// Stands still, or goes on.
    public void pause() {
        market.pause(!state.get().pace().paused());
        refresh();
    }

    /// One event more.
    public void step() {
        market.step(1);
        refresh();
    }

    /// Begins a recording, or ends it.
    public void record() {
        if (state.get().recording() != null) {
            work("The recording was not ended", market::stopRecording);
        } else if (desk.workbench().readOnly()) {
            desk.notify("Nothing is recorded: this home is open for reading only.", true);
        } else {
            long now = state.get().time();
            String stamp = STAMP.format(Instant.ofEpochSecond(Math.floorDiv(now, 1_000_000_000L)));
            work("The recording was not started", () -> market.record(free(stamp)));
        }
    }

    private Path folder() {
        return desk.workbench().home().resolve("recordings");
    }

    private Path free(String stamp) throws IOException {
        Files.createDirectories(folder());
        Path file = folder().resolve("market-" + stamp + SUFFIX);
        for (int i = 2; Files.exists(file); i++) {
            file = folder().resolve("market-" + stamp + "-" + i + SUFFIX);
        }
        return file;
    }

    /// Tells a recording again; from its first event, one by one, if `stepping`.
    public void replay(Recorded recorded, boolean stepping) {
        double factor = factor(speed.get());
        work("The recording was not opened", () -> market.replay(recorded.file(), factor, stepping));
    }

    /// Reads which recordings there are.
    void list() {
        desk.tasks()
                .quietly(
                        progress -> read(),
                        (Consumer<List<Recorded>>) recordings::setAll,
                        failure -> desk.notify(Faults.inWords("The recordings were not listed", failure), true));
    }

    private List<Recorded> read() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        List<Recorded> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                found.add(new Recorded(
                        file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
            }
        }
        found.sort(Comparator.comparing(Recorded::name).reversed());
        return found;
    }

    @FunctionalInterface
    private interface Action {
        void run() throws Exception;
    }

    private void work(String failure, Action action) {
        desk.tasks()
                .quietly(
                        progress -> {
                            action.run();
                            return market.state();
                        },
                        done -> {
                            refresh();
                            list();
                        },
                        fault -> desk.notify(Faults.inWords(failure, fault), true));
    }
}
