package org.tickwright.desktop.studio;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.Desk;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SessionClose;
import org.tickwright.strategy.CausalityReport;
import org.tickwright.strategy.Problem;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.CausalityChecks;
import org.tickwright.workbench.Workbench;

/// Checks a strategy that was saved for nodes that look ahead, over the series of the preview, and says so: in passing,
/// and at the nodes until an edit. What is clean is not mentioned; a strategy that cannot run is the problem list's
/// matter. JavaFX thread; the check runs in
/// the background, and a later save ends an earlier check.
final class CausalityWatch {
    private static final Logger LOG = LoggerFactory.getLogger(CausalityWatch.class);
    /// The last bars of a longer series are checked.
    private static final int MOST_BARS = 20_000;

    private final Desk desk;
    private final PreviewModel preview;
    private final StudioModel studio;
    private BackgroundTasks.@Nullable Handle running;

    CausalityWatch(Desk desk, PreviewModel preview, StudioModel studio) {
        this.studio = studio;
        this.desk = desk;
        this.preview = preview;
    }

    void check(StrategyDocument document) {
        SeriesInfo series = preview.state().series();
        Bars bars = preview.state().bars();
        if (series == null || bars == null || document.nodes().isEmpty()) {
            return;
        }
        List<String> universe = preview.universe().symbols();
        if (running != null) {
            running.cancel();
        }
        running = desk.tasks()
                .quietly(
                        progress -> report(document, series, bars, universe, progress),
                        report -> tell(document, report),
                        CausalityWatch::unfinished);
    }

    private CausalityReport report(
            StrategyDocument document, SeriesInfo series, Bars bars, List<String> universe, Progress progress)
            throws Exception {
        Workbench workbench = desk.workbench();
        Bars last = bars.size() <= MOST_BARS ? bars : bars.slice(bars.size() - MOST_BARS, bars.size());
        MarketData base = MarketData.of(workbench.backtests().series(series.key(), series.simulated(), last))
                .among(universe);
        MarketData market = workbench.backtests().market(document, base, SessionClose.Given.NONE);
        return new CausalityChecks(workbench.catalogues()).check(document, market, Map.of(), progress);
    }

    private void tell(StrategyDocument document, CausalityReport report) {
        List<CausalityReport.Finding> severe = report.findings().stream()
                .filter(finding -> finding.kind().severe())
                .toList();
        studio.warn(document, severe.stream().map(CausalityWatch::problem).toList());
        if (!severe.isEmpty()) {
            int more = severe.size() - 1;
            desk.notify(
                    "Do not trust a result of " + document.name() + ". "
                            + severe.getFirst().message()
                            + (more > 0 ? " " + more + " more below the graph." : ""),
                    true);
        }
    }

    private static Problem problem(CausalityReport.Finding finding) {
        return new Problem(
                Problem.Severity.WARNING,
                finding.node(),
                finding.port(),
                finding.message(),
                "No result with this node can be trusted: take it out, or have its plug-in mended.");
    }

    private static void unfinished(Throwable fault) {
        if (!(fault instanceof CancellationException)) {
            LOG.info("Causality not checked: {}", String.valueOf(fault.getMessage()));
        }
    }
}
