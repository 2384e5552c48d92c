package org.tickwright.strategy;

import java.util.List;
import org.tickwright.portfolio.PositionView;

/// Column by column, every value of every node kept: the reference.
final class InterpretedRows implements Rows {
    private final Column[] columnar;
    private final Column[] stepwise;
    private final ActionTable actions;
    private final PositionColumn.Cursor cursor;

    /// Columns come after those that they read.
    InterpretedRows(List<Column> columnar, List<Column> stepwise, ActionTable actions, PositionColumn.Cursor cursor) {
        this.columnar = columnar.toArray(Column[]::new);
        this.stepwise = stepwise.toArray(Column[]::new);
        this.actions = actions;
        this.cursor = cursor;
    }

    @Override
    public void reserve(int rows) {
        for (Column column : columnar) {
            column.reserve(rows);
        }
        for (Column column : stepwise) {
            column.reserve(rows);
        }
    }

    @Override
    public void advance(int to) {
        for (Column column : columnar) {
            column.advance(to);
        }
        actions.advance(to);
    }

    @Override
    public void recall(int bar) {
        // every row is there
    }

    @Override
    public int step(int bar, PositionView position) {
        if (stepwise.length == 0) {
            return 0;
        }
        if (bar < stepwise[0].filled()) {
            throw Rows.decided(bar);
        }
        cursor.position = position;
        cursor.bar = bar;
        for (Column column : stepwise) {
            column.advance(bar + 1);
        }
        return actions.stepped(bar);
    }
}
