package org.tickwright.strategy;

import org.tickwright.portfolio.PositionView;

/// Rows made by compiled code. Indicators, joins and whatever else keeps its own state stay columns that are advanced
/// between the regions of the code.
///
/// Keeps what actions, kernels and reasons read later; other values live as long as their row.
final class CompiledRows implements Rows {
    private final Column[] columns;
    private final Stage[] data;
    private final Stage[] steps;
    private final boolean kernelsInSteps;
    private final ActionTable actions;
    private final RowCode code;
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
            run(stage, filled, to, PositionColumn.FLAT, true);
        }
        for (Stage stage : steps) {
            stage.ensure(to);
        }
        code.attach(columns);
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
        int bits = 0;
        for (Stage stage : steps) {
            bits |= run(stage, stepped, bar + 1, position, kernelsInSteps);
        }
        stepped = bar + 1;
        return bits;
    }

    private int run(Stage stage, int from, int to, PositionView now, boolean attaching) {
        for (Column kernel : stage.kernels) {
            kernel.advance(to);
        }
        if (attaching) {
            code.attach(columns);
        }
        int bits = 0;
        for (int region : stage.regions) {
            bits |= code.run(region, from, to, now);
        }
        for (Column column : stage.kept) {
            column.filledTo(to);
        }
        return bits;
    }
}
