package org.tickwright.desktop.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.DeskCommand;

/// Which key runs which command: each command's own key unless `keymap.json` says otherwise. An empty text there takes
/// the key away.
final class KeyMap {
    private final Map<String, Optional<KeyCombination>> chosen;
    private final List<String> troubles;

    private KeyMap(Map<String, Optional<KeyCombination>> chosen, List<String> troubles) {
        this.chosen = Map.copyOf(chosen);
        this.troubles = List.copyOf(troubles);
    }

    /// Two commands that one key would run.
    record Conflict(KeyCombination key, DeskCommand first, DeskCommand second) {}

    /// Reads the user's file, or the one that comes with the program where the user has none. What cannot be understood
    /// is said in [#troubles()] and the commands keep their own keys.
    static KeyMap load(Path file) {
        try {
            JsonNode node = new JsonFile(file).read().orElseGet(KeyMap::shipped);
            return of(node, file.toString());
        } catch (JsonFile.UnreadableException e) {
            return new KeyMap(
                    Map.of(),
                    List.of("Key map not read: " + file + ", " + e.getMessage()
                            + ". The usual keys hold; your file was not changed."));
        }
    }

    /// The keys an object `{"keys": {id: key}}` gives.
    static KeyMap of(JsonNode node, String file) {
        Map<String, Optional<KeyCombination>> chosen = new LinkedHashMap<>();
        List<String> troubles = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.path("keys").properties()) {
            try {
                String text = entry.getValue().asText().strip();
                chosen.put(
                        entry.getKey(), text.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(text)));
            } catch (IllegalArgumentException e) {
                troubles.add("The key '" + entry.getValue().asText() + "' of " + entry.getKey() + " in " + file
                        + " is not understood (write it like Shortcut+Shift+S); its usual key holds.");
            }
        }
        return new KeyMap(chosen, troubles);
    }

    private static JsonNode shipped() {
        try (InputStream data = KeyMap.class.getResourceAsStream("/user-config/keymap.json")) {
            return data == null
                    ? JsonFile.object()
                    : JsonFile.parse(new String(data.readAllBytes(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("user-config/keymap.json in the program is not JSON", e);
        } catch (IOException e) {
            return JsonFile.object();
        }
    }

    /// What could not be understood, in words.
    List<String> troubles() {
        return troubles;
    }

    /// The key of a command, null if it has none.
    @Nullable
    KeyCombination keyOf(DeskCommand command) {
        Optional<KeyCombination> mine = chosen.get(command.id());
        return mine == null ? command.key() : mine.orElse(null);
    }

    /// Pairs of commands, all reachable at the same time, that share a key.
    List<Conflict> conflicts(List<DeskCommand> together) {
        Map<String, DeskCommand> byKey = new LinkedHashMap<>();
        List<Conflict> conflicts = new ArrayList<>();
        for (DeskCommand command : together) {
            KeyCombination key = keyOf(command);
            if (key != null) {
                DeskCommand other = byKey.putIfAbsent(key.getName(), command);
                if (other != null && !other.id().equals(command.id())) {
                    conflicts.add(new Conflict(key, other, command));
                }
            }
        }
        return conflicts;
    }

    /// How a person reads a key: `Ctrl+K`.
    static String words(@Nullable KeyCombination key) {
        return key == null ? "" : key.getDisplayText();
    }
}
