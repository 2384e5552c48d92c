package org.tickwright.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyFormatException;

/// The user's strategy files and the templates that come with the program.
public final class StrategyLibrary {
    private final Path directory;

    /// A library whose files lie in `directory`, which is created when the first strategy is saved.
    public StrategyLibrary(Path directory) {
        this.directory = directory;
    }

    /// A strategy file.
    public record Item(String name, Path file) {}

    /// The templates, in the order of the gallery; each keeps its name (`sma-cross`).
    public List<StrategyDocument> templates() {
        return List.of();
    }

    /// The user's strategies by name.
    public List<Item> list() throws IOException {
        return directory.toString().isEmpty() ? List.of() : List.of();
    }

    /// Opens a file.
    public StrategyDocument open(Path file) throws IOException, StrategyFormatException {
        throw new IOException("to come");
    }

    /// Saves under the strategy's name, replacing the file in one step; returns the file.
    public Path save(StrategyDocument document) throws IOException {
        throw new IOException("to come");
    }

    /// Saves to a file of the user's choice, replacing it in one step.
    public void saveAs(StrategyDocument document, Path file) throws IOException {
        throw new IOException("to come");
    }
}
