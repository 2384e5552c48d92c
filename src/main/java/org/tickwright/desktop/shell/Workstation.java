package org.tickwright.desktop.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.DeskCommand;
import org.tickwright.desktop.DeskSettings;
import org.tickwright.desktop.Faults;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.desktop.Place;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.help.HelpCard;
import org.tickwright.market.SeriesKey;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.Workbench;
import org.tickwright.workbench.live.LiveState;

/// The workstation's frame around its places.
///
/// The composition root makes it, makes the places with it as their [Desk], hands them over with [#open], and shows it:
/// `new Workstation(bench, options)`, `open(places, routes)`, `show(stage)`. Everything on the JavaFX thread.
public final class Workstation implements Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Workstation.class);

    private final Workbench workbench;
    private final StartOptions options;
    private final TaskRunner tasks;
    private final DeskSettings deskSettings = new DeskSettings();
    private final SettingsFile settingsFile;
    private final KeyMap keys;
    private final Map<PlaceId, Place> places = new EnumMap<>(PlaceId.class);
    private final Frame frame;
    private final Commands commands;
    private final CommandPalette palette;
    private final SettingsPage settingsPage;
    private Settings settings;
    private Workspace workspace;
    private final boolean firstTime;
    private final List<DeskCommand> offered = new ArrayList<>();
    private Routes routes = Routes.NONE;
    private @Nullable Place current;

    /// A frame over the use cases; [#open] gives it its places.
    public Workstation(Workbench workbench, StartOptions options) {
        this.workbench = workbench;
        this.options = options;
        Typeface.load();
        tasks = new TaskRunner(options.background(), Platform::runLater, System::nanoTime);
        settingsFile = new SettingsFile(workbench.home());
        SettingsFile.Loaded loaded = settingsFile.load();
        settings = loaded.settings();
        Optional<Workspace> before = Workspace.load(workbench.home());
        firstTime = before.isEmpty();
        workspace = before.orElse(Workspace.FIRST);
        Path keyFile = workbench.home().resolve("keymap.json");
        keys = KeyMap.load(keyFile);
        commands = new Commands(this);
        palette = new CommandPalette(this::closeOverlay);
        StoreCareModel care = new StoreCareModel(
                workbench.storage(), tasks, () -> deskSettings.numbers().get());
        settingsPage = new SettingsPage(
                workbench.home(), keyFile, new StoreCard(care, workbench), changed -> change(now -> changed));
        frame = new Frame(tasks.running(), options.clock(), workbench.readOnly(), commands);
        apply(settings);
        if (loaded.trouble() != null) {
            notify(loaded.trouble(), true);
        }
        keys.troubles().forEach(trouble -> notify(trouble, true));
    }

    /// Takes the places, in the rail's order, and the ways between them. Once.
    public void open(List<? extends Place> all, Routes ways) {
        routes = ways;
        for (Place place : all) {
            places.put(place.id(), place);
            place.restore(workspace.states().getOrDefault(place.id(), Map.of()));
        }
        frame.rail(new Rail(List.copyOf(places.keySet()), commands::keyOf, this::go, this::openSettings));
        new KeyRouter(this, keys).listen(frame.scene());
        go(
                places.containsKey(workspace.place())
                        ? workspace.place()
                        : places.keySet().iterator().next());
    }

    /// Shows in the status bar how a live market stands, and offers a command that starts one everywhere.
    public void live(Supplier<LiveState> state, DeskCommand start) {
        frame.statusBar().live(state);
        offered.add(start);
    }

    /// Offers a command of a place everywhere.
    public void offer(DeskCommand command) {
        offered.add(command);
    }

    /// Commands of other places that are at hand everywhere.
    List<DeskCommand> offered() {
        return List.copyOf(offered);
    }

    /// Shows the window, with the first-launch card where it is due.
    public void show(Stage stage) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> unexpected(failure));
        stage.setTitle("Tickwright");
        stage.setMinWidth(1024);
        stage.setMinHeight(640);
        stage.setScene(frame.scene());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(workspace.width(), screen.getWidth()));
        stage.setHeight(Math.min(workspace.height(), screen.getHeight()));
        stage.setMaximized(workspace.maximised());
        stage.setOnHiding(event -> remember(stage));
        stage.show();
        frame.statusBar().start();
        measureStore();
        tasks.running().addListener((ListChangeListener<RunningTask>) change -> {
            if (tasks.running().isEmpty()) {
                measureStore();
            }
        });
        if (options.welcome() == StartOptions.Welcome.ALWAYS
                || (options.welcome() == StartOptions.Welcome.FIRST_TIME && firstTime)) {
            welcome();
        }
    }

    /// The workstation's picture at a size as it is now, without needing a window of that size.
    public WritableImage snapshot(int width, int height) {
        frame.layOut(width, height);
        SnapshotParameters plain = new SnapshotParameters();
        plain.setViewport(new Rectangle2D(0, 0, width, height));
        return frame.root().snapshot(plain, new WritableImage(width, height));
    }

    /// The scene, for tests and pictures.
    public Scene scene() {
        return frame.scene();
    }

    /// Shows the first-launch card.
    public void welcome() {
        WelcomeCard card = new WelcomeCard(this::trySample, this::bringOwn);
        frame.overlay().show(card.view(), Pos.CENTER, card.sample());
    }

    /// Installs the samples and shows a chart, a drawn strategy and its backtest.
    public void trySample() {
        FirstRunCard card = new FirstRunCard(tasks.running());
        frame.overlay().show(card.view(), Pos.CENTER, card.view());
        card.start();
        new FirstRun(this, () -> putAway(card)).start();
    }

    private void putAway(FirstRunCard card) {
        answered();
        if (card.view().equals(frame.overlay().content())) {
            closeOverlay();
        }
    }

    private void bringOwn() {
        closeOverlay();
        go(PlaceId.DATA);
        Place data = places.get(PlaceId.DATA);
        if (data != null) {
            data.commands().stream()
                    .filter(command -> command.id().equals("data.import"))
                    .forEach(command -> command.action().run());
        }
        answered();
    }

    /// True while no work is under way in the background, seen or unseen.
    public boolean idle() {
        return tasks.idle();
    }

    /// The workstation's picture at a size, taken once the background work is done and the screen has settled. The
    /// window has to be shown and takes that size.
    public CompletionStage<WritableImage> picture(int width, int height) {
        return new Portrait(frame, this::idle).take(width, height);
    }

    /// Lets go of timers and remembers where a person left off.
    public void close() {
        frame.statusBar().stop();
        if (current != null) {
            current.hidden();
            current = null;
        }
    }

    @Override
    public Workbench workbench() {
        return workbench;
    }

    @Override
    public BackgroundTasks tasks() {
        return tasks;
    }

    @Override
    public DeskSettings settings() {
        return deskSettings;
    }

    @Override
    public void go(PlaceId id) {
        Place place = places.get(id);
        if (place == null || place.equals(current)) {
            return;
        }
        leave();
        current = place;
        frame.show(place.view(), id);
        place.shown();
    }

    @Override
    public void openChart(SeriesKey series) {
        go(PlaceId.CHARTS);
        routes.chart().accept(series);
    }

    @Override
    public void openChart(SeriesKey series, long from, long to) {
        go(PlaceId.CHARTS);
        routes.span().open(series, from, to);
    }

    @Override
    public void openRunOnChart(String runId, int trade) {
        go(PlaceId.CHARTS);
        routes.runOnChart().open(runId, trade);
    }

    @Override
    public void openStrategy(StrategyDocument document, @Nullable Path file) {
        go(PlaceId.STUDIO);
        routes.strategy().open(document, file);
    }

    @Override
    public void openWizard(StrategyDocument document, @Nullable SeriesKey series) {
        go(PlaceId.BACKTEST);
        routes.wizard().open(document, series);
    }

    @Override
    public void openRun(String runId) {
        go(PlaceId.BACKTEST);
        routes.run().accept(runId);
    }

    @Override
    public void notify(String message, boolean error) {
        frame.toasts().show(message, error);
    }

    /// The place at the front, null while settings are.
    @Nullable
    Place current() {
        return current;
    }

    List<Place> places() {
        return List.copyOf(places.values());
    }

    KeyMap keys() {
        return keys;
    }

    Commands commands() {
        return commands;
    }

    boolean overlayOpen() {
        return frame.overlay().open();
    }

    boolean closeOverlay() {
        return frame.overlay().close();
    }

    /// Steps back: out of an overlay, inside the place, out of the settings, a message away.
    boolean back() {
        if (closeOverlay() || (current != null && current.back())) {
            return true;
        }
        if (current == null && !places.isEmpty()) {
            go(workspace.place());
            return true;
        }
        return frame.toasts().dismissNewest();
    }

    void openPalette() {
        palette.offer(commands.entries());
        frame.overlay().show(palette.view(), Pos.TOP_CENTER, palette.query());
        tasks.quietly(
                progress -> new PaletteLoader(this, this::openHelp).load(),
                palette::offerMore,
                failure -> notify(Faults.inWords("Symbols and runs not listed", failure), true));
    }

    void openKeys() {
        Place place = current;
        KeysPage page = new KeysPage(
                place == null ? "Settings" : place.id().title(),
                place == null ? List.of() : place.commands(),
                commands.all(),
                keys,
                this::closeOverlay);
        frame.overlay().show(page.view(), Pos.CENTER, page.close());
    }

    @Override
    public void openHelp(HelpTopic topic) {
        openHelp(topic, "");
    }

    /// Opens a help page at a heading, at its beginning where that is empty.
    void openHelp(HelpTopic topic, String heading) {
        HelpCard card = new HelpCard(topic, heading, this::openKeys, this::closeOverlay);
        frame.overlay().show(card.view(), Pos.CENTER, card.focus());
    }

    /// Opens the help page of what is at hand.
    void openHelp() {
        Place place = current;
        openHelp(place == null ? HelpTopic.BACKTESTS : place.help());
    }

    void openSettings() {
        leave();
        settingsPage.show(settings);
        settingsPage.showKeys(troubles(), keySections());
        frame.show(settingsPage.view(), null);
        settingsPage.focus();
    }

    void toggleTheme() {
        change(now -> now.withTheme(now.theme() == Theme.DARK ? Theme.LIGHT : Theme.DARK));
    }

    /// Changes theme or language of numbers and saves it.
    void change(UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings);
        settings = changed;
        apply(changed);
        settingsPage.show(changed);
        if (workbench.readOnly()) {
            return;
        }
        tasks.quietly(
                progress -> {
                    settingsFile.save(changed);
                    return changed;
                },
                saved -> {},
                failure ->
                        notify(Faults.inWords("Settings not saved, they hold until the program ends", failure), true));
    }

    private void apply(Settings now) {
        now.theme().dress(frame.scene());
        deskSettings.palette().set(now.theme().palette());
        deskSettings.numbers().set(now.numbers());
    }

    private void leave() {
        Place place = current;
        if (place != null) {
            workspace = new Workspace(
                    workspace.width(), workspace.height(), workspace.maximised(), place.id(), workspace.states());
            current = null;
            place.hidden();
        }
    }

    private List<String> troubles() {
        List<String> troubles = new ArrayList<>(keys.troubles());
        for (Place place : places.values()) {
            List<DeskCommand> together = new ArrayList<>(commands.all());
            together.addAll(place.commands());
            for (KeyMap.Conflict conflict : keys.conflicts(together)) {
                String trouble = KeyMap.words(conflict.key()) + " is the key of both '"
                        + conflict.first().title() + "' and '"
                        + conflict.second().title() + "' in " + place.id().title() + "; the first runs.";
                if (!troubles.contains(trouble)) {
                    troubles.add(trouble);
                }
            }
        }
        return troubles;
    }

    private List<javafx.scene.Node> keySections() {
        List<javafx.scene.Node> sections = new ArrayList<>();
        sections.add(KeysPage.section("Everywhere", commands.all(), keys));
        for (Place place : places.values()) {
            sections.add(KeysPage.section(place.id().title(), place.commands(), keys));
        }
        return sections;
    }

    private void measureStore() {
        tasks.quietly(
                progress -> options.storeBytes().getAsLong(),
                bytes -> frame.statusBar().storeBytes(bytes),
                failure -> LOG.debug("Size of the store not measured", failure));
    }

    /// Where a person is now: what the next start finds again.
    private Workspace here(Stage stage) {
        Map<PlaceId, Map<String, String>> states = new EnumMap<>(PlaceId.class);
        places.forEach((id, place) -> states.put(id, place.state()));
        boolean whole = stage.isMaximized();
        return new Workspace(
                whole ? workspace.width() : stage.getWidth(),
                whole ? workspace.height() : stage.getHeight(),
                whole,
                current == null ? workspace.place() : current.id(),
                states);
    }

    private void remember(Stage stage) {
        Workspace left = here(stage);
        close();
        if (!workbench.readOnly()) {
            try {
                left.save(workbench.home());
            } catch (IOException e) {
                LOG.warn("Workspace not saved", e);
            }
        }
    }

    /// Remembers at once that the first-launch card was answered, in case the program does not end as it should.
    private void answered() {
        if (frame.scene().getWindow() instanceof Stage stage && !workbench.readOnly()) {
            Workspace now = here(stage);
            tasks.quietly(
                    progress -> {
                        now.save(workbench.home());
                        return now;
                    },
                    saved -> {},
                    failure -> LOG.warn("Workspace not saved", failure));
        }
    }

    private void unexpected(Throwable failure) {
        LOG.error("Unexpected failure on the JavaFX thread", failure);
        notify(Faults.inWords("That did not work", failure), true);
    }
}
