package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.NUMBER;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.tickwright.spi.IndicatorDefinition;

/// TA-Lib's group Math Transform: functions of each value by itself.
final class MathTransforms {
    static final String GROUP = "Math Transform";

    private MathTransforms() {}

    static List<IndicatorDefinition> all() {
        return List.of(
                function(
                        "ACOS", "Arc cosine", StrictMath::acos, "The angle, in radians, whose cosine is x in [-1, 1]."),
                function("ASIN", "Arc sine", StrictMath::asin, "The angle, in radians, whose sine is x in [-1, 1]."),
                function("ATAN", "Arc tangent", StrictMath::atan, "The angle, in radians, whose tangent is x."),
                function("CEIL", "Rounded up", Math::ceil, "The smallest whole number that is not below x."),
                function("COS", "Cosine", StrictMath::cos, "The cosine of x in radians."),
                function("COSH", "Hyperbolic cosine", StrictMath::cosh, "`(e^x + e^-x) / 2`."),
                function("EXP", "Exponential", StrictMath::exp, "`e^x`."),
                function("FLOOR", "Rounded down", Math::floor, "The largest whole number that is not above x."),
                function("LN", "Natural logarithm", StrictMath::log, "The logarithm of x > 0 to base e."),
                function("LOG10", "Decimal logarithm", StrictMath::log10, "The logarithm of x > 0 to base 10."),
                function("SIN", "Sine", StrictMath::sin, "The sine of x in radians."),
                function("SINH", "Hyperbolic sine", StrictMath::sinh, "`(e^x - e^-x) / 2`."),
                function("SQRT", "Square root", Math::sqrt, "The square root of x >= 0."),
                function("TAN", "Tangent", StrictMath::tan, "The tangent of x in radians."),
                function("TANH", "Hyperbolic tangent", StrictMath::tanh, "`(e^x - e^-x) / (e^x + e^-x)`."));
    }

    private static IndicatorDefinition function(
            String name, String title, DoubleUnaryOperator function, String meaning) {
        return BuiltIn.named(name, title)
                .group(GROUP)
                .summary(meaning + " Undefined where the function is. Source: TA-Lib, function " + name + ".")
                .real()
                .output("Real", NUMBER)
                .pane()
                .mappedBy(function);
    }
}
