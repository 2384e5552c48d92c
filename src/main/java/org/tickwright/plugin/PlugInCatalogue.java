package org.tickwright.plugin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.NodeDefinition;
import org.tickwright.strategy.NodeCatalogue;
import org.tickwright.workbench.Catalogues;
import org.tickwright.workbench.PlugIn;

/// Puts jars together with the built-in indicators: names that are taken stay with who has them.
final class PlugInCatalogue {
    private final List<IndicatorDefinition> indicators;
    private final List<NodeDefinition> nodes = new ArrayList<>();
    private final List<PlugIn> plugIns = new ArrayList<>();
    private final Map<String, String> owners = new HashMap<>();

    PlugInCatalogue(IndicatorCatalogue builtIn, List<PlugInJar> jars) {
        indicators = new ArrayList<>(builtIn.all());
        for (IndicatorDefinition definition : indicators) {
            owners.put(key(NodeCatalogue.INDICATOR_PREFIX, definition.spec().name()), "Tickwright itself");
        }
        jars.forEach(this::add);
    }

    private void add(PlugInJar jar) {
        List<String> brings = new ArrayList<>();
        List<String> problems = new ArrayList<>(jar.problems());
        String file = String.valueOf(jar.file().getFileName());
        for (FencedIndicator indicator : jar.indicators()) {
            String name = indicator.spec().name();
            if (free(NodeCatalogue.INDICATOR_PREFIX, name, file, problems)) {
                indicators.add(indicator);
                brings.add(NodeCatalogue.INDICATOR_PREFIX + name);
            }
        }
        for (FencedNode node : jar.nodes()) {
            String name = node.spec().name();
            if (free(NodeCatalogue.NODE_PREFIX, name, file, problems)) {
                nodes.add(node);
                brings.add(NodeCatalogue.NODE_PREFIX + name);
            }
        }
        plugIns.add(new PlugIn(jar.file(), jar.spi(), List.copyOf(brings), List.copyOf(problems)));
    }

    private boolean free(String prefix, String name, String file, List<String> problems) {
        @Nullable String owner = owners.putIfAbsent(key(prefix, name), file);
        if (owner != null) {
            problems.add("Its " + prefix + name + " is left out: " + owner
                    + " has one of that name. Rename it in the jar, or remove the other.");
        }
        return owner == null;
    }

    private static String key(String prefix, String name) {
        return prefix + name.toUpperCase(Locale.ROOT);
    }

    Catalogues catalogues() {
        return new Catalogues(new NodeCatalogue(new IndicatorCatalogue(indicators), nodes), List.copyOf(plugIns));
    }
}
