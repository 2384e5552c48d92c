package org.tickwright.strategy;

import java.util.Arrays;

/// A plan with what belongs to one binding: its columns by slot, its values, and in which order kernels and regions
/// take their turns.
record CodeLayout(
        CodePlan plan, Column[] columns, double[] settings, CompiledRows.Stage[] data, CompiledRows.Stage[] steps) {

    /// True if what is made at a decided bar depends on bars before that, or on the account at those in between.
    boolean remembers() {
        return kernelsInSteps()
                || plan.regions().stream()
                        .filter(CodePlan.Region::stepwise)
                        .flatMap(region -> region.steps().stream())
                        .anyMatch(step -> step.operation().remembers());
    }

    /// The numbers of the regions that depend on the position.
    int[] stepRegions() {
        return Arrays.stream(steps)
                .flatMapToInt(stage -> Arrays.stream(stage.regions()))
                .toArray();
    }

    /// True if a kernel has to be advanced at each decided bar.
    boolean kernelsInSteps() {
        for (CompiledRows.Stage stage : steps) {
            if (stage.kernels().length > 0) {
                return true;
            }
        }
        return false;
    }
}
