package org.tickwright.desktop.studio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire;

/// Places cards in layers from left to right: what feeds a card lies left of it, in the order that crosses the fewest
/// wires, each near the middle of its neighbours (after Sugiyama, Tagawa and Toda 1981, with the barycentre rule).
///
/// Deterministic. Wires that close a cycle are left out of the layering.
final class TidyLayout {
    private static final double GRID = GraphScene.GRID;
    private static final double COLUMN_GAP = 48;
    private static final double ROW_GAP = 16;
    private static final int SWEEPS = 12;

    private final Map<String, NodeCard> cards = new LinkedHashMap<>();
    private final Map<String, List<String>> before = new HashMap<>();
    private final Map<String, List<String>> after = new HashMap<>();
    private final Map<String, Integer> layer = new HashMap<>();

    private TidyLayout(List<NodeCard> all, List<Wire> wires) {
        for (NodeCard card : all) {
            cards.put(card.id(), card);
            before.put(card.id(), new ArrayList<>());
            after.put(card.id(), new ArrayList<>());
        }
        for (Wire wire : wires) {
            String from = wire.from().node();
            String to = wire.to().node();
            if (cards.containsKey(from) && cards.containsKey(to) && !from.equals(to)) {
                before.get(to).add(from);
                after.get(from).add(to);
            }
        }
    }

    /// Where each card goes, on the grid, with the upper left one at 0, 0.
    static Map<String, Point> of(List<NodeCard> cards, List<Wire> wires) {
        TidyLayout layout = new TidyLayout(cards, wires);
        layout.assignLayers();
        List<List<String>> columns = layout.columns();
        layout.order(columns);
        return layout.place(columns);
    }

    /// Longest path from a source, card by card as their sources are done; where only cycles are left, the first of
    /// them goes on without what it waits for.
    private void assignLayers() {
        Map<String, Integer> waiting = new LinkedHashMap<>();
        cards.keySet().forEach(id -> waiting.put(id, before.get(id).size()));
        ArrayDeque<String> ready = new ArrayDeque<>();
        waiting.forEach((id, count) -> {
            if (count == 0) {
                ready.add(id);
            }
        });
        while (!waiting.isEmpty()) {
            String id = ready.isEmpty() ? waiting.keySet().iterator().next() : ready.poll();
            if (waiting.remove(id) == null) {
                continue;
            }
            int depth = 0;
            for (String source : before.get(id)) {
                depth = Math.max(depth, layer.getOrDefault(source, -1) + 1);
            }
            layer.put(id, depth);
            for (String reader : after.get(id)) {
                Integer left = waiting.computeIfPresent(reader, (k, count) -> count - 1);
                if (left != null && left == 0) {
                    ready.add(reader);
                }
            }
        }
        pullSources();
    }

    /// A source lies directly left of its nearest reader, so that wires stay short.
    private void pullSources() {
        for (String id : cards.keySet()) {
            if (before.get(id).isEmpty() && !after.get(id).isEmpty()) {
                int nearest = Integer.MAX_VALUE;
                for (String reader : after.get(id)) {
                    nearest = Math.min(nearest, layer.get(reader));
                }
                layer.put(id, Math.max(0, nearest - 1));
            }
        }
    }

    private List<List<String>> columns() {
        TreeMap<Integer, List<String>> byLayer = new TreeMap<>();
        cards.keySet()
                .forEach(id -> byLayer.computeIfAbsent(layer.get(id), k -> new ArrayList<>())
                        .add(id));
        return new ArrayList<>(byLayer.values());
    }

    private void order(List<List<String>> columns) {
        Map<String, Double> rank = new HashMap<>();
        columns.forEach(column -> rerank(column, rank));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean forwards = sweep % 2 == 0;
            for (int i = 0; i < columns.size(); i++) {
                List<String> column = columns.get(forwards ? i : columns.size() - 1 - i);
                Map<String, List<String>> neighbours = forwards ? before : after;
                Map<String, Double> weight = new HashMap<>();
                column.forEach(id -> weight.put(id, mean(neighbours.get(id), rank, rank.get(id))));
                column.sort(Comparator.comparingDouble(weight::get));
                rerank(column, rank);
            }
        }
    }

    private static void rerank(List<String> column, Map<String, Double> rank) {
        for (int i = 0; i < column.size(); i++) {
            rank.put(column.get(i), (i + 0.5) / column.size());
        }
    }

    private static double mean(List<String> ids, Map<String, Double> value, double otherwise) {
        double sum = 0;
        for (String id : ids) {
            sum += value.get(id);
        }
        return ids.isEmpty() ? otherwise : sum / ids.size();
    }

    private Map<String, Point> place(List<List<String>> columns) {
        Map<String, Double> top = new HashMap<>();
        Map<String, Double> left = new HashMap<>();
        double x = 0;
        for (List<String> column : columns) {
            double width = 0;
            double y = 0;
            for (String id : column) {
                left.put(id, x);
                top.put(id, y);
                y += card(id).height() + ROW_GAP;
                width = Math.max(width, card(id).width());
            }
            x += snap(width + COLUMN_GAP);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean forwards = sweep % 2 == 0;
            for (int i = 0; i < columns.size(); i++) {
                List<String> column = columns.get(forwards ? i : columns.size() - 1 - i);
                settle(column, top, forwards ? before : after);
            }
        }
        double least = top.values().stream().mapToDouble(d -> d).min().orElse(0);
        Map<String, Point> places = new LinkedHashMap<>();
        for (List<String> column : columns) {
            double free = 0;
            for (String id : column) {
                double y = Math.max(free, snap(top.get(id) - least));
                places.put(id, new Point(left.get(id), y));
                free = Math.ceil((y + card(id).height() + ROW_GAP / 2) / GRID) * GRID;
            }
        }
        return places;
    }

    /// Moves each card of a column towards the middle of its neighbours, keeping order and gaps.
    private void settle(List<String> column, Map<String, Double> top, Map<String, List<String>> neighbours) {
        double[] wish = new double[column.size()];
        for (int i = 0; i < wish.length; i++) {
            String id = column.get(i);
            double half = card(id).height() / 2;
            double sum = 0;
            List<String> around = neighbours.get(id);
            for (String other : around) {
                sum += top.get(other) + card(other).height() / 2;
            }
            wish[i] = around.isEmpty() ? top.get(id) : sum / around.size() - half;
        }
        spread(column, wish);
        for (int i = 0; i < wish.length; i++) {
            top.put(column.get(i), wish[i]);
        }
    }

    /// Pulls overlapping wishes apart: blocks of cards that touch sit at the mean of their wishes (pool adjacent
    /// violators).
    private void spread(List<String> column, double[] wish) {
        int n = wish.length;
        double[] offset = new double[n];
        for (int i = 1; i < n; i++) {
            offset[i] = offset[i - 1] + card(column.get(i - 1)).height() + ROW_GAP;
        }
        double[] mean = new double[n];
        int[] count = new int[n];
        int blocks = 0;
        for (int i = 0; i < n; i++) {
            mean[blocks] = wish[i] - offset[i];
            count[blocks++] = 1;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                int total = count[blocks - 2] + count[blocks - 1];
                mean[blocks - 2] =
                        (mean[blocks - 2] * count[blocks - 2] + mean[blocks - 1] * count[blocks - 1]) / total;
                count[blocks - 2] = total;
                blocks--;
            }
        }
        int i = 0;
        for (int block = 0; block < blocks; block++) {
            for (int k = 0; k < count[block]; k++, i++) {
                wish[i] = mean[block] + offset[i];
            }
        }
    }

    private NodeCard card(String id) {
        return java.util.Objects.requireNonNull(cards.get(id));
    }

    private static double snap(double value) {
        return Math.round(value / GRID) * GRID;
    }
}
