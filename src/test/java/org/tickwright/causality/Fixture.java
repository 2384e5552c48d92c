package org.tickwright.causality;

/// A node of a plug-in made for the check: `members` are the fields and methods of its kernel, `body` computes the
/// rows `from` to `to` of `out` from the columns `o`, `h`, `l`, `c`, `v`, `time`, `session`.
record Fixture(String name, String members, String body) {

    static Fixture of(String name, String body) {
        return new Fixture(name, "", body);
    }

    /// One row at a time: `expression` may read row `i` of any column.
    static Fixture row(String name, String expression) {
        return of(name, "for (int i = from; i < to; i++) out[i] = " + expression + ";");
    }

    String className() {
        return "fixture." + name;
    }

    /// The class of an indicator.
    String indicator() {
        return """
            package fixture;
            import java.util.*;
            import org.tickwright.spi.*;
            public final class %1$s implements IndicatorDefinition {
                public IndicatorSpec spec() {
                    return new IndicatorSpec("%1$s", "Fixture %1$s", "Fixtures", "Made for a test.",
                        List.of(in("open"), in("high"), in("low"), in("close"), in("volume"), in("time"), in("session")),
                        List.of(), List.of(new IndicatorSpec.Output("value", IndicatorSpec.Unit.NUMBER)),
                        IndicatorSpec.Place.PANE);
                }
                private static IndicatorSpec.Input in(String name) { return new IndicatorSpec.Input(name, name); }
                public int lookback(IndicatorArguments arguments) { return 0; }
                public IndicatorKernel kernel(IndicatorArguments arguments, int begin) { return new K(begin)::advance; }
                %2$s
            }
            """.formatted(name, kernel());
    }

    /// The class of a node.
    String node() {
        return """
            package fixture;
            import java.util.*;
            import org.tickwright.spi.*;
            public final class %1$s implements NodeDefinition {
                public NodeSpec spec() {
                    return new NodeSpec("%1$s", "Fixture %1$s", "Fixtures", "Made for a test.",
                        List.of(in("open"), in("high"), in("low"), in("close"), in("volume"), in("time"), in("session")),
                        List.of(), List.of(new NodeSpec.Output("value", NodeSpec.Kind.NUMBER, IndicatorSpec.Unit.NUMBER)));
                }
                private static NodeSpec.Input in(String name) {
                    return new NodeSpec.Input(name, NodeSpec.Kind.NUMBER, name);
                }
                public int lookback(IndicatorArguments arguments) { return 0; }
                public NodeKernel kernel(IndicatorArguments arguments) { return new K(0)::advance; }
                %2$s
            }
            """.formatted(name, kernel());
    }

    private String kernel() {
        return """
            static final class K {
                final int begin;
                K(int begin) { this.begin = begin; }
                %s
                void advance(double[][] in, int from, int to, double[][] outputs) {
                    double[] o = in[0], h = in[1], l = in[2], c = in[3], v = in[4], time = in[5], session = in[6];
                    double[] out = outputs[0];
                    %s
                }
            }
            """.formatted(members, body);
    }
}
