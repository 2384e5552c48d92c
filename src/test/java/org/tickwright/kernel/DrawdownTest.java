package org.tickwright.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DrawdownTest {

    @Test
    void extremesOfStretchesTellTheDepthOfAllValues() {
        SplittableRandom random = new SplittableRandom(5);
        int told = 0;
        int stretches = 0;
        for (int run = 0; run < 300; run++) {
            double[] values = new double[400];
            double value = 100;
            for (int i = 0; i < values.length; i++) {
                value *= 1 + (random.nextInt(5) == 0 ? 0 : random.nextDouble(-0.03, 0.031));
                values[i] = value;
            }
            Drawdown drawdown = new Drawdown(100);
            for (int from = 0; from < values.length; ) {
                int to = Math.min(values.length, from + 1 + random.nextInt(30));
                double lowest = Arrays.stream(values, from, to).min().orElseThrow();
                double highest = Arrays.stream(values, from, to).max().orElseThrow();
                boolean enough = drawdown.add(lowest, highest);
                if (!enough) {
                    drawdown.add(values, from, to);
                }
                told += enough ? 1 : 0;
                stretches++;
                from = to;
            }
            assertEquals(Drawdown.of(100, values), drawdown.deepest());
        }
        assertTrue(told > stretches / 2, "few were told: " + told + " of " + stretches);
    }

    @Test
    void aNewPeakWithAFallThatMayBeTheDeepestIsNotToldByExtremes() {
        Drawdown drawdown = new Drawdown(100);
        assertFalse(drawdown.add(90, 110));
        assertEquals(0, drawdown.deepest());
        drawdown.add(new double[] {90, 110}, 0, 2);
        assertEquals(90.0 / 100 - 1, drawdown.deepest());
        assertTrue(drawdown.add(109, 120), "no fall from 120 to 109 is as deep as a tenth");
    }
}
