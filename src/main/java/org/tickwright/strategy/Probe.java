package org.tickwright.strategy;

import java.util.Arrays;
import java.util.List;
import org.tickwright.strategy.Wire.PortRef;

/// One evaluation of a strategy whose output ports are compared with another's. What depends on the position is
/// that of an account without one.
final class Probe {
    private final BoundProgram run;
    private final Column[] columns;
    private final boolean positions;

    /// An evaluation without rows and the ports to look at.
    Probe(BoundProgram run, List<PortRef> ports) {
        this.run = run;
        columns = ports.stream().map(run::compared).toArray(Column[]::new);
        positions = run.readsPosition();
    }

    /// Computes the rows below `to`. A kernel that fails is a [NodeFault].
    Probe prepare(int to) {
        run.prepare(to);
        if (positions) {
            run.prepareFlat(to);
        }
        return this;
    }

    /// True if a port has the same bits at a row in both.
    boolean same(Probe other, int port, int row) {
        return switch (columns[port]) {
            case NumberColumn numbers ->
                Double.doubleToLongBits(numbers.values[row])
                        == Double.doubleToLongBits(((NumberColumn) other.columns[port]).values[row]);
            case ConditionColumn conditions ->
                conditions.values[row] == ((ConditionColumn) other.columns[port]).values[row];
        };
    }

    /// The first row below `to` at which a port differs; `to` if none does.
    int firstDifference(Probe other, int port, int to) {
        int row = switch (columns[port]) {
            case NumberColumn numbers ->
                Arrays.mismatch(numbers.values, 0, to, ((NumberColumn) other.columns[port]).values, 0, to);
            case ConditionColumn conditions ->
                Arrays.mismatch(conditions.values, 0, to, ((ConditionColumn) other.columns[port]).values, 0, to);
        };
        return row < 0 ? to : row;
    }

    double value(int port, int row) {
        return columns[port].at(row);
    }

    int firstDefined(int port) {
        return columns[port].firstDefined();
    }
}
