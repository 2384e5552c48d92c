package org.tickwright.desktop.backtest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.RunArchive;
import org.tickwright.engine.RunSettings;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;
import org.tickwright.report.ReportFormat;
import org.tickwright.report.ReportWriter;
import org.tickwright.report.SampleSheets;
import org.tickwright.report.TearSheet;
import org.tickwright.strategy.Problem;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.SeriesReading;
import org.tickwright.workbench.StrategyLibrary;

/// Use cases in memory: real templates, made-up series, runs worked out by [SampleSheets], failures on request.
final class FakeWork implements BacktestWork {
    private static final Bars BARS = SampleSheets.daily(2520);

    private final Map<String, TearSheet> archive = new LinkedHashMap<>();
    private final List<SeriesInfo> series = new ArrayList<>();
    private final List<RunSettings> ran = new ArrayList<>();
    private final List<Market> markets = new ArrayList<>();
    private List<Problem> problems = List.of();
    private @Nullable StoreException failure;
    private boolean busy;

    FakeWork() {
        series.add(info("AAPL", 252, false, "aapl_daily.csv"));
        series.add(info("SIM-TREND", 2520, true, "generator trend, seed 7"));
        series.add(info("BTCUSD", 1800, false, "bitstamp trades"));
    }

    private static SeriesInfo info(String symbol, int bars, boolean simulated, String source) {
        return new SeriesInfo(
                new SeriesKey(symbol, Timeframe.DAY),
                1,
                bars,
                BARS.time(0),
                BARS.time(bars - 1),
                BARS.zone(),
                "a".repeat(64),
                simulated,
                source);
    }

    /// Archives a run that trades when averages of these lengths cross.
    String archive(int fast, int slow) {
        TearSheet made = SampleSheets.crossing(BARS, fast, slow, "sma-cross");
        String id = "r" + (archive.size() + 1);
        archive.put(
                id,
                new TearSheet(
                        id,
                        made.run(),
                        made.metrics(),
                        made.bars(),
                        made.strategyDescription(),
                        org.tickwright.strategy.StrategyCodec.write(template())));
        return id;
    }

    static StrategyDocument template() {
        return new StrategyLibrary(Path.of("unused")).templates().getFirst();
    }

    void problems(Problem... found) {
        problems = List.of(found);
    }

    void failWith(StoreException thrown) {
        failure = thrown;
    }

    /// Runs wait until they are cancelled.
    void stayBusy() {
        busy = true;
    }

    void removeAllSeries() {
        series.clear();
    }

    /// The settings of the runs made.
    List<RunSettings> ran() {
        return ran;
    }

    /// What the runs made were over.
    List<Market> markets() {
        return markets;
    }

    @Override
    public List<StrategyChoice> strategies() {
        return new StrategyLibrary(Path.of("unused"))
                .templates().stream()
                        .map(template -> new StrategyChoice(template, null, true))
                        .toList();
    }

    @Override
    public List<SeriesInfo> series() {
        return List.copyOf(series);
    }

    @Override
    public Verdict verdict(SeriesKey key) {
        if (!key.symbol().equals("BTCUSD")) {
            return new Verdict(List.of(), Map.of());
        }
        return new Verdict(
                List.of(new Finding(
                        "GAP",
                        Finding.Severity.WARNING,
                        0,
                        "3 days that usually have a bar are missing between 2015-01-05 and 2015-01-09",
                        "Fetch the missing bars if they exist")),
                Map.of("GAP", 1, "OUTLIER", 4));
    }

    @Override
    public List<Problem> check(StrategyDocument document) {
        return problems;
    }

    @Override
    public List<SeriesReading> readings(StrategyDocument document, SeriesKey key, List<String> universe) {
        return List.of();
    }

    @Override
    public String run(StrategyDocument document, Market market, RunSettings settings, Progress progress)
            throws StoreException {
        if (failure != null) {
            throw failure;
        }
        progress.report(0.4, "1,008 of 2,520 bars");
        while (busy) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            Thread.onSpinWait();
        }
        ran.add(settings);
        markets.add(market);
        return archive(10, 30);
    }

    @Override
    public List<RunArchive.Entry> runs() {
        List<RunArchive.Entry> entries = new ArrayList<>();
        long created = 1_700_000_000_000_000_000L;
        for (TearSheet sheet : archive.values()) {
            created += 86_400_000_000_000L;
            entries.addFirst(new RunArchive.Entry(
                    sheet.runId(),
                    created,
                    sheet.run().strategyName(),
                    sheet.run().series().toString(),
                    sheet.run().settings().fills(),
                    sheet.run().summary()));
        }
        return entries;
    }

    @Override
    public Optional<TearSheet> tearSheet(String runId) {
        return Optional.ofNullable(archive.get(runId));
    }

    @Override
    public boolean delete(String runId) {
        return archive.remove(runId) != null;
    }

    @Override
    public List<Path> report(String runId, Set<ReportFormat> formats, Path directory) throws IOException {
        return ReportWriter.write(archive.get(runId), formats, directory);
    }
}
