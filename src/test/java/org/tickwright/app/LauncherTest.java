package org.tickwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String JAVA = """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'Picked up JAVA_TOOL_OPTIONS: -Dsome=thing' >&2
          echo 'openjdk version "25.0.1" 2025-10-21' >&2
        else
          echo "started $*"
        fi
        """;

    @TempDir
    private Path directory;

    private Path launcher;

    @BeforeEach
    void installs() throws IOException {
        launcher = directory.resolve("bin/tickwright");
        Files.createDirectories(launcher.getParent());
        Files.copy(Path.of("installer/bin/tickwright"), launcher);
        Path java = directory.resolve("jdk/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, JAVA);
        assertTrue(java.toFile().setExecutable(true));
    }

    @Test
    void findsJavaWhoseFirstLineSpeaksOfOptions() throws Exception {
        assertStarts(Map.of("TICKWRIGHT_JAVA", directory.resolve("jdk").toString(), "HOME", "/nowhere"));
    }

    @Test
    void startsWithoutHome() throws Exception {
        assertStarts(Map.of("TICKWRIGHT_JAVA", directory.resolve("jdk").toString()));
    }

    private void assertStarts(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("sh", launcher.toString(), "data", "list").redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertTrue(output.startsWith("started ") && output.contains("org.tickwright.app.Main data list"), output);
        assertTrue(output.contains(directory.toString()), output);
    }
}
