package org.tickwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void asksTheReleaseFileRatherThanStartingJava() throws Exception {
        Path jdk = directory.resolve("jdk");
        Files.writeString(jdk.resolve("bin/java"), JAVA.replace("-version", "-asked"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"25.0.9\"\n");
        assertStarts(Map.of("TICKWRIGHT_JAVA", jdk.toString()));
    }

    @Test
    void passesOverAJavaWhoseReleaseFileSaysAnotherVersion() throws Exception {
        Path old = directory.resolve("old/bin/java");
        Files.createDirectories(old.getParent());
        Files.writeString(old, JAVA.replace("started", "wrongly started"));
        assertTrue(old.toFile().setExecutable(true));
        Files.writeString(directory.resolve("old/release"), "JAVA_VERSION=\"26\"\n");
        assertStarts(Map.of(
                "TICKWRIGHT_JAVA", directory.resolve("old").toString(),
                "JAVA_HOME", directory.resolve("jdk").toString()));
    }

    @Test
    void usesTheCacheOfWhatItStarts() throws Exception {
        Map<String, String> environment =
                Map.of("TICKWRIGHT_JAVA", directory.resolve("jdk").toString());
        Path lib = Files.createDirectories(directory.resolve("lib"));
        Files.createFile(lib.resolve("command.aot"));
        assertFalse(output(environment, "data", "list").contains("AOTCache"), "a cache that could not be made");
        Files.writeString(lib.resolve("command.aot"), "classes");
        Files.writeString(lib.resolve("window.aot"), "classes");
        assertTrue(output(environment, "data", "list").contains("/lib/command.aot "));
        assertTrue(output(environment, "--help").contains("/lib/command.aot "));
        assertTrue(output(environment, "--home", "x", "runs").contains("/lib/command.aot "));
        assertTrue(output(environment).contains("/lib/window.aot "));
        assertTrue(output(environment, "--home", "a home").contains("/lib/window.aot "));
        assertTrue(output(environment, "--home=a home").contains("/lib/window.aot "));
    }

    private String output(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    private void assertStarts(Map<String, String> environment) throws IOException, InterruptedException {
        String output = output(environment, "data", "list");
        assertTrue(output.startsWith("started ") && output.contains("org.tickwright.app.Main data list"), output);
        assertTrue(output.contains(directory.toString()), output);
    }
}
