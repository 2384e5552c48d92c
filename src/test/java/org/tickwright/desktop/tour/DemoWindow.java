package org.tickwright.desktop.tour;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.tickwright.desktop.backtest.BacktestPlace;
import org.tickwright.desktop.chart.ChartsPlace;
import org.tickwright.desktop.data.DataPlace;
import org.tickwright.desktop.shell.Routes;
import org.tickwright.desktop.shell.StartOptions;
import org.tickwright.desktop.shell.Workstation;
import org.tickwright.desktop.studio.StudioPlace;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.MemoryRunArchive;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.StrategyLibrary;
import org.tickwright.workbench.Workbench;

/// The frame alone in a window, for looking at it.
public final class DemoWindow {
    private DemoWindow() {}

    private static void start(Path home) {
        MemoryBarStore store = new MemoryBarStore();
        IndicatorCatalogue indicators = IndicatorCatalogue.builtIn();
        Workbench bench = new Workbench(
                home,
                false,
                indicators,
                new SeriesLibrary(store),
                new StrategyLibrary(home.resolve("strategies")),
                new Backtests(store, new MemoryRunArchive(), indicators));
        var executor =
                Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());
        Workstation workstation = new Workstation(
                bench,
                new StartOptions(
                        executor,
                        () -> System.currentTimeMillis() * 1_000_000,
                        () -> 84_000_000,
                        StartOptions.Welcome.FIRST_TIME));
        ChartsPlace charts = new ChartsPlace(workstation);
        StudioPlace studio = new StudioPlace(workstation);
        BacktestPlace backtest = new BacktestPlace(workstation);
        workstation.open(
                List.of(charts, studio, backtest, new DataPlace(workstation)),
                new Routes(
                        charts::openChart,
                        charts::openRunOnChart,
                        studio::open,
                        backtest::openWizard,
                        backtest::openRun));
        workstation.show(new Stage());
    }

    /// Launches it on the home given.
    public static void main(String[] args) {
        Platform.startup(() -> start(Path.of(args[0])));
    }
}
