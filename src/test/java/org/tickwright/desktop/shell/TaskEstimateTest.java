package org.tickwright.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TaskEstimateTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void isSilentWhileThereIsTooLittleToGoBy() {
        assertEquals("", TaskEstimate.remaining(SECOND / 2, 0.5));
        assertEquals("", TaskEstimate.remaining(10 * SECOND, 0.01));
        assertEquals("", TaskEstimate.remaining(10 * SECOND, -1));
    }

    @Test
    void saysTheRestInSecondsMinutesAndHours() {
        assertEquals("about 30 s left", TaskEstimate.remaining(10 * SECOND, 0.25));
        assertEquals("about 5 min left", TaskEstimate.remaining(100 * SECOND, 0.25));
        assertEquals("about 3 h left", TaskEstimate.remaining(3600 * SECOND, 0.25));
        assertEquals("almost done", TaskEstimate.remaining(2 * SECOND, 0.99));
    }
}
