package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tickwright.strategy.ActionTable.Firing;
import org.tickwright.strategy.CodePlan.Region;
import org.tickwright.strategy.CodePlan.Step;
import org.tickwright.strategy.CodePlan.Usable;
import org.tickwright.strategy.CompiledRows.Stage;

/// Puts what has to be computed, of what depends on data or of what depends on the position, in phases: in each the
/// kernels whose inputs are there take their turn, then one or more regions.
final class CodeSchedule {
    private static final int MOST_FIRINGS = 32;

    private final SlotTable slots;
    private final boolean stepwise;
    private final BitSet needed;
    private final BitSet kept;
    private final int[] phases;
    private final int[] regionOf;
    private final List<Draft> drafts = new ArrayList<>();

    /// A region in the making: which columns of this kind it computes, and what it fires.
    private record Draft(int phase, List<Integer> computed, List<Firing> firings) {
        boolean full() {
            return computed.size() >= CodePlanner.MOST_STEPS || firings.size() >= MOST_FIRINGS;
        }
    }

    /// `needed` is what has to be computed, inclusive of what a stepwise schedule computes again; `kept` grows by what
    /// goes from one region into another.
    CodeSchedule(SlotTable slots, boolean stepwise, BitSet needed, BitSet kept, List<Firing> firings) {
        this.slots = slots;
        this.stepwise = stepwise;
        this.needed = needed;
        this.kept = kept;
        phases = new int[slots.size()];
        regionOf = new int[slots.size()];
        Arrays.fill(regionOf, -1);
        for (int slot = 0; slot < phases.length; slot++) {
            phases[slot] = phase(slot);
        }
        draft(firings);
        for (int region = 0; region < drafts.size(); region++) {
            keepWhatComesInto(region);
        }
    }

    private boolean own(int slot) {
        return slots.stepwise(slot) == stepwise;
    }

    private int phase(int slot) {
        int phase = 0;
        for (int input : slots.inputs(slot)) {
            if (own(slot) && own(input)) {
                boolean waits = slots.kernel(slot) && !slots.kernel(input);
                phase = Math.max(phase, phases[input] + (waits ? 1 : 0));
            }
        }
        return phase;
    }

    private int phase(Firing firing) {
        int phase = 0;
        for (int slot : read(firing)) {
            phase = Math.max(phase, own(slot) ? phases[slot] : 0);
        }
        return phase;
    }

    private List<Integer> read(Firing firing) {
        List<Integer> read = new ArrayList<>();
        read.add(slots.of(firing.when()));
        firing.levels().forEach(level -> read.add(slots.of(level.column())));
        return read;
    }

    private int lastPhase(List<Firing> firings) {
        int last = 0;
        for (int slot = 0; slot < phases.length; slot++) {
            last = Math.max(last, own(slot) ? phases[slot] : 0);
        }
        for (Firing firing : firings) {
            last = Math.max(last, phase(firing));
        }
        return last;
    }

    private void draft(List<Firing> firings) {
        int last = lastPhase(firings);
        for (int phase = 0; phase <= last; phase++) {
            for (int slot = 0; slot < phases.length; slot++) {
                if (needed.get(slot) && own(slot) && phases[slot] == phase) {
                    open(phase).computed().add(slot);
                    regionOf[slot] = drafts.size() - 1;
                }
            }
            for (Firing firing : firings) {
                if (phase(firing) == phase) {
                    open(phase).firings().add(firing);
                }
            }
        }
    }

    /// The last region of a phase, or a new one where there is none or it is full.
    private Draft open(int phase) {
        if (drafts.isEmpty()
                || drafts.getLast().phase() != phase
                || drafts.getLast().full()) {
            drafts.add(new Draft(phase, new ArrayList<>(), new ArrayList<>()));
        }
        return drafts.getLast();
    }

    private void keepWhatComesInto(int region) {
        Draft draft = drafts.get(region);
        List<Integer> read = new ArrayList<>();
        draft.computed().forEach(slot -> read.addAll(slots.inputs(slot)));
        draft.firings().forEach(firing -> read.addAll(read(firing)));
        for (int slot : read) {
            if (regionOf[slot] >= 0 && regionOf[slot] != region) {
                kept.set(slot);
            }
        }
    }

    /// The regions, once nothing is added any more to what is kept.
    List<Region> regions(CodePlanner.Multiples multiples) {
        List<Region> regions = new ArrayList<>();
        for (Draft draft : drafts) {
            List<Step> steps = new ArrayList<>();
            for (int slot : computedIn(draft)) {
                RowOperation operation = slots.operation(slot);
                if (operation != null) {
                    steps.add(new Step(operation, slot, slots.inputs(slot), own(slot) && kept.get(slot)));
                }
            }
            regions.add(new Region(
                    stepwise,
                    steps,
                    draft.firings().stream()
                            .map(firing -> firing(firing, multiples))
                            .toList()));
        }
        return regions;
    }

    /// The columns of a region with those that it computes again, each after its inputs.
    private Set<Integer> computedIn(Draft draft) {
        Set<Integer> computed = new TreeSet<>(draft.computed());
        draft.firings().forEach(firing -> read(firing).forEach(slot -> again(slot, computed)));
        draft.computed().forEach(slot -> slots.inputs(slot).forEach(input -> again(input, computed)));
        return computed;
    }

    private void again(int slot, Set<Integer> computed) {
        if (needed.get(slot) && !own(slot) && computed.add(slot)) {
            slots.inputs(slot).forEach(input -> again(input, computed));
        }
    }

    private CodePlan.Firing firing(Firing firing, CodePlanner.Multiples multiples) {
        return new CodePlan.Firing(
                firing.bit(),
                slots.of(firing.when()),
                firing.levels().stream()
                        .map(level -> new Usable(slots.of(level.column()), multiples.place(level.multiple())))
                        .toList());
    }

    /// Kernels, regions and kept columns by phase; `first` is the number of the first region.
    Stage[] stages(int first) {
        int last = drafts.isEmpty() ? -1 : drafts.getLast().phase();
        for (int slot = 0; slot < phases.length; slot++) {
            last = slots.kernel(slot) && own(slot) ? Math.max(last, phases[slot]) : last;
        }
        Stage[] stages = new Stage[last + 1];
        for (int phase = 0; phase <= last; phase++) {
            stages[phase] = stage(phase, first);
        }
        return stages;
    }

    private Stage stage(int phase, int first) {
        List<Column> kernels = new ArrayList<>();
        List<Column> filled = new ArrayList<>();
        for (int slot = 0; slot < phases.length; slot++) {
            if (own(slot) && phases[slot] == phase && slots.kernel(slot)) {
                kernels.add(slots.column(slot));
            } else if (own(slot) && phases[slot] == phase && needed.get(slot) && kept.get(slot)) {
                filled.add(slots.column(slot));
            }
        }
        int[] regions = IntStream.range(0, drafts.size())
                .filter(region -> drafts.get(region).phase() == phase)
                .map(region -> first + region)
                .toArray();
        return new Stage(kernels.toArray(Column[]::new), regions, filled.toArray(Column[]::new));
    }
}
