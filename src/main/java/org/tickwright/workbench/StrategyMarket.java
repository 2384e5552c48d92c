package org.tickwright.workbench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.NodeType;
import org.tickwright.strategy.StrategyDocument;

/// Which instruments a strategy names, and which stored series suit it. Reads the document alone, so that it also
/// answers
/// for strategies that cannot run yet.
///
/// What it proposes never mixes simulated prices with those of a real market.
public record StrategyMarket(StrategyDocument document) {
    private static final Set<String> ENTRIES_AND_EXITS = Set.of("enterLong", "enterShort", "exitLong", "exitShort");
    private static final String WEIGHT = "targetWeight";

    /// True if it names `each`, which stands for the instruments of a universe.
    public boolean needsUniverse() {
        return document.nodes().stream().anyMatch(node -> NodeType.EACH.equals(instrument(node)));
    }

    /// True if a node names an instrument or a timeframe.
    public boolean readsOthers() {
        return document.nodes().stream()
                .anyMatch(node -> node.params().containsKey(NodeType.INSTRUMENT)
                        || node.params().containsKey(NodeType.TIMEFRAME));
    }

    /// True if its actions name instruments, or keep weights.
    public boolean tradesSeveral() {
        return document.nodes().stream()
                .anyMatch(node -> node.type().equals(WEIGHT) || (trades(node) && instrument(node) != null));
    }

    /// The instruments that it trades on a base instrument with a universe, which may be empty.
    public SortedSet<String> traded(String base, List<String> universe) {
        SortedSet<String> traded = new TreeSet<>();
        for (Node node : document.nodes()) {
            if (trades(node)) {
                String named = instrument(node);
                boolean each = NodeType.EACH.equals(named) && !universe.isEmpty();
                traded.addAll(each ? universe : List.of(named == null || named.equals(NodeType.EACH) ? base : named));
            }
        }
        return traded;
    }

    /// True if it sells another instrument short, so that it makes no sense without short positions.
    public boolean sellsAnother() {
        return document.nodes().stream().anyMatch(node -> node.type().equals("enterShort") && instrument(node) != null);
    }

    /// The instruments that it names, without `each`.
    public SortedSet<String> named() {
        return symbols(node -> true);
    }

    private SortedSet<String> symbols(Predicate<Node> which) {
        SortedSet<String> symbols = new TreeSet<>();
        for (Node node : document.nodes()) {
            String symbol = instrument(node);
            if (symbol != null && !symbol.equals(NodeType.EACH) && which.test(node)) {
                symbols.add(symbol);
            }
        }
        return symbols;
    }

    private static @Nullable String instrument(Node node) {
        return node.params().get(NodeType.INSTRUMENT) instanceof String text ? text : null;
    }

    private static boolean trades(Node node) {
        return node.type().equals(WEIGHT) || ENTRIES_AND_EXITS.contains(node.type());
    }

    /// The universe to begin with: all instruments that have bars of the base timeframe, simulated or real as the base.
    public static List<String> usualUniverse(SeriesInfo base, List<SeriesInfo> stored) {
        return stored.stream()
                .filter(info -> info.key().timeframe().equals(base.key().timeframe()))
                .filter(info -> info.simulated() == base.simulated())
                .map(info -> info.key().symbol())
                .distinct()
                .sorted()
                .toList();
    }

    /// A base series for it, daily before others, where the one that is chosen makes no sense: it is of another kind
    /// than
    /// the instruments named, it is one of those that are traded beside it, or alone in its universe. Empty where
    /// the chosen one suits or no other does.
    public Optional<SeriesInfo> suggest(@Nullable SeriesInfo chosen, List<SeriesInfo> stored) {
        boolean silent = named().isEmpty() && !needsUniverse();
        if (silent || (chosen != null && suits(chosen, stored))) {
            return Optional.empty();
        }
        return stored.stream()
                .filter(info -> suits(info, stored))
                .min(Comparator.comparing(
                                (SeriesInfo info) -> !info.key().timeframe().equals(Timeframe.DAY))
                        .thenComparing(info -> info.key().symbol())
                        .thenComparing(info -> info.key().timeframe()));
    }

    private boolean suits(SeriesInfo base, List<SeriesInfo> stored) {
        if (needsUniverse() && usualUniverse(base, stored).size() < 2) {
            return false;
        }
        SortedSet<String> traded = symbols(StrategyMarket::trades);
        boolean beside = traded.stream()
                .allMatch(symbol -> !symbol.equals(base.key().symbol())
                        && has(new SeriesKey(symbol, base.key().timeframe()), stored));
        return beside && named().stream().allMatch(symbol -> sameKind(symbol, base, stored));
    }

    private static boolean has(SeriesKey key, List<SeriesInfo> stored) {
        return stored.stream().anyMatch(info -> info.key().equals(key));
    }

    private static boolean sameKind(String symbol, SeriesInfo base, List<SeriesInfo> stored) {
        return stored.stream()
                .anyMatch(info -> info.key().symbol().equals(symbol) && info.simulated() == base.simulated());
    }
}
