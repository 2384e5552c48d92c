package org.tickwright.strategy;

/// Who computes the rows of a bound program. Both give the same bits; the choice is one of speed.
public enum Evaluator {
    /// Compiled over many bars, interpreted over few, where making the code would take longer than the run.
    AUTOMATIC,
    /// One class made of the program's structure, without its values.
    COMPILED,
    /// Node by node, every value kept.
    INTERPRETED;

    /// From how many bars on code is made.
    private static final int MANY_BARS = 100_000;

    /// Whether to compile for a series of so many bars.
    boolean compiles(int bars) {
        return this == COMPILED || (this == AUTOMATIC && bars >= MANY_BARS);
    }
}
