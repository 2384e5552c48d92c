package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.BARS;
import static org.tickwright.spi.IndicatorSpec.Unit.NUMBER;
import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.List;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;

/// Classical chart patterns, told when they were known: built on pivots that later bars confirmed and
/// signalled by the close that breaks them. Rules after R. Edwards and J. Magee, Technical Analysis of Stock
/// Trends, 1948, made countable.
final class ChartPatterns {
    static final String GROUP = "Chart Patterns";

    private static final String HOW = """
         A pivot is a high (low) beyond those of `Strength` bars on either side, confirmed `Strength` bars late. \
        The `Signal` comes at the close that breaks the line, at most `Wait` bars after the last pivot was \
        confirmed: 1 up, -1 down, else 0. `Level` is the line where it broke, kept until the next signal; `Bars` \
        counts from the first pivot to the signal.\
        """;

    private ChartPatterns() {}

    static List<IndicatorDefinition> all() {
        return List.of(
                doubled("DOUBLE_TOP", "Double top", false),
                doubled("DOUBLE_BOTTOM", "Double bottom", true),
                headAndShoulders("HEAD_SHOULDERS", "Head and shoulders", false),
                headAndShoulders("HEAD_SHOULDERS_INVERSE", "Inverse head and shoulders", true),
                triangle("TRIANGLE_ASCENDING", "Ascending triangle", false),
                triangle("TRIANGLE_DESCENDING", "Descending triangle", true),
                symmetricTriangle(),
                flag("FLAG_BULL", "Bull flag", false),
                flag("FLAG_BEAR", "Bear flag", true),
                wedge("WEDGE_RISING", "Rising wedge", false),
                wedge("WEDGE_FALLING", "Falling wedge", true));
    }

    private static IndicatorDefinition doubled(String name, String title, boolean mirrored) {
        String summary = mirrored ? """
            Two lows within `Tolerance` percent of each other, the high between them at least `Depth` percent \
            above the higher one, after a fall from a high above that. A close above the high between signals \
            1; one below both lows by the tolerance ends it.\
            """ : """
                Two highs within `Tolerance` percent of each other, the low between them at least `Depth` percent \
                below the lower one, after a rise from a low below that. A close below the low between signals \
                -1; one above the last high ends it.\
                """;
        return detected(
                pattern(name, title, summary, 3).number("Depth", "Depth, percent", 0, 1_000, 3),
                mirrored,
                (p, trail, last, formation) -> isDouble(p, trail) && necked(trail, last, formation, 2, 1));
    }

    /// Latest first: top, low between, first top, low before.
    private static boolean isDouble(IndicatorArguments p, PivotTrail trail) {
        return trail.size() >= 4
                && trail.endsAtTop()
                && trail.near(0, 2, p.real(1))
                && trail.above(0, 1, p.real(3))
                && trail.above(2, 1, p.real(3))
                && trail.price(3) < trail.price(1);
    }

    private static IndicatorDefinition headAndShoulders(String name, String title, boolean mirrored) {
        String summary = mirrored ? """
            Three lows, the middle one at least `Head` percent below both others, which lie within `Tolerance` \
            percent of each other. A close above the neckline through the two highs between signals 1; one below \
            the last low ends it.\
            """ : """
                Three highs, the middle one at least `Head` percent above both others, which lie within `Tolerance` \
                percent of each other. A close below the neckline through the two lows between signals -1; one above \
                the last high ends it.\
                """;
        return detected(
                pattern(name, title, summary, 4).number("Head", "Height of the head, percent", 0, 1_000, 2),
                mirrored,
                (p, trail, last, formation) -> hasHead(p, trail) && necked(trail, last, formation, 4, 3));
    }

    /// Latest first: right shoulder, low, head, low, left shoulder.
    private static boolean hasHead(IndicatorArguments p, PivotTrail trail) {
        return trail.size() >= 5
                && trail.endsAtTop()
                && trail.near(0, 4, p.real(1))
                && trail.above(2, 0, p.real(3))
                && trail.above(2, 4, p.real(3));
    }

    /// A neckline from the latest low to another that has to break, above it the last top that must not.
    private static boolean necked(PivotTrail trail, int last, Formation formation, int first, int low) {
        return formation
                .between(trail.rowOf(first), last)
                .lowerThrough(trail, 1, low, true)
                .upperThrough(trail, 0, 0, false)
                .stands(trail.row());
    }

    private static IndicatorDefinition triangle(String name, String title, boolean mirrored) {
        String summary = mirrored ? """
            Two lows within `Tolerance` percent of each other and two highs of which the second lies lower by \
            more than that. The first close outside the lines before they meet signals its direction.\
            """ : """
                Two highs within `Tolerance` percent of each other and two lows of which the second lies higher by \
                more than that. The first close outside the lines before they meet signals its direction.\
                """;
        return detected(
                pattern(name, title, summary, 1.5),
                mirrored,
                (p, trail, last, formation) -> trail.size() >= 4
                        && trail.near(top(trail), top(trail) + 2, p.real(1))
                        && trail.above(bottom(trail), bottom(trail) + 2, p.real(1))
                        && converging(trail, last, formation, true));
    }

    private static IndicatorDefinition symmetricTriangle() {
        String summary = """
            Two highs of which the second lies lower and two lows of which the second lies higher, both by more \
            than `Tolerance` percent. The first close outside the lines before they meet signals its direction.\
            """;
        return detected(
                pattern("TRIANGLE_SYMMETRIC", "Symmetric triangle", summary, 1.5),
                false,
                (p, trail, last, formation) -> trail.size() >= 4
                        && trail.above(top(trail) + 2, top(trail), p.real(1))
                        && trail.above(bottom(trail), bottom(trail) + 2, p.real(1))
                        && converging(trail, last, formation, true));
    }

    /// Latest first: which pivot is the last high.
    private static int top(PivotTrail trail) {
        return trail.endsAtTop() ? 0 : 1;
    }

    private static int bottom(PivotTrail trail) {
        return 1 - top(trail);
    }

    /// Lines through the last two highs and the last two lows; the lower may break, the upper where `either`.
    private static boolean converging(PivotTrail trail, int last, Formation formation, boolean either) {
        return formation
                .between(trail.rowOf(3), last)
                .upperThrough(trail, top(trail), top(trail) + 2, either)
                .lowerThrough(trail, bottom(trail), bottom(trail) + 2, true)
                .endingAtTheApex()
                .isConverging();
    }

    private static IndicatorDefinition wedge(String name, String title, boolean mirrored) {
        String summary = mirrored ? """
            Two lows and two highs, each second one lower by more than `Tolerance` percent, on lines that \
            converge. A close above the upper line before they meet signals 1; one below the lower ends it.\
            """ : """
                Two highs and two lows, each second one higher by more than `Tolerance` percent, on lines that \
                converge. A close below the lower line before they meet signals -1; one above the upper ends it.\
                """;
        return detected(
                pattern(name, title, summary, 0.5),
                mirrored,
                (p, trail, last, formation) -> trail.size() >= 4
                        && trail.above(top(trail), top(trail) + 2, p.real(1))
                        && trail.above(bottom(trail), bottom(trail) + 2, p.real(1))
                        && converging(trail, last, formation, false));
    }

    private static IndicatorDefinition flag(String name, String title, boolean mirrored) {
        String summary = mirrored ? """
            A pole: from a high down to a low by at least `Pole` percent in at most `PoleBars` bars. Then a high \
            that takes back at most half of it and a second low, below the first by at most `Tolerance` percent. A \
            close below the line through the two lows signals -1; one above the parallel through the high ends it.\
            """ : """
                A pole: from a low up to a high by at least `Pole` percent in at most `PoleBars` bars. Then a low \
                that takes back at most half of it and a second high, above the first by at most `Tolerance` percent. A \
                close above the line through the two highs signals 1; one below the parallel through the low ends it.\
                """;
        return detected(
                pattern(name, title, summary, 0)
                        .number("Pole", "Pole, percent", 0, 10_000, 8)
                        .period("PoleBars", "Longest pole, bars", 1, 15),
                mirrored,
                (p, trail, last, formation) -> hasPole(p, trail)
                        && formation
                                .between(trail.rowOf(3), last)
                                .upperThrough(trail, 0, 2, true)
                                .lowerParallel(trail, 1)
                                .stands(trail.row()));
    }

    /// Latest first: second high, low, end of the pole, its beginning.
    private static boolean hasPole(IndicatorArguments p, PivotTrail trail) {
        if (trail.size() < 4 || !trail.endsAtTop()) {
            return false;
        }
        double pole = trail.price(2) - trail.price(3);
        return trail.above(2, 3, p.real(3))
                && trail.rowOf(2) - trail.rowOf(3) <= p.integer(4)
                && trail.price(2) - trail.price(1) <= pole / 2
                && trail.price(0) - trail.price(2) <= Math.abs(trail.price(2)) * p.real(1) / 100;
    }

    private static BuiltIn.Description pattern(String name, String title, String summary, double tolerance) {
        return BuiltIn.named(name, title)
                .group(GROUP)
                .summary(summary.strip() + HOW)
                .prices("high", "low", "close")
                .period("Strength", "Bars on either side of a pivot", 1, 3)
                .number("Tolerance", "Tolerance, percent", 0, 100, tolerance)
                .period("Wait", "Bars to break", 1, 40)
                .output("Signal", NUMBER)
                .output("Level", PRICE)
                .output("Bars", BARS);
    }

    /// What makes a formation of the last pivots.
    private interface Shape {
        boolean forms(IndicatorArguments p, PivotTrail trail, int last, Formation formation);
    }

    private static IndicatorDefinition detected(BuiltIn.Description pattern, boolean mirrored, Shape shape) {
        return pattern.overlay()
                .computedBy(
                        p -> 0,
                        p -> new PatternDetector(
                                new PivotTrail(p.integer(0), mirrored),
                                p.integer(2),
                                (trail, last, formation) -> shape.forms(p, trail, last, formation)));
    }
}
