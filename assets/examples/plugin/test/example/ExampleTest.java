package example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.tickwright.spi.IndicatorArguments;

class ExampleTest {
    private static final double NAN = Double.NaN;

    @Test
    void measuresHowStraightThePriceWent() {
        double[] close = {10, 11, 12, 11, 12};
        double[][] out = {new double[5]};
        new EfficiencyRatio().kernel(new IndicatorArguments(2), 0).advance(new double[][] {close}, 0, 5, out);
        assertArrayEquals(new double[] {NAN, NAN, 1, 0, 0}, out[0]);
    }

    @Test
    void letsOneSignalThroughPerSession() {
        double[][] in = {{1, 1, NAN, 0, 1, 1}, {7, 7, 7, 8, 8, 8}};
        double[][] out = {new double[6]};
        var kernel = new FirstOfSession().kernel(new IndicatorArguments(1));
        kernel.advance(in, 0, 2, out);
        kernel.advance(in, 2, 6, out);
        assertArrayEquals(new double[] {1, 0, NAN, 0, 1, 0}, out[0]);
    }
}
