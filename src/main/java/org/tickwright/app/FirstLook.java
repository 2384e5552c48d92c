package org.tickwright.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.engine.FillTerms;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.Summary;
import org.tickwright.kernel.Progress;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;
import org.tickwright.report.ReportFormat;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.Backtests.InvalidStrategyException;
import org.tickwright.workbench.Workbench;

/// What starting does where no window can open: the main job on the sample data, and a picture of the window.
final class FirstLook {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);
    private static final SeriesKey SAMPLE = new SeriesKey("AAPL", Timeframe.DAY);

    private final TickwrightHome home;
    private final PrintStream out;

    private FirstLook(TickwrightHome home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    /// Does it all and says where everything lies; returns the exit code.
    static int run(TickwrightHome home, String why, String advice) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(why + " Tickwright does its main job without one.");
        FirstLook look = new FirstLook(home, out);
        try (OpenHome open = look.open()) {
            if (open == null) {
                out.println("The home " + home.directory() + " is in use by " + HomeLock.holder(home)
                        + ". Nothing was changed. Close that program, or name another home with --home DIR.");
                return 1;
            }
            look.backtest(open.workbench());
            look.pictures(open);
        } catch (IOException | StoreException | InvalidStrategyException e) {
            LOG.error("The first look failed", e);
            out.println("That did not work: " + e.getMessage() + ". Details are in " + home.logs() + ".");
            return 1;
        }
        out.println(advice);
        return 0;
    }

    private @Nullable OpenHome open() throws IOException, StoreException {
        return OpenHome.forWriting(home);
    }

    private void backtest(Workbench workbench) throws StoreException, IOException, InvalidStrategyException {
        workbench.series().installSamples(Progress.NONE);
        StrategyDocument strategy = workbench.strategies().templates().stream()
                .filter(t -> t.name().equals("sma-cross"))
                .findFirst()
                .orElseThrow(() -> new IOException("The template sma-cross is missing from the program"));
        RunSettings costs = new RunSettings(
                        100_000,
                        2,
                        1,
                        null,
                        true,
                        RunSettings.Direction.LONG,
                        null,
                        null,
                        "plain",
                        252,
                        null,
                        null,
                        Map.of())
                .filling(RunSettings.REALISTIC, FillTerms.DEFAULTS);
        Backtests.Archived run = workbench.backtests().run(strategy, SAMPLE, costs, Progress.NONE);
        Summary s = run.result().summary();
        out.printf(
                Locale.ROOT,
                "Backtest %s: sma-cross on %s, %d bars, commission 2 bps, slippage 1 bps, realistic fills%n",
                run.id(),
                SAMPLE,
                s.bars());
        out.printf(
                Locale.ROOT,
                "  total return %.2f %% (buy and hold %.2f %%), max drawdown %.2f %%, %d trades%n",
                100 * s.totalReturn(),
                100 * s.buyHoldReturn(),
                100 * s.maxDrawdown(),
                s.trades());
        Path folder = home.reports().resolve(run.id());
        List<Path> files = workbench.backtests().report(run.id(), EnumSet.allOf(ReportFormat.class), folder);
        files.forEach(file -> out.println("  " + file));
    }

    private void pictures(OpenHome open) throws IOException {
        List<String> missing = Display.missingForHeadless();
        if (!missing.isEmpty()) {
            out.println("Pictures of the window were left out: drawing text needs 'apt-get install "
                    + String.join(" ", missing) + "' (as root).");
            return;
        }
        Path folder = home.directory().resolve("pictures");
        Files.createDirectories(folder);
        DesktopApplication.pictures(open, folder).forEach(file -> out.println("  " + file));
    }
}
