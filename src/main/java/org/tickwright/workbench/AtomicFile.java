package org.tickwright.workbench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.tickwright.market.StoreException;

/// A text file that is there whole or not at all: written beside its place and moved there in one step.
final class AtomicFile {
    private AtomicFile() {}

    /// Writes rows.
    @FunctionalInterface
    interface Rows {
        void to(BufferedWriter out) throws IOException, StoreException;
    }

    /// Replaces the file.
    static void write(Path file, Rows rows) throws IOException, StoreException {
        Path absolute = file.toAbsolutePath();
        Path directory = absolute.getParent();
        if (directory == null) {
            throw new IOException(file + " is no file that can be written");
        }
        if (Files.isDirectory(absolute)) {
            throw new IOException(file + " is a folder; name a file in it");
        }
        Files.createDirectories(directory);
        Path draft = Files.createTempFile(directory, ".export", ".tmp");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                rows.to(out);
            }
            try {
                Files.move(draft, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, absolute, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
