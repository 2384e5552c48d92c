package org.tickwright.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--home DIR`, accepted by every command.
final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "where all user files lie (else TICKWRIGHT_HOME, else the platform's place)")
    private @Nullable Path home;

    @Nullable
    Path home() {
        return home;
    }
}
