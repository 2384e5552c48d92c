package org.tickwright.strategy;

import java.util.Arrays;
import org.tickwright.portfolio.PositionView;

/// Rows made by compiled code. Indicators, joins and whatever else keeps its own state stay columns that are advanced
/// between the regions of the code.
///
/// Keeps what actions, kernels and reasons read later; other values live as long as their row.
final class CompiledRows implements Rows {
    private final Column[] columns;
    private final Stage[] data;
    private final Stage[] steps;
    private final int[] stepRegions;
    private final boolean kernelsInSteps;
    private final boolean remembers;
    private final ActionTable actions;
    private final RowCode code;
    /// Where nothing is remembered, the bars that were decided; the rows of others are made when asked for.
    private long[] decided = {};
    private int filled;
    private int stepped;

    /// Kernels to advance, then the regions that read them and the columns that these fill.
    record Stage(Column[] kernels, int[] regions, Column[] kept) {
        void reserve(int rows) {
            for (Column kernel : kernels) {
                kernel.reserve(rows);
            }
            for (Column column : kept) {
                column.reserve(rows);
            }
        }

        void ensure(int rows) {
            for (Column column : kept) {
                column.ensure(rows);
            }
        }
    }

    CompiledRows(CodeLayout layout, ActionTable actions) {
        columns = layout.columns();
        data = layout.data();
        steps = layout.steps();
        stepRegions = layout.stepRegions();
        remembers = layout.remembers();
        kernelsInSteps = layout.kernelsInSteps();
        this.actions = actions;
        code = CodeCache.code(layout.plan());
        code.set(layout.settings());
    }

    @Override
    public void reserve(int rows) {
        for (Stage stage : data) {
            stage.reserve(rows);
        }
        for (Stage stage : steps) {
            stage.reserve(rows);
        }
    }

    @Override
    public void advance(int to) {
        code.actions = actions.bits(to);
        for (Stage stage : data) {
            stage.ensure(to);
            run(stage, filled, to, PositionColumn.FLAT);
        }
        for (Stage stage : steps) {
            stage.ensure(to);
        }
        code.attach(columns);
        if (!remembers && to > decided.length << 6) {
            decided = Arrays.copyOf(decided, Column.roomFor((to >> 6) + 1, decided.length));
        }
        actions.activate(to);
        filled = to;
    }

    @Override
    public int step(int bar, PositionView position) {
        if (steps.length == 0) {
            return 0;
        }
        if (bar < stepped) {
            throw Rows.decided(bar);
        }
        int from = stepped;
        stepped = bar + 1;
        if (kernelsInSteps) {
            int bits = 0;
            for (Stage stage : steps) {
                bits |= run(stage, from, bar + 1, position);
            }
            return bits;
        }
        if (remembers) {
            return run(stepRegions, from, bar + 1, position);
        }
        decided[bar >> 6] |= 1L << bar;
        return run(stepRegions, bar, bar + 1, position);
    }

    @Override
    public void recall(int bar) {
        if (bar >= stepped) {
            return;
        }
        if (!remembers && (decided[bar >> 6] & 1L << bar) == 0) {
            run(stepRegions, bar, bar + 1, PositionColumn.FLAT);
            decided[bar >> 6] |= 1L << bar;
        }
        for (Stage stage : steps) {
            for (Column column : stage.kept) {
                column.filledTo(stepped);
            }
        }
    }

    private int run(int[] regions, int from, int to, PositionView now) {
        int bits = 0;
        for (int region : regions) {
            bits |= code.run(region, from, to, now);
        }
        return bits;
    }

    private int run(Stage stage, int from, int to, PositionView now) {
        for (Column kernel : stage.kernels) {
            kernel.advance(to);
        }
        code.attach(columns);
        int bits = run(stage.regions, from, to, now);
        for (Column column : stage.kept) {
            column.filledTo(to);
        }
        return bits;
    }
}
