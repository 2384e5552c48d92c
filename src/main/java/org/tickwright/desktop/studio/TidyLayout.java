package org.tickwright.desktop.studio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire;

/// Places cards in layers from left to right: what feeds a card lies left of it, in the order that crosses the fewest
/// wires, each near the middle of its neighbours (after Sugiyama, Tagawa and Toda 1981, with the barycentre rule).
///
/// Deterministic. Wires that close a cycle are left out of the layering.
final class TidyLayout {
    private static final double GRID = GraphScene.GRID;
    private static final double COLUMN_GAP = 48;
    private static final double WIDE_COLUMN_GAP = 72;
    private static final int FEW_COLUMNS = 5;
    private static final double PASSAGE = 8;
    private static final double ROW_GAP = 16;
    private static final int SWEEPS = 12;

    /// A card on its way to its place, or room for a wire that passes a column.
    private static final class Cell {
        final @Nullable NodeCard card;
        final List<Cell> before = new ArrayList<>();
        final List<Cell> after = new ArrayList<>();
        int waiting;
        int layer = -1;
        double rank;
        double weight;
        double left;
        double top;

        Cell(@Nullable NodeCard card) {
            this.card = card;
        }

        double width() {
            return card == null ? 0 : card.width();
        }

        double height() {
            return card == null ? PASSAGE : card.height();
        }

        double middle() {
            return top + height() / 2;
        }

        List<Cell> neighbours(boolean forwards) {
            return forwards ? before : after;
        }
    }

    private final List<Cell> cells = new ArrayList<>();

    private TidyLayout(List<NodeCard> cards, List<Wire> wires) {
        Map<String, Cell> byId = new LinkedHashMap<>();
        for (NodeCard card : cards) {
            byId.put(card.id(), new Cell(card));
        }
        cells.addAll(byId.values());
        for (Wire wire : wires) {
            Cell from = byId.get(wire.from().node());
            Cell to = byId.get(wire.to().node());
            if (from != null && to != null && !from.equals(to)) {
                from.after.add(to);
                to.before.add(from);
            }
        }
    }

    /// Where each card goes, on the grid, with the upper left one at 0, 0.
    static Map<String, Point> of(List<NodeCard> cards, List<Wire> wires) {
        TidyLayout layout = new TidyLayout(cards, wires);
        layout.assignLayers();
        layout.passages();
        List<List<Cell>> columns = layout.columns();
        order(columns);
        return place(columns);
    }

    /// Longest path from a source, card by card as their sources are done; where only cycles are left, the first of
    /// them goes on without what it waits for.
    private void assignLayers() {
        Set<Cell> open = new LinkedHashSet<>(cells);
        ArrayDeque<Cell> ready = new ArrayDeque<>();
        List<Cell> order = new ArrayList<>();
        for (Cell cell : cells) {
            cell.waiting = cell.before.size();
            if (cell.waiting == 0) {
                ready.add(cell);
            }
        }
        while (!open.isEmpty()) {
            Cell cell = ready.isEmpty() ? open.iterator().next() : ready.poll();
            if (!open.remove(cell)) {
                continue;
            }
            order.add(cell);
            int layer = 0;
            for (Cell source : cell.before) {
                layer = Math.max(layer, source.layer + 1);
            }
            cell.layer = layer;
            for (Cell reader : cell.after) {
                reader.waiting--;
                if (reader.waiting == 0) {
                    ready.add(reader);
                }
            }
        }
        pullRight(order);
    }

    /// Everything lies directly left of its nearest reader, so that wires stay short.
    private static void pullRight(List<Cell> order) {
        for (Cell cell : order.reversed()) {
            int nearest = Integer.MAX_VALUE;
            for (Cell reader : cell.after) {
                nearest = Math.min(nearest, reader.layer);
            }
            if (!cell.after.isEmpty()) {
                cell.layer = Math.max(cell.layer, nearest - 1);
            }
        }
    }

    /// A wire over several columns gets room in those between, so that no card lies on it.
    private void passages() {
        for (Cell cell : List.copyOf(cells)) {
            for (Cell reader : List.copyOf(cell.after)) {
                Cell from = cell;
                for (int layer = cell.layer + 1; layer < reader.layer; layer++) {
                    Cell passage = new Cell(null);
                    passage.layer = layer;
                    from.after.remove(reader);
                    reader.before.remove(from);
                    from.after.add(passage);
                    passage.before.add(from);
                    passage.after.add(reader);
                    reader.before.add(passage);
                    cells.add(passage);
                    from = passage;
                }
            }
        }
    }

    private List<List<Cell>> columns() {
        Map<Integer, List<Cell>> byLayer = new TreeMap<>();
        for (Cell cell : cells) {
            byLayer.computeIfAbsent(cell.layer, layer -> new ArrayList<>()).add(cell);
        }
        return new ArrayList<>(byLayer.values());
    }

    private static void order(List<List<Cell>> columns) {
        columns.forEach(TidyLayout::rerank);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean forwards = sweep % 2 == 0;
            for (List<Cell> column : forwards ? columns : columns.reversed()) {
                for (Cell cell : column) {
                    double sum = 0;
                    List<Cell> around = cell.neighbours(forwards);
                    for (Cell other : around) {
                        sum += other.rank;
                    }
                    cell.weight = around.isEmpty() ? cell.rank : sum / around.size();
                }
                column.sort(Comparator.comparingDouble(cell -> cell.weight));
                rerank(column);
            }
        }
    }

    private static void rerank(List<Cell> column) {
        for (int i = 0; i < column.size(); i++) {
            column.get(i).rank = (i + 0.5) / column.size();
        }
    }

    private static Map<String, Point> place(List<List<Cell>> columns) {
        stack(columns);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean forwards = sweep % 2 == 0;
            for (List<Cell> column : forwards ? columns : columns.reversed()) {
                settle(column, forwards);
            }
        }
        double least = Double.MAX_VALUE;
        for (List<Cell> column : columns) {
            for (Cell cell : column) {
                least = cell.card == null ? least : Math.min(least, cell.top);
            }
        }
        Map<String, Point> places = new LinkedHashMap<>();
        for (List<Cell> column : columns) {
            double free = 0;
            for (Cell cell : column) {
                if (cell.card == null) {
                    continue;
                }
                double y = Math.max(free, snap(cell.top - least));
                places.put(cell.card.id(), new Point(cell.left, y));
                free = Math.ceil((y + cell.height() + ROW_GAP / 2) / GRID) * GRID;
            }
        }
        return places;
    }

    private static void stack(List<List<Cell>> columns) {
        double gap = columns.size() <= FEW_COLUMNS ? WIDE_COLUMN_GAP : COLUMN_GAP;
        double x = 0;
        for (List<Cell> column : columns) {
            double width = 0;
            double y = 0;
            for (Cell cell : column) {
                cell.left = x;
                cell.top = y;
                y += cell.height() + ROW_GAP;
                width = Math.max(width, cell.width());
            }
            x += snap(width + gap);
        }
    }

    /// Moves each card of a column towards the middle of its neighbours, keeping order and gaps.
    private static void settle(List<Cell> column, boolean forwards) {
        double[] wish = new double[column.size()];
        for (int i = 0; i < wish.length; i++) {
            Cell cell = column.get(i);
            List<Cell> around = cell.neighbours(forwards);
            double sum = 0;
            for (Cell other : around) {
                sum += other.middle();
            }
            wish[i] = around.isEmpty() ? cell.top : sum / around.size() - cell.height() / 2;
        }
        spread(column, wish);
        for (int i = 0; i < wish.length; i++) {
            column.get(i).top = wish[i];
        }
    }

    /// Pulls overlapping wishes apart: blocks of cards that touch sit at the mean of their wishes (pool adjacent
    /// violators).
    private static void spread(List<Cell> column, double[] wish) {
        int n = wish.length;
        double[] offset = new double[n];
        for (int i = 1; i < n; i++) {
            offset[i] = offset[i - 1] + column.get(i - 1).height() + ROW_GAP;
        }
        double[] mean = new double[n];
        int[] count = new int[n];
        int blocks = 0;
        for (int i = 0; i < n; i++) {
            mean[blocks] = wish[i] - offset[i];
            count[blocks] = 1;
            blocks++;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                int total = count[blocks - 2] + count[blocks - 1];
                double weighted = mean[blocks - 2] * count[blocks - 2] + mean[blocks - 1] * count[blocks - 1];
                mean[blocks - 2] = weighted / total;
                count[blocks - 2] = total;
                blocks--;
            }
        }
        int i = 0;
        for (int block = 0; block < blocks; block++) {
            for (int k = 0; k < count[block]; k++) {
                wish[i] = mean[block] + offset[i];
                i++;
            }
        }
    }

    private static double snap(double value) {
        return Math.round(value / GRID) * GRID;
    }
}
