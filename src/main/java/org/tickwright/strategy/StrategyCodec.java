package org.tickwright.strategy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tickwright.kernel.ContentHash;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.StrategyParameter.Range;

/// Reads and writes `*.strategy.json`.
public final class StrategyCodec {
    /// What `format` must say.
    public static final String FORMAT = "tickwright-strategy";
    /// The version of the format that is written, and the newest that is read.
    public static final int VERSION = 1;

    private StrategyCodec() {}

    /// Reads a strategy. Unknown fields and unknown node types are kept; so are graphs that cannot run, which
    /// [StrategyValidator] explains. Throws [StrategyFormatException] naming place and mend.
    public static StrategyDocument read(String json) throws StrategyFormatException {
        return StrategyReader.read(json);
    }

    /// Writes a strategy: `format` and `version` first, two spaces of indentation, the same bytes for equal
    /// documents. Numbers that are not finite are an [IllegalArgumentException].
    public static String write(StrategyDocument document) {
        return StrategyWriter.write(document);
    }

    /// SHA-256 of what the strategy means: nodes, wires and parameters, without layout, name and description.
    ///
    /// The order of nodes, wires, settings and parameters does not count, nor do fields that this version
    /// does not know, because it does not act on them.
    public static String hash(StrategyDocument document) {
        ContentHash hash = new ContentHash().add(FORMAT).add(VERSION);
        addParameters(hash, document.parameters());
        addNodes(hash, document.nodes());
        List<String> wires = document.wires().stream()
                .map(wire -> wire.from() + "\n" + wire.to())
                .sorted()
                .toList();
        hash.add(wires.size());
        wires.forEach(hash::add);
        return hash.hex();
    }

    private static void addParameters(ContentHash hash, List<StrategyParameter> parameters) {
        hash.add(parameters.size());
        for (StrategyParameter parameter : sorted(parameters, Comparator.comparing(StrategyParameter::name))) {
            Range range = parameter.range();
            hash.add(parameter.name())
                    .add(parameter.integer() ? 1 : 0)
                    .add(parameter.value())
                    .add(range == null ? 0 : 1);
            if (range != null) {
                hash.add(range.from()).add(range.to()).add(range.step());
            }
        }
    }

    private static void addNodes(ContentHash hash, List<Node> nodes) {
        hash.add(nodes.size());
        for (Node node : sorted(nodes, Comparator.comparing(Node::id))) {
            hash.add(node.id()).add(node.type()).add(node.params().size());
            for (Map.Entry<String, Object> setting : new TreeMap<>(node.params()).entrySet()) {
                hash.add(setting.getKey());
                addSetting(hash, setting.getValue());
            }
        }
    }

    private static void addSetting(ContentHash hash, Object value) {
        switch (value) {
            case Double number -> hash.add("number").add(number.doubleValue());
            case String text -> hash.add("text").add(text);
            case Boolean flag -> hash.add("flag").add(flag ? 1 : 0);
            case ParameterRef(String name) -> hash.add("parameter").add(name);
            default -> hash.add("other").add(StrategyWriter.inline(value));
        }
    }

    private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
        return values.stream().sorted(order).toList();
    }

    /// The JSON schema of the format (draft 2020-12).
    public static String schema() {
        try (InputStream in = StrategyCodec.class.getResourceAsStream("strategy.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("The schema of strategies is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema of strategies cannot be read from this build", e);
        }
    }
}
