package org.tickwright.testing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Starts a main class of the tests in a Java process of its own, with the same classes.
public final class ChildProcess {
    private ChildProcess() {}

    /// Starts it; what it writes to its error output goes to the file.
    public static Process start(Path errors, Class<?> mainClass, String... arguments) throws IOException {
        return start(errors, List.of("-Xmx256m"), mainClass, arguments);
    }

    /// Starts it with options of the Java machine.
    public static Process start(Path errors, List<String> options, Class<?> mainClass, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(
                List.of("-Duser.timezone=UTC", "-cp", classPath(mainClass.getClassLoader()), mainClass.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(errors.toFile()).start();
    }

    /// The class path of the tests, also where the launcher loads them by a loader of its own.
    private static String classPath(ClassLoader loader) {
        if (loader instanceof URLClassLoader urls) {
            return Arrays.stream(urls.getURLs())
                    .map(URL::toString)
                    .map(url -> Path.of(URI.create(url)).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }
}
