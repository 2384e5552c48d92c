package org.tickwright.desktop.backtest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tickwright.engine.RunSettings;
import org.tickwright.kernel.Progress;
import org.tickwright.market.MarketData;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;
import org.tickwright.market.audit.RunFindings;
import org.tickwright.report.SweepInWords;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.study.Tries;
import org.tickwright.study.sweep.SweepArchive;
import org.tickwright.study.sweep.SweepPlan;
import org.tickwright.study.sweep.SweepPlanText;
import org.tickwright.study.sweep.SweepRow;
import org.tickwright.workbench.Backtests.InvalidStrategyException;
import org.tickwright.workbench.Sweeps;
import org.tickwright.workbench.Workbench;

/// The use cases of the workbench as the sweep pages use them. Leaves one core to the rest of the program where there
/// are more than two.
final class WorkbenchSweeps implements SweepWork {
    private static final long MEASURED_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private final Workbench workbench;
    private final int workers;

    WorkbenchSweeps(Workbench workbench) {
        this.workbench = workbench;
        int cores = Runtime.getRuntime().availableProcessors();
        workers = cores > 2 ? cores - 1 : cores;
    }

    private Sweeps.Request request(Setup setup, SweepPlan plan) throws StoreException {
        RunSettings settings = setup.settings();
        BacktestWork.Market market = setup.market();
        MarketData stored = workbench.backtests().stored(market.series(), market.universe(), settings);
        return new Sweeps.Request(
                setup.document(),
                stored,
                market.closes(),
                workbench.knowing(settings, stored.base()),
                plan,
                setup.figures());
    }

    @Override
    public List<SweepArchive.Entry> list() throws StoreException {
        return workbench.sweeps().list();
    }

    @Override
    public double speed(Setup setup, SweepPlan plan) throws InvalidStrategyException, StoreException {
        Sweeps.Request request = request(setup, plan);
        // The first moment warms up.
        workbench.sweeps().runUnarchived(request, workers, new Moment(System.nanoTime()));
        long start = System.nanoTime();
        Sweeps.Result some = workbench.sweeps().runUnarchived(request, workers, new Moment(start));
        return some.sweep().finished() * 1e9 / Math.max(1, System.nanoTime() - start);
    }

    /// Stops after a moment.
    private record Moment(long start) implements Progress {
        @Override
        public void report(double fraction, String activity) {}

        @Override
        public boolean cancelled() {
            return System.nanoTime() - start > MEASURED_NANOS;
        }
    }

    @Override
    public Found begin(Setup setup, SweepPlan plan) throws InvalidStrategyException, StoreException {
        BacktestWork.Market market = setup.market();
        RunFindings found = workbench
                .series()
                .findings(
                        market.series(),
                        setup.settings().from(),
                        setup.settings().to(),
                        market.acceptErrors());
        if (!found.blocking().isEmpty()) {
            throw new IllegalArgumentException(found.refusal());
        }
        return new Found(workbench.sweeps().begin(request(setup, plan)), setup, plan);
    }

    @Override
    public Optional<Found> find(String id) throws StoreException, StrategyFormatException {
        Optional<SweepArchive.Entry> entry = workbench.sweeps().find(id);
        return entry.isEmpty() ? Optional.empty() : Optional.of(found(entry.get()));
    }

    private static Found found(SweepArchive.Entry entry) throws StoreException, StrategyFormatException {
        SweepArchive.Head head = entry.head();
        StrategyDocument document = StrategyCodec.read(head.strategyJson());
        int space = head.series().lastIndexOf(' ');
        BacktestWork.Market market = new BacktestWork.Market(
                new SeriesKey(
                        head.series().substring(0, space),
                        Timeframe.parse(head.series().substring(space + 1))),
                head.inputs().universe(),
                head.inputs().given());
        return new Found(
                entry,
                new Setup(
                        document, market, Sweeps.settings(entry), head.inputs().figures()),
                SweepPlanText.read(document, head.plan()));
    }

    @Override
    public void rows(String id, Consumer<SweepRow> receiver) throws StoreException {
        workbench.sweeps().rows(id, receiver);
    }

    @Override
    public boolean run(SweepArchive.Entry entry, Consumer<List<SweepRow>> made, Progress progress)
            throws InvalidStrategyException, StoreException, StrategyFormatException {
        Sweeps sweeps = workbench.sweeps();
        int before = sweeps.find(entry.id()).orElse(entry).finished();
        progress.report((double) before / Math.max(1, entry.head().points()), "");
        return sweeps.run(sweeps.request(entry), workers, made, progress).complete();
    }

    @Override
    public String luck(SweepArchive.Entry entry, Map<String, Double> best, Tries ofSweep)
            throws InvalidStrategyException, StoreException, StrategyFormatException {
        Sweeps.Request request = workbench.sweeps().request(entry);
        String words = SweepInWords.of(
                workbench.sweeps().look(request, best, Progress.NONE),
                ofSweep,
                workbench.sweeps().trials(request));
        return (words + " " + findings(request)).strip();
    }

    @Override
    public String findings(SweepArchive.Entry entry)
            throws InvalidStrategyException, StoreException, StrategyFormatException {
        return findings(workbench.sweeps().request(entry));
    }

    private String findings(Sweeps.Request request) throws StoreException {
        RunFindings found = workbench
                .series()
                .findings(
                        request.given().base().key(),
                        request.settings().from(),
                        request.settings().to(),
                        true);
        return found.isEmpty() ? "" : found.inWords();
    }

    @Override
    public String make(SweepArchive.Entry entry, Map<String, Double> parameters, Progress progress)
            throws InvalidStrategyException, StoreException, StrategyFormatException {
        Sweeps sweeps = workbench.sweeps();
        return sweeps.archived(sweeps.request(entry), parameters, progress).id();
    }

    @Override
    public boolean delete(String id) throws StoreException {
        return workbench.sweeps().delete(id);
    }
}
