package org.tickwright.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Sizes as they are written: they read back as they are, and what cannot be a size says why.
class SizeRuleTest {

    @Test
    void numbersLeftOutAreTheUsualOnes() {
        assertEquals(SizeRule.volatility(0.15, 20), SizeRule.parse("volatility:0.15"));
        assertEquals(SizeRule.volatility(0.15, 60), SizeRule.parse("Volatility:0.15/60"));
        assertEquals(SizeRule.kelly(0.5, 0.25, 30, 0.1), SizeRule.parse("kelly:0.5"));
        assertEquals(SizeRule.kelly(0.5, 0.4, 30, 0.1), SizeRule.parse("kelly:0.5/0.4"));
        assertEquals(SizeRule.kelly(0.5, 0.4, 10, 0.1), SizeRule.parse("kelly:0.5/0.4/10"));
        assertEquals(SizeRule.kelly(0.5, 0.4, 10, 0.02), SizeRule.parse("kelly:0.5/0.4/10/0.02"));
        assertEquals("kelly:0.5/0.25/30/0.1", SizeRule.parse("kelly:0.5").toString());
        assertEquals("volatility:0.15/20", SizeRule.parse("volatility:0.15").toString());
        assertEquals("fraction:0.95", SizeRule.parse("fraction:0.95").toString());
    }

    @Property(tries = 300)
    void readsBackAsItWasWritten(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SizeRule.Kind kind = SizeRule.Kind.values()[random.nextInt(SizeRule.Kind.values().length)];
        double value = 1 - random.nextDouble();
        SizeRule rule = switch (kind) {
            case VOLATILITY -> SizeRule.volatility(value, random.nextInt(2, SizeRule.MOST_BARS + 1));
            case KELLY ->
                SizeRule.kelly(
                        value,
                        1 - random.nextDouble(),
                        random.nextInt(1, SizeRule.MOST_TRIPS + 1),
                        1 - random.nextDouble());
            default -> new SizeRule(kind, value);
        };
        assertEquals(rule, SizeRule.parse(rule.toString()));
    }

    @Test
    void saysWhatIsWrong() {
        for (String text : List.of(
                "",
                "0.5",
                "half:1",
                "fraction:",
                "fraction:x",
                "fraction:0.5/2",
                "volatility:0.1/20/3",
                "kelly:1/1/1/1/1",
                "volatility:0.1/2.5",
                "kelly:0.5/0.25/1.5")) {
            String message = assertThrows(IllegalArgumentException.class, () -> SizeRule.parse(text))
                    .getMessage();
            assertTrue(message.contains("volatility:F/BARS or kelly:MULTIPLE/CAP/TRADES/START"), message);
        }
        refused("volatility:0", "above 0 and at most 10");
        refused("volatility:11", "above 0 and at most 10");
        refused("volatility:0.1/1", "2 to 10,000 bars");
        refused("volatility:0.1/10001", "2 to 10,000 bars");
        refused("kelly:1.01", "above 0 and at most 1");
        refused("kelly:0.5/0", "cap of size kelly");
        refused("kelly:0.5/1.1", "cap of size kelly");
        refused("kelly:0.5/0.5/0", "wait for 1 to 1,000,000 trades");
        refused("kelly:0.5/0.5/10/0", "starts with");
        refused("fraction:NaN", "above 0");
        refused("units:Infinity", "above 0");
    }

    private static void refused(String text, String why) {
        String message = assertThrows(IllegalArgumentException.class, () -> SizeRule.parse(text))
                .getMessage();
        assertTrue(message.contains(why), message);
    }
}
