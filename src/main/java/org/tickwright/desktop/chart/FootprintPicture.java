package org.tickwright.desktop.chart;

import org.tickwright.desktop.chart.plot.NumberText;
import org.tickwright.market.Footprint;
import org.tickwright.market.Footprint.Imbalance;
import org.tickwright.market.VolumeProfile;

/// A footprint ready to be drawn: every text made, so that a frame makes none. Unchangeable.
final class FootprintPicture {
    /// So many times what the other side took presses.
    static final double PRESSES = 3;

    private static final double CHARACTER = 7;
    private static final double BESIDE_TEXT = 52;

    private final Footprint footprint;
    private final int first;
    private final Cell[][] cells;
    private final String[] deltas;
    private final double height;
    private final double width;
    private final double tick;

    /// A row of a bar from `bottom` up: what its sellers and buyers took, and which of them pressed.
    record Cell(double bottom, String sold, String bought, Imbalance imbalance, double share, double lean) {}

    private FootprintPicture(
            Footprint footprint, int first, Cell[][] cells, String[] deltas, double height, double width, double tick) {
        this.footprint = footprint;
        this.first = first;
        this.cells = cells;
        this.deltas = deltas;
        this.height = height;
        this.width = width;
        this.tick = tick;
    }

    /// Of a footprint whose first bar is bar `first` of the series. A row lies half a tick lower than its
    /// prices begin, so that they are in its middle.
    static FootprintPicture of(Footprint footprint, int first, double tick, NumberText numbers) {
        Cell[][] cells = new Cell[footprint.size()][];
        String[] deltas = new String[cells.length];
        double height = 0;
        int left = 1;
        int right = 1;
        for (int bar = 0; bar < cells.length; bar++) {
            VolumeProfile rows = footprint.bar(bar);
            height = rows.height();
            cells[bar] = new Cell[rows.rows()];
            for (int row = 0; row < rows.rows(); row++) {
                Cell cell = cell(footprint, bar, row, tick, numbers);
                left = Math.max(left, cell.sold().length());
                right = Math.max(right, cell.bought().length());
                cells[bar][row] = cell;
            }
            deltas[bar] =
                    footprint.sided() ? "Δ " + brief(numbers, footprint.delta(bar)) : brief(numbers, rows.total());
        }
        double width = CHARACTER * (footprint.sided() ? 2 * Math.max(left, right) : left) + BESIDE_TEXT;
        return new FootprintPicture(footprint, first, cells, deltas, height, width, tick);
    }

    private static Cell cell(Footprint footprint, int bar, int row, double tick, NumberText numbers) {
        VolumeProfile rows = footprint.bar(bar);
        double most = rows.volume(rows.pointOfControl());
        double both = rows.bought(row) + rows.sold(row);
        return new Cell(
                rows.price(row) - tick / 2,
                brief(numbers, footprint.sided() ? rows.sold(row) : rows.volume(row)),
                footprint.sided() ? brief(numbers, rows.bought(row)) : "",
                footprint.imbalance(bar, row, PRESSES),
                most > 0 ? rows.volume(row) / most : 0,
                both > 0 ? (rows.bought(row) - rows.sold(row)) / both : 0);
    }

    /// A volume in short; without the noise of binary sums.
    private static String brief(NumberText numbers, double volume) {
        return numbers.brief(Math.rint(volume * 1e6) / 1e6);
    }

    /// Whether the aggressors are known.
    boolean sided() {
        return footprint.sided();
    }

    /// The height of a row in price.
    double height() {
        return height;
    }

    /// The smallest step of prices.
    double tick() {
        return tick;
    }

    /// How wide a bar must be for its texts, in pixels.
    double width() {
        return width;
    }

    /// Whether it knows a bar of the series.
    boolean has(int bar) {
        return bar >= first && bar < first + cells.length;
    }

    /// The rows of a bar of the series, the lowest first.
    Cell[] cells(int bar) {
        return cells[bar - first];
    }

    /// What is written below a bar of the series.
    String delta(int bar) {
        return deltas[bar - first];
    }

    /// What was bought less what was sold in a bar of the series.
    double deltaOf(int bar) {
        return footprint.delta(bar - first);
    }

    /// The row of a bar of the series with the most volume; -1 without any.
    int control(int bar) {
        return footprint.bar(bar - first).pointOfControl();
    }
}
