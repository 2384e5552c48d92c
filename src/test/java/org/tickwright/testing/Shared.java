package org.tickwright.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// The reference data beside the repository: outside witnesses that are not part of it.
public final class Shared {
    private static final Path ROOT = root();

    private Shared() {}

    /// The file or folder below the reference data, whether it is there or not.
    public static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    /// Like [#path(String)], but skips the test with a message where it is absent.
    public static Path requirePath(String relative) {
        Path path = path(relative);
        assumeTrue(Files.exists(path), () -> "skipped: no reference data at shared/" + relative);
        return path;
    }

    private static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared");
            if (Files.isDirectory(candidate.resolve("oracles"))) {
                return candidate;
            }
        }
        return Path.of("shared");
    }
}
