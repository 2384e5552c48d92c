package org.tickwright.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickwright.order.Fill;

class PlainFillsTest {
    private final FillProfile plain = FillProfile.named("plain");

    @ParameterizedTest
    @CsvSource({
        // open, high, low, stop, target, expected for a long position
        "100, 104, 96, 95, 105, ",
        "100, 104, 95, 95, 105, STOP",
        "100, 105, 96, 95, 105, TARGET",
        "100, 106, 94, 95, 105, STOP",
        "95, 106, 94, 95, 105, STOP_GAP",
        "94, 96, 93, 95, 105, STOP_GAP",
        "105, 106, 94, 95, 105, TARGET_GAP",
        "110, 112, 90, 95, 105, TARGET_GAP",
        "100, 106, 94, NaN, 105, TARGET",
        "100, 106, 94, 95, NaN, STOP",
        "100, 106, 94, NaN, NaN, ",
    })
    void aGapComesBeforeTheRangeAndTheStopBeforeTheTarget(
            double open, double high, double low, double stop, double target, Fill.Trigger expected) {
        assertEquals(expected, plain.protective(true, open, high, low, stop, target));
    }

    @Property(tries = 500)
    void shortsAreTheMirrorImage(
            @ForAll @DoubleRange(min = 90, max = 110) double open,
            @ForAll @DoubleRange(min = 0, max = 10) double up,
            @ForAll @DoubleRange(min = 0, max = 10) double down,
            @ForAll @DoubleRange(min = 90, max = 110) double stop,
            @ForAll @DoubleRange(min = 90, max = 110) double target) {
        assertEquals(
                plain.protective(true, open, open + up, open - down, stop, target),
                plain.protective(false, 200 - open, 200 - (open - down), 200 - (open + up), 200 - stop, 200 - target));
    }

    @Test
    void slipsOnEverythingButTargets() {
        for (Fill.Trigger trigger : Fill.Trigger.values()) {
            boolean target = trigger == Fill.Trigger.TARGET || trigger == Fill.Trigger.TARGET_GAP;
            assertEquals(!target, plain.slips(trigger), trigger.name());
        }
    }

    @Test
    void namesTheProfilesThereAre() {
        assertEquals("plain", plain.name());
        assertThrows(IllegalArgumentException.class, () -> FillProfile.named("wishful"));
    }
}
