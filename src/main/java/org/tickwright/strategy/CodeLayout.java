package org.tickwright.strategy;

/// A plan with what belongs to one binding: its columns by slot, its values, and in which order kernels and regions
/// take their turns.
record CodeLayout(
        CodePlan plan, Column[] columns, double[] settings, CompiledRows.Stage[] data, CompiledRows.Stage[] steps) {

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
