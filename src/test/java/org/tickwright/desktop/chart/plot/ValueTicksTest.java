package org.tickwright.desktop.chart.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class ValueTicksTest {
    private final NumberText numbers = new NumberText(Locale.US);

    private static ValueTicks choose(ValueScale scale, double spacing, double smallest) {
        ValueTicks ticks = new ValueTicks();
        ticks.choose(scale, spacing, smallest);
        return ticks;
    }

    @Property(tries = 500)
    void labelsStandApartAndSayDifferentThings(
            @ForAll boolean log,
            @ForAll @IntRange(min = -8, max = 8) int magnitude,
            @ForAll @Scale(5) @DoubleRange(min = 1e-4, max = 1e4) double span,
            @ForAll @DoubleRange(min = 60, max = 1200) double height) {
        double low = Math.pow(10, magnitude);
        int decimals = Math.max(0, 4 - magnitude);
        Pane pane = new Pane(1);
        pane.decimals(decimals);
        pane.scale().log(log);
        pane.place(0, height);
        pane.scale().follow(low, low * (1 + span));
        ValueTicks ticks = pane.ticks();
        ticks.choose(pane.scale(), 36, pane.smallest());
        Set<String> labels = new HashSet<>();
        for (int i = 0; i < ticks.count(); i++) {
            assertTrue(ticks.y(i) >= -1 && ticks.y(i) <= height + 1);
            assertTrue(labels.add(pane.label(numbers, ticks.value(i))), "twice " + ticks.value(i));
            for (int j = 0; j < i; j++) {
                assertTrue(Math.abs(ticks.y(i) - ticks.y(j)) >= 35.9, "too near");
            }
        }
    }

    @Test
    void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
        assertEquals(2, ValueTicks.stepFor(1.3, 0.01), 1e-12);
        assertEquals(0.05, ValueTicks.stepFor(0.021, 0.01), 1e-12);
        assertEquals(10, ValueTicks.stepFor(5.1, 0.01), 1e-12);
        assertEquals(0.25, ValueTicks.stepFor(0.1, 0.25), 0.3);
    }

    @Test
    void neverStepsFinerThanTheInstrument() {
        ValueScale scale = new ValueScale();
        scale.place(0, 2000);
        scale.smallest(0.01);
        scale.follow(10.00, 10.03);
        assertTrue(choose(scale, 20, 0.01).step() >= 0.0099);
    }

    @Test
    void aLogAxisOverDecadesShowsPowersOfTen() {
        ValueScale scale = new ValueScale();
        scale.log(true);
        scale.place(0, 400);
        scale.follow(1, 100_000);
        ValueTicks ticks = choose(scale, 36, 0.01);
        Set<Double> values = new HashSet<>();
        for (int i = 0; i < ticks.count(); i++) {
            values.add(ticks.value(i));
        }
        assertTrue(values.containsAll(Set.of(1.0, 10.0, 100.0, 1000.0, 10_000.0, 100_000.0)), values.toString());
    }
}
