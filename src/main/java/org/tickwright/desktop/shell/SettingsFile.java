package org.tickwright.desktop.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `settings.json` in the user's home. A file that cannot be understood is left as it is: the defaults hold, a sentence
/// says what is wrong with it, and it is kept under another name before a change is saved over it.
final class SettingsFile {
    private static final String FORMAT = "tickwright-settings";

    private final JsonFile file;
    private boolean damaged;

    SettingsFile(Path home) {
        file = new JsonFile(home.resolve("settings.json"));
    }

    /// What was read, and what there is to say about it.
    record Loaded(Settings settings, @Nullable String trouble) {}

    Path path() {
        return file.path();
    }

    /// Reads the file; the defaults where there is none.
    Loaded load() {
        try {
            Optional<JsonNode> node = file.read();
            return new Loaded(node.isPresent() ? settings(node.get()) : Settings.DEFAULTS, null);
        } catch (JsonFile.UnreadableException | IllegalArgumentException e) {
            damaged = true;
            return new Loaded(
                    Settings.DEFAULTS,
                    "Settings not read: " + file.path() + ", " + e.getMessage()
                            + ". The default settings hold; your file was not changed. Mend it and start again.");
        }
    }

    /// Saves, keeping what this version does not know.
    void save(Settings settings) throws IOException {
        ObjectNode node = JsonFile.object();
        if (damaged) {
            java.nio.file.Files.copy(
                    file.path(),
                    file.path().resolveSibling("settings.damaged.json"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            damaged = false;
        } else {
            node = existing();
        }
        node.put("format", FORMAT).put("version", 1);
        node.put("theme", settings.theme().id());
        node.put("numbers", settings.numbers().toLanguageTag());
        file.write(node);
    }

    private ObjectNode existing() throws IOException {
        try {
            return file.read()
                    .filter(JsonNode::isObject)
                    .map(n -> (ObjectNode) n)
                    .orElseGet(JsonFile::object);
        } catch (JsonFile.UnreadableException e) {
            throw new IOException("settings.json was changed meanwhile and cannot be read: " + e.getMessage(), e);
        }
    }

    private static Settings settings(JsonNode node) {
        Theme theme = node.has("theme") ? Theme.of(text(node, "theme")) : Settings.DEFAULTS.theme();
        Locale numbers = node.has("numbers") ? language(text(node, "numbers")) : Settings.DEFAULTS.numbers();
        return new Settings(theme, numbers);
    }

    private static Locale language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        if (locale.getLanguage().isEmpty()) {
            throw new IllegalArgumentException("numbers must be a language such as en-US or de-DE, was '" + tag + "'");
        }
        return locale;
    }

    private static String text(JsonNode node, String name) {
        if (!node.get(name).isTextual()) {
            throw new IllegalArgumentException(name + " must be text, was " + node.get(name));
        }
        return node.get(name).asText();
    }
}
