package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.tickwright.strategy.ActionTable.Firing;
import org.tickwright.strategy.CodePlan.Region;
import org.tickwright.strategy.CompiledRows.Stage;

/// Finds out which columns of a binding have to be computed, which of them in a pass over all bars and which only
/// where something is decided, and which have to be kept.
///
/// Kept are inputs of kernels and of lags, what the actions read beside their bits, what reasons read of the position,
/// and what crosses from one region into another. What depends on data and is read only by what depends on the
/// position is worked out there, where that is not too much.
final class CodePlanner {
    /// More than so many steps do not go into one method: far from the 8,000 bytes that the just-in-time compiler
    /// takes.
    static final int MOST_STEPS = 100;

    private final SlotTable slots;
    private final List<Firing> firings;
    private final BitSet kept = new BitSet();

    /// `order` are the columns of the base series, each after its inputs; `read` those that somebody reads besides the
    /// code and its kernels.
    CodePlanner(Collection<? extends Column> order, List<Firing> firings, Collection<? extends Column> read) {
        slots = new SlotTable(order);
        this.firings = firings;
        firings.forEach(firing -> {
            slots.of(firing.when());
            firing.levels().forEach(level -> slots.of(level.column()));
        });
        read.forEach(column -> keep(slots.of(column)));
    }

    CodeLayout layout() {
        keepInputsOfKernels();
        BitSet stepped = neededBySteps(true);
        if (stepped.cardinality() > MOST_STEPS) {
            stepped = neededBySteps(false);
        }
        BitSet computed = neededByData();
        CodeSchedule data = new CodeSchedule(slots, false, computed, kept, ofKind(false));
        CodeSchedule steps = new CodeSchedule(slots, true, stepped, kept, ofKind(true));
        Multiples multiples = new Multiples(slots.size());
        List<Region> regions = new ArrayList<>(data.regions(multiples));
        Stage[] dataStages = data.stages(0);
        Stage[] stepStages = steps.stages(regions.size());
        regions.addAll(steps.regions(multiples));
        Column[] columns = new Column[slots.size()];
        for (int slot = 0; slot < columns.length; slot++) {
            columns[slot] = slots.column(slot);
        }
        return new CodeLayout(new CodePlan(regions), columns, settings(columns, multiples), dataStages, stepStages);
    }

    private List<Firing> ofKind(boolean stepwise) {
        return firings.stream().filter(firing -> firing.stepwise() == stepwise).toList();
    }

    private void keep(int slot) {
        if (!slots.kernel(slot)) {
            kept.set(slot);
        }
    }

    private void keepInputsOfKernels() {
        for (int slot = 0; slot < slots.size(); slot++) {
            if (slots.kernel(slot)) {
                slots.inputs(slot).forEach(this::keep);
            }
        }
    }

    /// What has to be computed at decided bars. With `again`, what depends on data is computed there rather than
    /// kept.
    private BitSet neededBySteps(boolean again) {
        BitSet needed = firedBy(true);
        for (int slot = kept.nextSetBit(0); slot >= 0; slot = kept.nextSetBit(slot + 1)) {
            if (slots.stepwise(slot)) {
                needed.set(slot);
            }
        }
        for (int slot = slots.size() - 1; slot >= 0; slot--) {
            if (needed.get(slot) && elsewhere(slot, again)) {
                needed.clear(slot);
            } else if (needed.get(slot)) {
                need(slot, needed);
            }
        }
        return needed;
    }

    /// Whether a column is read at decided bars and not computed there.
    private boolean elsewhere(int slot, boolean again) {
        RowOperation operation = slots.operation(slot);
        if (operation == null) {
            return true;
        }
        if (slots.stepwise(slot) || operation == RowOperation.CONSTANT) {
            return false;
        }
        if (!again || operation == RowOperation.CROSSES_ABOVE) {
            keep(slot);
        }
        return kept.get(slot);
    }

    private BitSet neededByData() {
        BitSet needed = firedBy(false);
        for (int slot = slots.size() - 1; slot >= 0; slot--) {
            boolean computed = !slots.kernel(slot) && !slots.stepwise(slot);
            needed.set(slot, computed && (needed.get(slot) || kept.get(slot)));
            if (needed.get(slot)) {
                need(slot, needed);
            }
        }
        return needed;
    }

    /// A lag reads rows that are over, which must have been kept.
    private void need(int slot, BitSet needed) {
        for (int input : slots.inputs(slot)) {
            if (slots.operation(slot) == RowOperation.LAG) {
                keep(input);
                needed.set(input, slots.stepwise(input) == slots.stepwise(slot));
            } else {
                needed.set(input);
            }
        }
    }

    private BitSet firedBy(boolean stepwise) {
        BitSet fired = new BitSet();
        for (Firing firing : ofKind(stepwise)) {
            fired.set(slots.of(firing.when()));
            firing.levels().forEach(level -> fired.set(slots.of(level.column())));
        }
        return fired;
    }

    private static double[] settings(Column[] columns, Multiples multiples) {
        double[] settings = new double[columns.length + multiples.values().size()];
        for (int slot = 0; slot < columns.length; slot++) {
            settings[slot] = RowOperation.setting(columns[slot]);
        }
        for (int i = 0; i < multiples.values().size(); i++) {
            settings[columns.length + i] = multiples.values().get(i);
        }
        return settings;
    }

    /// The multiples of levels, in the order in which code asks for them, behind the settings of the slots.
    record Multiples(int first, List<Double> values) {
        Multiples(int first) {
            this(first, new ArrayList<>());
        }

        int place(double multiple) {
            if (Double.isNaN(multiple)) {
                return -1;
            }
            values.add(multiple);
            return first + values.size() - 1;
        }
    }
}
