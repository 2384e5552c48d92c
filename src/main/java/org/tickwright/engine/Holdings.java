package org.tickwright.engine;

import java.util.Arrays;

/// The units of one instrument that were held at each close of the tested base bars: positive long, negative short.
public record Holdings(String symbol, double[] units) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Holdings(String name, double[] column)
                && name.equals(symbol)
                && Arrays.equals(column, units);
    }

    @Override
    public int hashCode() {
        return 31 * symbol.hashCode() + Arrays.hashCode(units);
    }
}
