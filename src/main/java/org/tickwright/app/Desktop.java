package org.tickwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.tickwright.desktop.DeskCommand;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.backtest.BacktestPlace;
import org.tickwright.desktop.chart.ChartsPlace;
import org.tickwright.desktop.data.DataPlace;
import org.tickwright.desktop.market.MarketPlace;
import org.tickwright.desktop.shell.Routes;
import org.tickwright.desktop.shell.StartOptions;
import org.tickwright.desktop.shell.StartOptions.Welcome;
import org.tickwright.desktop.shell.Workstation;
import org.tickwright.desktop.studio.StudioPlace;
import org.tickwright.kernel.Clock;
import org.tickwright.workbench.live.LiveMarket;

/// Wires the frame, its places and the threads they work on.
final class Desktop {
    private static final long NANOS = 1_000_000_000L;

    private Desktop() {}

    /// The workstation over an open home. On the JavaFX thread.
    static Workstation assemble(OpenHome open, Welcome welcome) {
        Workstation frame = new Workstation(
                open.workbench(),
                new StartOptions(
                        background(), machineClock(), () -> size(open.home().store()), welcome));
        ChartsPlace charts = new ChartsPlace(frame);
        StudioPlace studio = new StudioPlace(frame);
        BacktestPlace backtest = new BacktestPlace(frame);
        DataPlace data = new DataPlace(frame);
        LiveMarket live = new LiveMarket(feeds(), new MachineTempo());
        MarketPlace market = new MarketPlace(frame, live);
        charts.live(live);
        frame.live(live::state, DeskCommand.of("frame.market", "Start the simulated market", null, () -> {
            frame.go(PlaceId.MARKET);
            market.model().start();
        }));
        frame.offer(DeskCommand.of("frame.sql", "Ask the store in SQL", "Shortcut+Shift+K", () -> {
            frame.go(PlaceId.DATA);
            data.openSql();
        }));
        frame.open(
                List.of(charts, studio, backtest, data, market),
                new Routes(
                        charts::openChart,
                        charts::openRunOnChart,
                        studio::open,
                        backtest::openWizard,
                        backtest::openRun,
                        charts::openChart));
        return frame;
    }

    /// Threads for feeds, while there is one.
    private static Executor feeds() {
        return Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "feed");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static Clock machineClock() {
        return () -> {
            Instant now = Instant.now();
            return now.getEpochSecond() * NANOS + now.getNano();
        };
    }

    private static Executor background() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), work -> {
            Thread thread = new Thread(work, "background-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    private static long size(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            return -1;
        }
    }
}
