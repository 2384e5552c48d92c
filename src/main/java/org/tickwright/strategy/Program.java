package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;

/// A validated strategy as a typed program in topological order.
///
/// Immutable: one program may be bound to many series and parameter values, by several threads.
public final class Program {
    private final StrategyDocument document;
    private final NodeCatalogue catalogue;
    private final StrategyGraph graph;
    private final List<Node> actions;
    private final Evaluator evaluator;

    private Program(StrategyDocument document, NodeCatalogue catalogue, StrategyGraph graph, Evaluator evaluator) {
        this.document = document;
        this.catalogue = catalogue;
        this.graph = graph;
        this.evaluator = evaluator;
        List<Node> found = new ArrayList<>();
        for (Node node : graph.order()) {
            if (StandardNodes.ACTIONS.contains(node.type())) {
                found.add(node);
            }
        }
        actions = found.stream().sorted(Comparator.comparing(Node::id)).toList();
    }

    /// Makes the program of a strategy. Throws [IllegalArgumentException] listing the problems if the
    /// strategy has errors.
    public static Program of(StrategyDocument document, IndicatorCatalogue indicators) {
        return of(document, new NodeCatalogue(indicators));
    }

    /// Like [#of(StrategyDocument, IndicatorCatalogue)] with a catalogue that is there already.
    public static Program of(StrategyDocument document, NodeCatalogue catalogue) {
        List<String> errors = new StrategyValidator(catalogue)
                .validate(document).stream()
                        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                        .map(problem -> problem.message() + " " + problem.mend())
                        .toList();
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(
                    "Strategy " + document.name() + " cannot run:\n" + String.join("\n", errors));
        }
        return new Program(document, catalogue, new StrategyGraph(document, catalogue), Evaluator.AUTOMATIC);
    }

    /// The same program, computed in another way.
    public Program evaluatedBy(Evaluator other) {
        return new Program(document, catalogue, graph, other);
    }

    /// How it is computed.
    public Evaluator evaluator() {
        return evaluator;
    }

    /// The strategy it was made of.
    public StrategyDocument document() {
        return document;
    }

    /// Binds the program to a series. `parameters` override the strategy's values; an unknown name or a value
    /// outside its kind is an [IllegalArgumentException].
    public Evaluation bind(Bars bars, Map<String, Double> parameters) {
        return bind(new SharedColumns(bars), parameters);
    }

    /// Binds the program to several series. A series that a node asks for and that neither is there nor can be
    /// made of what is there is an [IllegalArgumentException] too.
    public Evaluation bind(MarketData data, Map<String, Double> parameters) {
        return bind(new SharedColumns(data), parameters);
    }

    /// The series that its nodes read beside the base series, in the order of the nodes.
    public List<SeriesNeed> needs() {
        return needs(List.of());
    }

    /// The series that its nodes read or trade beside the base series, with those of a universe in the place of
    /// `each`.
    public List<SeriesNeed> needs(List<String> universe) {
        List<SeriesNeed> needs = new ArrayList<>();
        for (Node node : graph.order()) {
            if (namesInstrument(node.id())) {
                SeriesNeed.of(node).ifPresent(need -> needs.addAll(expanded(need, universe)));
            }
        }
        return List.copyOf(needs);
    }

    private static List<SeriesNeed> expanded(SeriesNeed need, List<String> universe) {
        if (!need.ofEach()) {
            return List.of(need);
        }
        return universe.isEmpty()
                ? List.of(need.by(null))
                : universe.stream().map(need::by).toList();
    }

    private boolean namesInstrument(String node) {
        NodeType type = graph.type(node);
        return type != null && type.namesInstrument();
    }

    /// True if it trades another instrument than the base, or several by weight: such a program is bound with
    /// [#bindEach].
    public boolean tradesSeveral() {
        return actions.stream()
                .anyMatch(node -> node.type().equals(StandardNodes.TARGET_WEIGHT)
                        || node.params().containsKey(NodeType.INSTRUMENT));
    }

    /// Which instruments it trades among these series, sorted: those that its actions name, the base instrument
    /// where they name none, and the universe where they name each.
    public SortedSet<String> traded(MarketData data) {
        SortedSet<String> traded = new TreeSet<>();
        actions.forEach(node -> traded.addAll(instruments(node, data)));
        return traded;
    }

    private static List<String> instruments(Node action, MarketData data) {
        String base = data.base().key().symbol();
        Object named = action.params().getOrDefault(NodeType.INSTRUMENT, base);
        return !named.equals(NodeType.EACH)
                ? List.of(String.valueOf(named))
                : data.universe().isEmpty() ? List.of(base) : data.universe();
    }

    /// Binds the program once for each instrument that it trades, by symbol. What an evaluation says of a
    /// position is meant for its instrument's; all of them stay on one thread.
    public SortedMap<String, Evaluation> bindEach(MarketData data, Map<String, Double> parameters) {
        return bindEach(new SharedColumns(data), parameters);
    }

    /// Like the other, and shares what is there as [#bind(SharedColumns, Map)] does.
    public SortedMap<String, Evaluation> bindEach(SharedColumns shared, Map<String, Double> parameters) {
        MarketData data = shared.data();
        Settings settings = new Settings(document, parameters);
        SortedSet<String> traded = traded(data);
        GraphBindings bound = new GraphBindings(this, settings, shared, traded, false);
        SortedMap<String, Evaluation> evaluations = new TreeMap<>();
        for (String symbol : traded) {
            List<Node> own = actions.stream()
                    .filter(node -> instruments(node, data).contains(symbol))
                    .toList();
            BoundProgram.Parts parts = new BoundProgram.Parts(
                    own,
                    settings,
                    shared,
                    bound.cursor(symbol),
                    bound.of(symbol),
                    () -> new GraphBindings(this, settings, shared, traded, true).of(symbol));
            evaluations.put(symbol, new BoundProgram(this, parts, evaluator));
        }
        return evaluations;
    }

    /// Binds the program to the series of some columns and shares what is there: runs that differ in few
    /// parameters, or edits of one strategy, compute again only what differs. All evaluations over shared
    /// columns stay on one thread.
    public Evaluation bind(SharedColumns columns, Map<String, Double> parameters) {
        return bind(columns, parameters, Set.of(), evaluator);
    }

    /// Like [#bind(SharedColumns, Map)] for one run that asks for the decisions of each block of bars once it is
    /// prepared and not later, without those of short positions where there will be none.
    public Evaluation bindForRun(SharedColumns columns, Map<String, Double> parameters, boolean shorts) {
        Transitions signals =
                evaluator == Evaluator.AUTOMATIC ? Transitions.of(this, columns, parameters, shorts) : null;
        return signals == null
                ? bind(columns, parameters)
                : new MaskedProgram(signals, orderNodes(), () -> bind(columns, parameters));
    }

    private BoundProgram bind(
            SharedColumns columns, Map<String, Double> parameters, Set<String> muted, Evaluator chosen) {
        Settings settings = new Settings(document, parameters);
        return new BoundProgram(this, BoundProgram.Parts.alone(this, settings, columns, muted), chosen);
    }

    /// Binds for a check, which looks at every value, with the kernels of some nodes muted.
    BoundProgram bindMuted(MarketData data, Map<String, Double> parameters, Set<String> muted) {
        return bind(new SharedColumns(data), parameters, muted, Evaluator.INTERPRETED);
    }

    NodeCatalogue catalogue() {
        return catalogue;
    }

    StrategyGraph graph() {
        return graph;
    }

    /// The nodes by which entries send other orders than market orders for the next opening, by id.
    public List<String> orderNodes() {
        List<String> nodes = new ArrayList<>();
        for (Node action : actions) {
            Wire.PortRef source = graph.source(action.id(), OrderNodes.PORT);
            if (source != null && !nodes.contains(source.node())) {
                nodes.add(source.node());
            }
        }
        return List.copyOf(nodes);
    }

    /// The enter and exit nodes by id.
    List<Node> actions() {
        return actions;
    }
}
