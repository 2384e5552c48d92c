package org.tickwright.desktop.tour;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.tickwright.desktop.DeskCommand;
import org.tickwright.desktop.Place;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.backtest.BacktestPlace;
import org.tickwright.desktop.chart.ChartsPlace;
import org.tickwright.desktop.data.DataPlace;
import org.tickwright.desktop.market.MarketPlace;
import org.tickwright.desktop.shell.Routes;
import org.tickwright.desktop.shell.StartOptions;
import org.tickwright.desktop.shell.Workstation;
import org.tickwright.desktop.studio.StudioPlace;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.RawFiles;
import org.tickwright.market.StoreException;
import org.tickwright.store.H2Store;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.MemoryRunArchive;
import org.tickwright.testing.RealTempo;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.EventLibrary;
import org.tickwright.workbench.Instruments;
import org.tickwright.workbench.SeriesFiles;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.Storage;
import org.tickwright.workbench.StoreUpkeep;
import org.tickwright.workbench.StrategyLibrary;
import org.tickwright.workbench.Workbench;
import org.tickwright.workbench.live.LiveMarket;

/// The whole workstation over stores in memory, on a home of its own, for a test to drive.
public final class TourWindow implements AutoCloseable {
    private static final long NOON = 1_750_000_000_000_000_000L;

    private final ExecutorService background =
            Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());
    private final ExecutorService feeds =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    private final Workbench workbench;
    private final LazyQueries queries;
    private final Path reports;
    private final H2Store kept;
    private final Workstation workstation;
    private final DataPlace data;
    private final ChartsPlace charts;
    private final StudioPlace studio;
    private final BacktestPlace backtest;
    private final RealTempo tempo = new RealTempo();
    private final LiveMarket live;
    private final MarketPlace market;
    private final Stage stage;

    /// Opens it on `home`; `welcome` says whether the first-launch card may show.
    public TourWindow(Path home, StartOptions.Welcome welcome) throws TimeoutException {
        MemoryBarStore store = new MemoryBarStore();
        IndicatorCatalogue indicators = IndicatorCatalogue.builtIn();
        reports = home.resolve("reports");
        kept = opened(home.resolve("kept"));
        queries = new LazyQueries(home.resolve("questions"), store);
        Workbench plain = new Workbench(
                home,
                false,
                indicators,
                library(home, store),
                new StrategyLibrary(home.resolve("strategies")),
                new Backtests(store, new MemoryRunArchive(), indicators));
        workbench = new Workbench(
                home,
                false,
                plain.catalogues(),
                plain.series(),
                plain.strategies(),
                plain.backtests(),
                plain.sweeps(),
                new Storage(home, StoreUpkeep.NONE, null, queries));
        stage = FxToolkit.registerPrimaryStage();
        workstation = onScreen(
                () -> new Workstation(workbench, new StartOptions(background, () -> NOON, () -> 84_000_000, welcome)));
        data = onScreen(() -> new DataPlace(workstation));
        charts = onScreen(() -> new ChartsPlace(workstation));
        studio = onScreen(() -> new StudioPlace(workstation));
        backtest = onScreen(() -> BacktestPlace.exportingTo(workstation, reports));
        live = new LiveMarket(feeds, tempo);
        market = onScreen(() -> new MarketPlace(workstation, live));
        onScreen(() -> {
            charts.live(live);
            workstation.live(live::state, DeskCommand.of("frame.market", "Start the simulated market", null, () -> {
                workstation.go(PlaceId.MARKET);
                market.model().start();
            }));
            workstation.offer(DeskCommand.of("frame.sql", "Ask the store in SQL", "Shortcut+Shift+K", () -> {
                workstation.go(PlaceId.DATA);
                data.openSql();
            }));
            workstation.open(
                    List.of(charts, studio, backtest, data, market),
                    new Routes(
                            charts::openChart,
                            charts::openRunOnChart,
                            studio::open,
                            backtest::openWizard,
                            backtest::openRun,
                            charts::openChart));
            workstation.show(stage);
            return stage;
        });
    }

    /// Trades, quotes, splits and dividends have no home in memory.
    private static H2Store opened(Path directory) {
        try {
            return H2Store.open(directory, false);
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private SeriesLibrary library(Path home, MemoryBarStore store) {
        return new SeriesLibrary(
                store,
                SeriesFiles.TEXT,
                Instruments.shipped(),
                RawFiles.NONE,
                new EventLibrary(kept.ticks(), kept.actions(), RawFiles.NONE, home.resolve("recordings")));
    }

    /// The frame.
    public Workstation workstation() {
        return workstation;
    }

    /// The use cases behind it.
    public Workbench workbench() {
        return workbench;
    }

    /// Where exports go.
    public Path reports() {
        return reports;
    }

    /// The Data place.
    public DataPlace data() {
        return data;
    }

    /// The Charts place.
    public ChartsPlace charts() {
        return charts;
    }

    /// The Studio.
    public StudioPlace studio() {
        return studio;
    }

    /// The Market place.
    public MarketPlace market() {
        return market;
    }

    /// The clock of the live market.
    public RealTempo tempo() {
        return tempo;
    }

    /// The live market.
    public LiveMarket live() {
        return live;
    }

    /// The places in the order of the rail.
    public List<Place> places() {
        return List.of(charts, studio, backtest, data, market);
    }

    /// The window.
    public Stage stage() {
        return stage;
    }

    /// Does something on the JavaFX thread and waits for it.
    public static <T> T onScreen(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }

    /// Does something on the JavaFX thread and waits for it.
    public static void onScreen(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }

    /// Waits until nothing is under way in the background.
    public void settle() throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onScreen(workstation::idle));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Writes what the screen shows now to `target/screenshots`.
    public void photograph(String name) {
        new Pictures("screenshots").write(name, onScreen(() -> workstation.snapshot(1440, 900)));
    }

    /// The picture at a size once everything has settled.
    public WritableImage picture(int width, int height) throws Exception {
        return onScreen(() -> workstation.picture(width, height))
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws TimeoutException {
        live.stop();
        FxToolkit.setupStage(Stage::hide);
        background.shutdownNow();
        feeds.shutdownNow();
        queries.close();
        kept.close();
    }
}
