package org.tickwright.desktop.market;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.Faults;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.exchange.ExchangeSettings;
import org.tickwright.market.feed.PacedFeed;
import org.tickwright.workbench.live.LiveMarket;
import org.tickwright.workbench.live.LiveState;

/// What the Market place shows and does, without a toolkit: the state of the live market, the fields of the simulated
/// exchange, what can be told again. JavaFX thread.
public final class MarketModel {
    /// Speeds to choose from; the last one waits for nothing.
    static final List<String> SPEEDS = List.of("1x", "2x", "5x", "10x", "60x", "600x", "3600x", "86400x", "max");

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Desk desk;
    private final LiveMarket market;
    private final ReadOnlyObjectWrapper<LiveState> state = new ReadOnlyObjectWrapper<>(LiveState.NONE);
    private final ReplayShelf shelf;
    private final ObservableList<Replayable> all = FXCollections.observableArrayList();
    private final FilteredList<Replayable> shown = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty("");
    private final StringProperty seed = new SimpleStringProperty("1");
    private final StringProperty rate = new SimpleStringProperty("20");
    private final StringProperty speed = new SimpleStringProperty(SPEEDS.getFirst());
    private final StringProperty trouble = new SimpleStringProperty("");

    MarketModel(Desk desk, LiveMarket market) {
        this.desk = desk;
        this.market = market;
        shelf = new ReplayShelf(desk.workbench());
        filter.addListener((o, was, is) -> {
            String wanted = is.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(each -> each.matches(wanted));
        });
        speed.addListener((o, was, is) -> market.speed(factor(is)));
    }

    /// How the market stands, as of the last [#refresh()].
    public ReadOnlyObjectProperty<LiveState> state() {
        return state.getReadOnlyProperty();
    }

    /// What can be told again and matches the filter: recordings, the newest first, then what the store keeps.
    public ObservableList<Replayable> replayable() {
        return shown;
    }

    /// A part of the names of what is looked for.
    public StringProperty filter() {
        return filter;
    }

    /// The series of an instrument that a chart shows first; null where none grows.
    @Nullable
    SeriesKey charted(String symbol) {
        return market.series().stream()
                .filter(key -> key.symbol().equals(symbol))
                .findFirst()
                .orElse(null);
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

    private Path free(String stamp) throws IOException {
        Path folder = Files.createDirectories(shelf.folder());
        Path file = folder.resolve("market-" + stamp + ReplayShelf.SUFFIX);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve("market-" + stamp + "-" + i + ReplayShelf.SUFFIX);
        }
        return file;
    }

    /// Tells something again; from its first event, one by one, if `stepping`.
    public void replay(Replayable chosen, boolean stepping) {
        double factor = factor(speed.get());
        work(
                chosen.name() + " is not replayed",
                () -> market.start(chosen.opening().open(), true, factor, stepping));
    }

    /// Reads what can be told again.
    void list() {
        desk.tasks()
                .quietly(
                        progress -> shelf.all(),
                        (Consumer<List<Replayable>>) all::setAll,
                        failure -> desk.notify(Faults.inWords("What can be replayed is not listed", failure), true));
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
