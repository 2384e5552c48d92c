package org.tickwright.spi;

import java.util.Arrays;

/// Parameter values in the order of [IndicatorSpec#parameters()], already checked against their ranges.
public record IndicatorArguments(double... values) {

    /// The value of parameter `index`.
    public double real(int index) {
        return values[index];
    }

    /// The value of an integer parameter.
    public int integer(int index) {
        return (int) values[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndicatorArguments that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
