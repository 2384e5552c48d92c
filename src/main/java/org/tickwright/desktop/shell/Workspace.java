package org.tickwright.desktop.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.desktop.PlaceId;

/// Where a person left off: the window, the place, what each place wanted to find again. Kept in
/// `workspaces/default.json`; one that cannot be read is started afresh, since nothing of value lies in it.
record Workspace(
        double width, double height, boolean maximised, PlaceId place, Map<PlaceId, Map<String, String>> states) {
    private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);

    /// A first start.
    static final Workspace FIRST = new Workspace(1440, 900, false, PlaceId.CHARTS, Map.of());

    /// The file in a home.
    static Path file(Path home) {
        return home.resolve("workspaces").resolve("default.json");
    }

    /// The workspace of a home; empty if there has been none.
    static Optional<Workspace> load(Path home) {
        try {
            return new JsonFile(file(home)).read().map(Workspace::of);
        } catch (JsonFile.UnreadableException | IllegalArgumentException e) {
            LOG.warn("Workspace not read, starting afresh: {}", e.getMessage());
            return Optional.of(FIRST);
        }
    }

    /// Saves it.
    void save(Path home) throws IOException {
        ObjectNode node = JsonFile.object();
        node.put("format", "tickwright-workspace").put("version", 1);
        node.put("width", width)
                .put("height", height)
                .put("maximised", maximised)
                .put("place", place.name());
        ObjectNode all = node.putObject("places");
        states.forEach((id, state) -> {
            ObjectNode one = all.putObject(id.name());
            state.forEach(one::put);
        });
        new JsonFile(file(home)).write(node);
    }

    private static Workspace of(JsonNode node) {
        Map<PlaceId, Map<String, String>> states = new EnumMap<>(PlaceId.class);
        for (PlaceId id : PlaceId.values()) {
            Map<String, String> state = new LinkedHashMap<>();
            node.path("places")
                    .path(id.name())
                    .properties()
                    .forEach(e -> state.put(e.getKey(), e.getValue().asText()));
            states.put(id, state);
        }
        return new Workspace(
                size(node, "width", FIRST.width),
                size(node, "height", FIRST.height),
                node.path("maximised").asBoolean(false),
                PlaceId.valueOf(node.path("place").asText(PlaceId.CHARTS.name())),
                states);
    }

    private static double size(JsonNode node, String name, double otherwise) {
        double size = node.path(name).asDouble(otherwise);
        return size >= 640 && size <= 16_384 ? size : otherwise;
    }
}
