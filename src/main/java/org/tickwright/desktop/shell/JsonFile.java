package org.tickwright.desktop.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// A small JSON file of the user's home: read whole, replaced in one step, so that a crash leaves the old or the new
/// one.
final class JsonFile {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    JsonFile(Path file) {
        this.file = file;
    }

    /// A file that is there but is no JSON object; the message says where.
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    Path path() {
        return file;
    }

    /// An object to fill.
    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// The text of a JSON object.
    static JsonNode parse(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /// The file's object; empty if there is no file.
    Optional<JsonNode> read() throws UnreadableException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = MAPPER.readTree(Files.readString(file));
            if (node == null || !node.isObject()) {
                throw new UnreadableException("it holds no JSON object", new IOException("not an object"));
            }
            return Optional.of(node);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
            throw new UnreadableException(where + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UnreadableException("it could not be read (" + e.getMessage() + ")", e);
        }
    }

    /// Replaces the file.
    void write(JsonNode content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(beside, (MAPPER.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
