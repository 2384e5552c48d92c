package org.tickwright.workbench;

import java.util.List;
import java.util.Map;
import org.tickwright.kernel.Progress;
import org.tickwright.market.MarketData;
import org.tickwright.strategy.CausalityCheck;
import org.tickwright.strategy.CausalityReport;
import org.tickwright.strategy.NodeCatalogue;
import org.tickwright.strategy.Problem;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyValidator;
import org.tickwright.workbench.Backtests.InvalidStrategyException;

/// Whether a strategy reads what could not be known yet. Safe for several threads.
///
/// Plug-ins are loaded anew for each check, twice, so that what a static field remembers of one evaluation does
/// not hide in the other.
public final class CausalityChecks {
    private final CatalogueSource catalogues;

    /// Checks with the nodes of this source.
    public CausalityChecks(CatalogueSource catalogues) {
        this.catalogues = catalogues;
    }

    /// True if the strategy reads other series than its base series.
    public boolean readsOthers(StrategyDocument document) throws InvalidStrategyException {
        return !program(document, catalogues.known().nodes()).needs().isEmpty();
    }

    /// Checks a strategy over a market that has all series it reads. Parameters override the strategy's; what does
    /// not fit is an [IllegalArgumentException].
    public CausalityReport check(
            StrategyDocument document, MarketData market, Map<String, Double> parameters, Progress progress)
            throws InvalidStrategyException {
        boolean plugIns = !catalogues.current().plugIns().isEmpty();
        Program program = program(document, nodes(plugIns));
        Program unspoilt = plugIns ? program(document, nodes(true)) : program;
        return new CausalityCheck(program, unspoilt, market, parameters, CausalityCheck.SEED).run(progress);
    }

    private NodeCatalogue nodes(boolean anew) {
        return (anew ? catalogues.fresh() : catalogues.current()).nodes();
    }

    private static Program program(StrategyDocument document, NodeCatalogue nodes) throws InvalidStrategyException {
        List<Problem> errors = new StrategyValidator(nodes)
                .validate(document).stream()
                        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                        .toList();
        if (!errors.isEmpty()) {
            throw new InvalidStrategyException(errors);
        }
        return Program.of(document, nodes);
    }
}
