package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The columns of a binding by number, each after those that it reads, with what they compute.
final class SlotTable {
    private final List<Column> columns = new ArrayList<>();
    private final List<@Nullable RowOperation> operations = new ArrayList<>();
    private final List<List<Integer>> inputs = new ArrayList<>();
    private final Map<Column, Integer> slots = new HashMap<>();

    SlotTable(Collection<? extends Column> order) {
        order.forEach(this::add);
    }

    private int add(Column column) {
        Integer known = slots.get(column);
        if (known != null) {
            return known;
        }
        List<Integer> read = new ArrayList<>();
        column.inputs().forEach(input -> read.add(add(input)));
        int slot = columns.size();
        slots.put(column, slot);
        columns.add(column);
        operations.add(RowOperation.of(column));
        inputs.add(List.copyOf(read));
        return slot;
    }

    int size() {
        return columns.size();
    }

    int of(Column column) {
        return add(column);
    }

    Column column(int slot) {
        return columns.get(slot);
    }

    /// What a column computes row by row; null for a kernel.
    @Nullable
    RowOperation operation(int slot) {
        return operations.get(slot);
    }

    boolean kernel(int slot) {
        return operations.get(slot) == null;
    }

    List<Integer> inputs(int slot) {
        return inputs.get(slot);
    }

    boolean stepwise(int slot) {
        return columns.get(slot).stepwise();
    }
}
