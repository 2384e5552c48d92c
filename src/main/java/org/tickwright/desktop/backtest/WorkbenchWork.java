package org.tickwright.desktop.backtest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.engine.RunArchive;
import org.tickwright.engine.RunSettings;
import org.tickwright.kernel.Progress;
import org.tickwright.market.MarketData;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.audit.RunFindings;
import org.tickwright.report.ReportFormat;
import org.tickwright.report.TearSheet;
import org.tickwright.strategy.Problem;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.SeriesReading;
import org.tickwright.workbench.StrategyLibrary;
import org.tickwright.workbench.Workbench;

/// The use cases of the workbench as this place uses them.
final class WorkbenchWork implements BacktestWork {
    private static final Logger LOG = LoggerFactory.getLogger(WorkbenchWork.class);
    private final Workbench workbench;

    WorkbenchWork(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public List<StrategyChoice> strategies() throws IOException {
        List<StrategyChoice> choices = new ArrayList<>();
        for (StrategyDocument template : workbench.strategies().templates()) {
            choices.add(new StrategyChoice(template, null, true));
        }
        for (StrategyLibrary.Item item : workbench.strategies().list()) {
            try {
                choices.add(new StrategyChoice(workbench.strategies().open(item.file()), item.file(), false));
            } catch (StrategyFormatException e) {
                LOG.warn("Strategy {} left out of the wizard: {}", item.file(), e.getMessage());
            }
        }
        return choices;
    }

    @Override
    public List<SeriesInfo> series() throws StoreException {
        return workbench.series().list();
    }

    @Override
    public Verdict verdict(SeriesKey key) throws StoreException {
        return workbench
                .series()
                .audit(key)
                .map(report -> new Verdict(report.findings(), report.findingCounts()))
                .orElseGet(() -> new Verdict(List.of(), Map.of()));
    }

    @Override
    public List<Problem> check(StrategyDocument document) {
        return workbench.backtests().check(document);
    }

    @Override
    public List<SeriesReading> readings(StrategyDocument document, SeriesKey key, List<String> universe)
            throws Backtests.InvalidStrategyException, StoreException {
        return workbench.backtests().readings(document, key, universe);
    }

    @Override
    public String run(StrategyDocument document, Market market, RunSettings settings, Progress progress)
            throws Backtests.InvalidStrategyException, StoreException {
        Backtests backtests = workbench.backtests();
        MarketData stored = backtests.stored(market.series(), market.universe(), settings);
        RunFindings found =
                workbench.series().findings(market.series(), settings.from(), settings.to(), market.acceptErrors());
        RunSettings knowing = workbench.knowing(settings, stored.base());
        return backtests
                .run(document, stored, market.closes(), knowing, found, progress)
                .id();
    }

    @Override
    public List<RunArchive.Entry> runs() throws StoreException {
        return workbench.backtests().list();
    }

    @Override
    public Optional<TearSheet> tearSheet(String runId) throws StoreException {
        return workbench.backtests().tearSheet(runId);
    }

    @Override
    public boolean delete(String runId) throws StoreException {
        return workbench.backtests().delete(runId);
    }

    @Override
    public List<Path> report(String runId, Set<ReportFormat> formats, Path directory)
            throws StoreException, IOException {
        return workbench.backtests().report(runId, formats, directory);
    }
}
