package org.tickwright.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.adapter.duckdb.ParquetFiles;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.feed.Tempo;
import org.tickwright.market.feed.VirtualTempo;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.MemoryRunArchive;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.SeriesFiles;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.StrategyLibrary;
import org.tickwright.workbench.Workbench;

/// A command line over a workbench in memory and a file of prices, with what it printed.
abstract class CommandLineFixture {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final SeriesFiles FILES = new SeriesFiles(new ParquetFiles());

    @TempDir
    Path directory;

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    Workbench workbench;
    boolean homeInUse;

    @Nullable
    Path homeAsked;

    Path prices;

    @BeforeEach
    void openWorkbench() throws IOException {
        MemoryBarStore store = new MemoryBarStore();
        IndicatorCatalogue indicators = IndicatorCatalogue.builtIn();
        workbench = new Workbench(
                directory,
                false,
                indicators,
                new SeriesLibrary(store, FILES),
                new StrategyLibrary(directory.resolve("strategies")),
                new Backtests(store, new MemoryRunArchive(), indicators));
        prices = directory.resolve("WAVE.csv");
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        for (int day = 0; day < 250; day++) {
            double close = 100 + Math.round(1000 * StrictMath.sin(day / 9.0)) / 100.0;
            String date = java.time.LocalDate.of(2020, 1, 1).plusDays(day).toString();
            text.append(String.format(
                    Locale.ROOT, "%s,%.2f,%.2f,%.2f,%.2f,%d%n", date, close, close + 1, close - 1, close, 1000 + day));
        }
        Files.writeString(prices, text);
    }

    int run(String... arguments) {
        out.reset();
        err.reset();
        return TickwrightCommand.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new WorkbenchAccess() {
                    @Override
                    public Workbench writable(@Nullable Path home) {
                        if (homeInUse) {
                            throw new HomeInUse("The home is in use by process 1.");
                        }
                        return workbench;
                    }

                    @Override
                    public Tempo tempo() {
                        return new VirtualTempo(1_772_463_600_000_000_000L);
                    }

                    @Override
                    public SeriesFiles files() {
                        return FILES;
                    }

                    @Override
                    public Workbench readable(@Nullable Path home) {
                        homeAsked = home;
                        return workbench;
                    }
                });
    }

    String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    JsonNode json() throws IOException {
        return JSON.readTree(output());
    }

    Path indexStrategy() throws IOException {
        return Files.writeString(directory.resolve("index.strategy.json"), """
            {"format": "tickwright-strategy", "version": 1, "name": "Index filter",
             "nodes": [
              {"id": "index", "type": "price", "params": {"instrument": "INDEX"}},
              {"id": "average", "type": "indicator.SMA", "params": {"optInTimePeriod": 5}},
              {"id": "above", "type": "greater"}, {"id": "below", "type": "less"},
              {"id": "enterLong", "type": "enterLong"}, {"id": "exitLong", "type": "exitLong"}],
             "wires": [
              {"from": "index.value", "to": "average.real"},
              {"from": "index.value", "to": "above.a"}, {"from": "average.value", "to": "above.b"},
              {"from": "index.value", "to": "below.a"}, {"from": "average.value", "to": "below.b"},
              {"from": "above.value", "to": "enterLong.when"},
              {"from": "below.value", "to": "exitLong.when"}]}
            """);
    }
}
