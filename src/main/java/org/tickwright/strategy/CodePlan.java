package org.tickwright.strategy;

import java.util.List;

/// What compiled code does, without any value: programs of the same plan share their code.
///
/// Slots number the columns of a binding. A region becomes one method that passes once over its rows.
record CodePlan(List<Region> regions) {

    /// Takes a copy.
    CodePlan {
        regions = List.copyOf(regions);
    }

    /// Steps, in their order, and what they make of actions. `stepwise` regions read the position.
    record Region(boolean stepwise, List<Step> steps, List<Firing> firings) {}

    /// One operation on slots. `kept` results are written into their column, others live as long as the row.
    record Step(RowOperation operation, int slot, List<Integer> inputs, boolean kept) {}

    /// Sets a bit of a row where a condition is true and every level can be used.
    record Firing(int bit, int when, List<Usable> levels) {}

    /// A number that must be above 0 and finite after it is multiplied. The place of the multiple is -1 where there is
    /// none.
    record Usable(int slot, int multiple) {}
}
