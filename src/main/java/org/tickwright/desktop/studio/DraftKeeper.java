package org.tickwright.desktop.studio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.workbench.StrategyLibrary;

/// Keeps unsaved changes in the home, so that neither a crash nor a closed window loses them. Blocking calls, one at a
/// time.
final class DraftKeeper {
    private static final String NAME = "studio" + StrategyLibrary.SUFFIX;
    private static final String ORIGIN = "studio.origin";

    private final StrategyLibrary library;
    private final Path folder;

    /// Keeps the draft in `home/drafts`.
    DraftKeeper(StrategyLibrary library, Path home) {
        this.library = library;
        folder = home.resolve("drafts");
    }

    /// Unsaved changes and the file they belong to, if they belong to one.
    record Draft(StrategyDocument document, @Nullable Path origin) {}

    /// Keeps a document whose changes are not saved.
    synchronized void keep(StrategyDocument document, @Nullable Path origin) throws IOException {
        Files.createDirectories(folder);
        Path note = folder.resolve(ORIGIN);
        if (origin == null) {
            Files.deleteIfExists(note);
        } else {
            Files.writeString(note, origin.toString(), StandardCharsets.UTF_8);
        }
        library.saveAs(document, folder.resolve(NAME));
    }

    /// What was kept, if anything.
    synchronized Optional<Draft> kept() throws IOException, StrategyFormatException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Path note = folder.resolve(ORIGIN);
        Path origin = Files.exists(note) ? Path.of(Files.readString(note, StandardCharsets.UTF_8)) : null;
        return Optional.of(new Draft(library.open(file), origin));
    }

    /// Forgets the draft: its changes are saved or not wanted.
    synchronized void forget() throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
        Files.deleteIfExists(folder.resolve(ORIGIN));
    }
}
