package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CloseExtremesTest {

    @Test
    void areTheLowestAndTheHighestOfAnyStretchOfABlock() {
        SplittableRandom random = new SplittableRandom(3);
        double[] closes = random.doubles(700, -50, 50).toArray();
        CloseExtremes extremes = new CloseExtremes(closes, 300);
        for (int[] block : new int[][] {{0, 300}, {300, 600}, {600, 700}, {300, 303}}) {
            for (int i = 0; i < 2000; i++) {
                extremes.block(block[0], block[1]);
                int begin = random.nextInt(block[0], block[1]);
                int end = random.nextInt(begin + 1, block[1] + 1);
                extremes.look(begin, end);
                assertEquals(Arrays.stream(closes, begin, end).min().orElseThrow(), extremes.least());
                assertEquals(Arrays.stream(closes, begin, end).max().orElseThrow(), extremes.most());
            }
        }
    }
}
