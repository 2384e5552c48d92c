package org.tickwright.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// For which instrument of a universe a graph is bound, beside its bindings for all of them.
///
/// `each` is the instrument that `each` stands for, null for the base instrument; `own` is its place in the universe,
/// -1 where it is none of it.
record Peers(@Nullable String each, int own, List<NodeBinding> universe) {
    /// A graph that is bound for the base instrument alone.
    static final Peers NONE = new Peers(null, 0, List.of());
}
