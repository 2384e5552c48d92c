package org.tickwright.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// The questions in SQL that were asked lately, the newest first, each text once: the file `questions.json` of the
/// home. Writing replaces the file in one step; a damaged one counts as empty, for nothing depends on it.
public final class AskedQuestions {
    /// So many are remembered.
    public static final int MOST = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final Path file;

    private AskedQuestions(Path file) {
        this.file = file;
    }

    /// Those of a home.
    public static AskedQuestions in(Path home) {
        return new AskedQuestions(home.resolve("questions.json"));
    }

    /// What was asked, the newest first.
    public List<String> all() throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            List<String> read = JSON.readValue(Files.readAllBytes(file), TEXTS);
            return read == null ? List.of() : List.copyOf(read);
        } catch (JsonProcessingException | NullPointerException e) {
            return List.of();
        }
    }

    /// Puts a question in front and returns all of them.
    public synchronized List<String> add(String sql) throws IOException {
        List<String> all = new ArrayList<>(all());
        all.remove(sql);
        all.addFirst(sql);
        List<String> kept = List.copyOf(all.subList(0, Math.min(MOST, all.size())));
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("The file " + file + " is in no folder");
        }
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, ".questions", ".tmp");
        try {
            Files.write(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(kept));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        return kept;
    }
}
