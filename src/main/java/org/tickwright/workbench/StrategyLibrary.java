package org.tickwright.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tickwright.kernel.ContentHash;
import org.tickwright.strategy.Lineage;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyFormatException;

/// The user's strategy files and the templates that come with the program.
///
/// Saving writes a file beside the old one, forces it to disk and swaps the two, so that a crash leaves
/// either the old strategy or the new one. Safe for several threads as long as they save different files.
public final class StrategyLibrary {
    /// How strategy files end.
    public static final String SUFFIX = ".strategy.json";

    private static final List<String> TEMPLATES =
            List.of("sma-cross", "rsi-reversion", "macd-cross", "donchian-atr", "pairs-spread", "rotation");
    private static final String FORBIDDEN = "/\\:*?\"<>|%";
    private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL");
    private static final int LONGEST_NAME = 100;
    private static final long LARGEST_FILE = 64L * 1024 * 1024;

    private final Path directory;

    /// A library whose files lie in `directory`, which is created when the first strategy is saved.
    public StrategyLibrary(Path directory) {
        this.directory = directory;
    }

    /// A strategy file.
    public record Item(String name, Path file) {}

    /// The templates, in the order of the gallery; each keeps its name (`sma-cross`).
    public List<StrategyDocument> templates() {
        return TEMPLATES.stream().map(StrategyLibrary::template).toList();
    }

    private static StrategyDocument template(String name) {
        String resource = "/assets/strategies/" + name + SUFFIX;
        try (InputStream in = StrategyLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The template " + name + " is missing from this build");
            }
            return StrategyCodec.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The template " + name + " cannot be read from this build", e);
        } catch (StrategyFormatException e) {
            throw new IllegalStateException("The template " + name + " of this build is damaged: " + e.getMessage(), e);
        }
    }

    /// A strategy of one's own to begin with: a template starts a lineage whose ancestor it is, anything else is given
    /// back as it is.
    public StrategyDocument own(StrategyDocument document) {
        return document.lineage().isTemplate()
                ? document.withLineage(document.lineage().descendant(newLineage()))
                : document;
    }

    /// An empty strategy that starts a lineage.
    public StrategyDocument fresh(String name) {
        return StrategyDocument.empty(name).withLineage(Lineage.of(newLineage()));
    }

    private static String newLineage() {
        return UUID.randomUUID().toString();
    }

    /// The user's strategies by name, that is, by the name of their file. Empty where nothing was saved yet.
    public List<Item> list() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .filter(Files::isRegularFile)
                    .map(file -> new Item(nameOf(file), file))
                    .sorted(Comparator.comparing(Item::name, String.CASE_INSENSITIVE_ORDER)
                            .thenComparing(Item::name))
                    .toList();
        }
    }

    /// Opens a file. Strategies that cannot run open as well; checking them is another step.
    public StrategyDocument open(Path file) throws IOException, StrategyFormatException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new StrategyFormatException(file.getFileName() + " is larger than any strategy. Nothing was read;"
                    + " check that it is the right file.");
        }
        try {
            return StrategyCodec.read(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new StrategyFormatException(
                    file.getFileName() + " is not text in UTF-8. Nothing was read; choose a *" + SUFFIX + " file.");
        }
    }

    /// Saves under the strategy's name, replacing the file in one step; returns the file.
    public Path save(StrategyDocument document) throws IOException {
        Path file = directory.resolve(fileName(document.name()));
        saveAs(document, file);
        return file;
    }

    /// Saves to a file of the user's choice, replacing it in one step.
    public void saveAs(StrategyDocument document, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("A strategy cannot be saved as " + file);
        }
        byte[] bytes = StrategyCodec.write(document).getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, ".saving-", ".tmp");
        try {
            write(fresh, bytes);
            swap(fresh, target);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void swap(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// A file name for a strategy's name that every file system takes and that reads back by [#nameOf(Path)].
    private static String fileName(String name) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean edge = (i == 0 || i == name.length() - 1) && (c == '.' || c == ' ');
            if (c < ' ' || FORBIDDEN.indexOf(c) >= 0 || edge) {
                safe.append(String.format("%%%02X", (int) c));
            } else {
                safe.append(c);
            }
        }
        if (safe.isEmpty() || DEVICES.contains(name.toUpperCase(Locale.ROOT))) {
            safe.append('%');
        }
        if (safe.length() > LONGEST_NAME) {
            String hash = new ContentHash().add(name).hex().substring(0, 12);
            safe.setLength(LONGEST_NAME);
            safe.append('-').append(hash);
        }
        return safe + SUFFIX;
    }

    private static String nameOf(Path file) {
        String text = file.getFileName().toString();
        String safe = text.substring(0, text.length() - SUFFIX.length());
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < safe.length(); i++) {
            boolean escape = safe.charAt(i) == '%'
                    && i + 2 < safe.length()
                    && HexFormat.isHexDigit(safe.charAt(i + 1))
                    && HexFormat.isHexDigit(safe.charAt(i + 2));
            if (escape) {
                name.append((char) HexFormat.fromHexDigits(safe, i + 1, i + 3));
                i += 2;
            } else {
                name.append(safe.charAt(i));
            }
        }
        return name.toString();
    }
}
