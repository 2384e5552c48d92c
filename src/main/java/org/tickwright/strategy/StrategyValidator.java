package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.Wire.PortRef;

/// Finds what is wrong with a strategy before it runs.
///
/// Stateless and safe for several threads. The work grows with nodes and wires, not with their product.
public final class StrategyValidator {
    private final NodeCatalogue catalogue;

    /// A validator that knows these node types.
    public StrategyValidator(NodeCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// All problems, errors first. Without errors the strategy can be made into a [Program].
    public List<Problem> validate(StrategyDocument document) {
        StrategyGraph graph = new StrategyGraph(document, catalogue);
        ProblemList problems = new ProblemList();
        new ParameterChecks(document, problems).check();
        new NodeChecks(graph, problems).check();
        new WireChecks(graph, problems).check();
        new ActionChecks(graph, problems).check();
        new SelectionChecks(graph, problems).check();
        new Units(graph, catalogue).check(problems);
        return problems.sorted();
    }

    /// Why a wire from one port to another is not allowed in this document, or null if it is: types, units, a
    /// cycle, a port that is taken. Used while dragging.
    public @Nullable String refusal(StrategyDocument document, Wire wire) {
        StrategyGraph graph = new StrategyGraph(document, catalogue);
        String fault = WireChecks.fault(graph, wire);
        if (fault != null) {
            return fault;
        }
        PortRef taken = graph.source(wire.to().node(), wire.to().port());
        if (taken != null) {
            return "Input " + wire.to() + " is connected to " + taken + " already. Delete that wire first.";
        }
        if (graph.leadsTo(wire.to().node(), wire.from().node())) {
            return "That would make a circle: " + wire.from().node() + " already depends on "
                    + wire.to().node() + ".";
        }
        return newUnitProblem(document, graph, wire);
    }

    private @Nullable String newUnitProblem(StrategyDocument document, StrategyGraph graph, Wire wire) {
        List<Wire> wires = new ArrayList<>(document.wires());
        wires.add(wire);
        Set<Problem> before = Set.copyOf(unitProblems(graph));
        for (Problem problem :
                unitProblems(new StrategyGraph(document.withGraph(document.nodes(), wires), catalogue))) {
            if (!before.contains(problem)) {
                return problem.message() + " " + problem.mend();
            }
        }
        return null;
    }

    private List<Problem> unitProblems(StrategyGraph graph) {
        ProblemList problems = new ProblemList();
        new Units(graph, catalogue).check(problems);
        return problems.sorted();
    }
}
