package org.tickwright.study.sweep;

import java.util.List;

/// A search that chooses what to try next by what came of what it tried before.
///
/// The same plan and the same scores give the same proposals, so that a search that was stopped is brought back to
/// where it was by telling it again what it learned. Neither clock nor workers nor the size of the machine have a part
/// in it. No combination is proposed twice. One thread.
public interface GuidedSearch {
    /// The next combinations that may run side by side, values in the order of the ranges of the plan: at least one, at
    /// most `most`. What the last ones came to must have been told before.
    List<double[]> ask(int most);

    /// What the combinations that were asked for last came to, in their order, more being better; NaN for those that
    /// are worth nothing.
    void tell(double[] scores);
}
