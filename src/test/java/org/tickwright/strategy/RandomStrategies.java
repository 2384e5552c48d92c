package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.NodeType.Setting;
import org.tickwright.strategy.Wire.PortRef;

/// Random strategies that can run, over every node type of a catalogue.
final class RandomStrategies {
    private final NodeCatalogue catalogue;
    private final StrategyValidator validator;
    private final SplittableRandom random;
    private final Map<PortType, List<PortRef>> outputs = new HashMap<>();
    private StrategyDocument document = StrategyDocument.empty("random");

    private RandomStrategies(NodeCatalogue catalogue, long seed) {
        this.catalogue = catalogue;
        validator = new StrategyValidator(catalogue);
        random = new SplittableRandom(seed);
        for (PortType type : PortType.values()) {
            outputs.put(type, new ArrayList<>());
        }
    }

    /// A strategy of about `size` nodes with entries and exits of both directions. The same seed gives the
    /// same.
    static StrategyDocument of(NodeCatalogue catalogue, long seed, int size) {
        return new RandomStrategies(catalogue, seed).strategy(size);
    }

    private StrategyDocument strategy(int size) {
        document = document.withParameters(List.of(
                new StrategyParameter("whole", true, random.nextInt(2, 8), null, Map.of()),
                new StrategyParameter("real", false, random.nextInt(1, 9) * 0.1, null, Map.of())));
        add(type("price"));
        add(type("constant"));
        add(type("greater"));
        List<NodeType> values = catalogue.all().stream()
                .filter(type -> !type.outputs().isEmpty())
                .toList();
        for (int i = 0; i < size; i++) {
            add(values.get(random.nextInt(values.size())));
        }
        for (String action : StandardNodes.ACTIONS.stream().sorted().toList()) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                add(type(action));
            }
        }
        return document;
    }

    private NodeType type(String name) {
        return catalogue.find(name).orElseThrow();
    }

    /// Adds a node with inputs from what is there, unless what is there does not fit.
    private void add(NodeType type) {
        StrategyDocument before = document;
        Node node = Node.of("n" + document.nodes().size(), type.type(), settings(type));
        List<Node> nodes = new ArrayList<>(document.nodes());
        nodes.add(node);
        document = document.withGraph(nodes, document.wires());
        for (Port port : type.inputs()) {
            boolean wanted = !port.optional() || random.nextInt(3) > 0;
            if (wanted && !connect(node, port) && !port.optional()) {
                document = before;
                return;
            }
        }
        if (validator.validate(document).stream()
                .anyMatch(problem -> problem.severity() == Problem.Severity.ERROR
                        && node.id().equals(problem.node()))) {
            document = before;
            return;
        }
        for (Port port : type.outputs()) {
            outputs.get(port.type()).add(new PortRef(node.id(), port.name()));
        }
    }

    private boolean connect(Node node, Port port) {
        List<PortRef> sources = outputs.get(port.type());
        for (int attempt = 0; attempt < 6 && !sources.isEmpty(); attempt++) {
            // prefer what was added lately, so that graphs grow deep
            int index = Math.max(random.nextInt(sources.size()), random.nextInt(sources.size()));
            Wire wire = new Wire(sources.get(index), new PortRef(node.id(), port.name()));
            if (validator.refusal(document, wire) == null) {
                List<Wire> wires = new ArrayList<>(document.wires());
                wires.add(wire);
                document = document.withGraph(document.nodes(), wires);
                return true;
            }
        }
        return false;
    }

    private Map<String, Object> settings(NodeType type) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (Setting setting : type.settings()) {
            if (type.type().equals(StandardNodes.PARAMETER)) {
                settings.put(setting.name(), new ParameterRef(random.nextBoolean() ? "whole" : "real"));
            } else if (random.nextInt(6) > 0) {
                settings.put(setting.name(), value(setting));
            }
        }
        if (type.type().equals(StandardNodes.TARGET_WEIGHT)) {
            settings.put(NodeType.INSTRUMENT, "SPARSE");
        }
        if (type.ofSeries() && random.nextInt(3) == 0) {
            series(settings);
        }
        return settings;
    }

    /// One of the series of [Markets#around].
    private void series(Map<String, Object> settings) {
        String instrument = pick("", "", "SPARSE", "SLOW", "each");
        String timeframe = pick("", "1h", "3h", "12h", "1d");
        if (!instrument.isEmpty()) {
            settings.put(NodeType.INSTRUMENT, instrument);
        }
        if (instrument.equals("SLOW") || !timeframe.isEmpty()) {
            settings.put(NodeType.TIMEFRAME, instrument.equals("SLOW") ? pick("4h", "12h", "1d") : timeframe);
        }
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private Object value(Setting setting) {
        if (!setting.choices().isEmpty()) {
            return setting.choices().get(random.nextInt(setting.choices().size()));
        }
        if (random.nextInt(4) == 0) {
            return new ParameterRef(setting.integer() ? "whole" : "real");
        }
        if (setting.integer()) {
            return (double) (int) Math.clamp(random.nextInt(0, 9), setting.from(), Math.min(setting.to(), 50));
        }
        double low = Math.max(setting.from(), -20);
        double high = Math.min(setting.to(), 120);
        return random.nextInt(5) == 0 ? Math.clamp(0.0, low, high) : low + (high - low) * random.nextDouble();
    }
}
