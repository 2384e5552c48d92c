package org.tickwright.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.MendPlan;
import org.tickwright.market.Timeframe;

/// How files of one source are read, saved under names: one small JSON file each in the folder `mappings`
/// of the home.
///
/// A mapping has everything of the options but the symbol. Writing replaces the file in one step.
public final class ImportMappings {
    private static final String ENDING = ".mapping.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path folder;

    private ImportMappings(Path folder) {
        this.folder = folder;
    }

    /// The mappings of a home.
    public static ImportMappings in(Path home) {
        return new ImportMappings(home.resolve("mappings"));
    }

    /// A mapping as it is written; what is empty or null is found from the file.
    private record Document(
            String format,
            int version,
            @Nullable String timeframe,
            @Nullable String zone,
            String numbers,
            Map<String, String> columns,
            @Nullable String dateOrder,
            Set<String> accept,
            String mends) {}

    /// The names, sorted.
    public List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    /// Saves all of the options but their symbol, in the place of what had the name.
    public void save(String name, ImportOptions options) throws IOException, ImportException {
        Path file = file(name);
        Document document = new Document(
                "tickwright-import-mapping",
                1,
                options.timeframe() == null ? null : options.timeframe().toString(),
                options.zone() == null ? null : options.zone().getId(),
                options.format(),
                new TreeMap<>(options.columns()),
                options.dateOrder(),
                new TreeSet<>(options.accept()),
                options.mends().toString());
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, ".mapping", ".tmp");
        try {
            Files.write(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// The options of a name, without a symbol; a name that is not there, and a damaged file, are an
    /// [ImportException].
    public ImportOptions load(String name) throws IOException, ImportException {
        Path file = file(name);
        if (!Files.isRegularFile(file)) {
            List<String> names = names();
            throw new ImportException("There is no mapping '" + name + "'. "
                    + (names.isEmpty() ? "None is saved yet." : "Saved: " + String.join(", ", names) + "."));
        }
        try {
            Document document = JSON.readValue(Files.readAllBytes(file), Document.class);
            if (document == null || document.version != 1) {
                throw new IllegalArgumentException("it is of another version");
            }
            return new ImportOptions(
                    "",
                    document.timeframe == null ? null : Timeframe.parse(document.timeframe),
                    document.zone == null ? null : ZoneId.of(document.zone),
                    document.numbers == null ? "auto" : document.numbers,
                    document.columns == null ? Map.of() : document.columns,
                    document.dateOrder,
                    document.accept == null ? Set.of() : document.accept,
                    document.mends == null ? MendPlan.NONE : MendPlan.parse(document.mends));
        } catch (JsonProcessingException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new ImportException(
                    "The mapping " + file + " cannot be read: " + e.getMessage() + ". Save it again under its name.",
                    e);
        }
    }

    /// Removes a mapping; false if there is none of that name.
    public boolean delete(String name) throws IOException, ImportException {
        return Files.deleteIfExists(file(name));
    }

    private Path file(String name) throws ImportException {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9 _-]{0,63}")) {
            throw new ImportException(
                    "The name of a mapping is 1 to 64 letters, digits, blanks, _ or -, was '" + name + "'.");
        }
        return folder.resolve(name + ENDING);
    }
}
