package org.tickwright.engine;

import java.util.List;
import org.tickwright.execution.AmbiguousBar;

/// What the bars of a run could not tell, and what the venue knew while it resolved that.
///
/// `bars` has one entry for each bar that allowed more than one outcome. `volumeKnown` is false where no bar
/// has a volume, so that nothing limited a fill. `toldBars` counts the bars that reached an order and had
/// finer bars inside, `untoldBars` those that had none. A `plain` run says nothing of all this.
public record Ambiguity(boolean volumeKnown, int toldBars, int untoldBars, List<AmbiguousBar> bars) {
    /// Of a run that does not ask.
    public static final Ambiguity NONE = new Ambiguity(true, 0, 0, List.of());

    /// Keeps an own list.
    public Ambiguity {
        bars = List.copyOf(bars);
    }

    /// How many bars were ambiguous.
    public int count() {
        return bars.size();
    }
}
