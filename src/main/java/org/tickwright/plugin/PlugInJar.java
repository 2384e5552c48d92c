package org.tickwright.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;
import org.tickwright.spi.NodeDefinition;
import org.tickwright.spi.NodeSpec;
import org.tickwright.spi.SpiVersion;

/// What came of one jar: fenced definitions, and in words what did not come.
///
/// Loading never fails: a jar that is broken, that needs a newer face, or whose classes throw, gives
/// problems. Sound definitions come even where others of the same jar do not.
record PlugInJar(Path file, int spi, List<FencedIndicator> indicators, List<FencedNode> nodes, List<String> problems) {
    private static final long LARGEST = 256L * 1024 * 1024;
    private static final int FIRST_SPI = 1;

    /// Loads the definitions of a jar from its bytes.
    static PlugInJar load(Path file, byte[] bytes) {
        return new Loading(file).load(bytes);
    }

    /// A jar that could not even be read.
    static PlugInJar unreadable(Path file, IOException failure) {
        return new PlugInJar(file, FIRST_SPI, List.of(), List.of(), List.of("It cannot be read: " + failure));
    }

    private static final class Loading {
        private final Path file;
        private final String name;
        private final List<FencedIndicator> indicators = new ArrayList<>();
        private final List<FencedNode> nodes = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private int spi = FIRST_SPI;

        Loading(Path file) {
            this.file = file;
            name = String.valueOf(file.getFileName());
        }

        PlugInJar load(byte[] bytes) {
            try {
                read(bytes);
            } catch (IOException | IllegalArgumentException e) {
                problems.add("It is no jar that can be read: " + e.getMessage() + ". Copy it again.");
            }
            return new PlugInJar(file, spi, List.copyOf(indicators), List.copyOf(nodes), List.copyOf(problems));
        }

        private void read(byte[] bytes) throws IOException {
            Map<String, byte[]> entries = new HashMap<>();
            try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(bytes), false)) {
                long total = 0;
                for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                    byte[] content = jar.readNBytes((int) (LARGEST - total + 1));
                    total += content.length;
                    if (total > LARGEST) {
                        throw new IOException("it holds more than 256 MB");
                    }
                    entries.put(entry.getName(), content);
                }
                if (entries.isEmpty()) {
                    throw new IOException("it is empty or damaged");
                }
                manifest(jar.getManifest() == null ? laterManifest(entries) : jar.getManifest());
            }
            if (spi > SpiVersion.CURRENT) {
                problems.add("It needs version " + spi + " of the plug-in face, and this Tickwright has version "
                        + SpiVersion.CURRENT + ". Use a newer Tickwright, or a jar made for this one.");
            } else {
                definitions(new JarClasses(name, entries));
            }
        }

        /// A manifest that is not the jar's first entry.
        private static @Nullable Manifest laterManifest(Map<String, byte[]> entries) throws IOException {
            byte[] manifest = entries.get("META-INF/MANIFEST.MF");
            return manifest == null ? null : new Manifest(new ByteArrayInputStream(manifest));
        }

        private void manifest(@Nullable Manifest manifest) {
            String version =
                    manifest == null ? null : manifest.getMainAttributes().getValue(SpiVersion.ATTRIBUTE);
            if (version == null) {
                return;
            }
            try {
                spi = Integer.parseInt(version.strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "its manifest says " + SpiVersion.ATTRIBUTE + ": " + version + ", which is no whole number", e);
            }
        }

        private void definitions(JarClasses classes) {
            each(classes, IndicatorDefinition.class, definition -> {
                IndicatorSpec spec = definition.spec();
                SpecChecks.check(spec);
                indicators.add(new FencedIndicator(name, definition, spec));
            });
            each(classes, NodeDefinition.class, definition -> {
                NodeSpec spec = definition.spec();
                SpecChecks.check(spec);
                nodes.add(new FencedNode(name, definition, spec));
            });
            if (indicators.isEmpty() && nodes.isEmpty() && problems.isEmpty()) {
                problems.add("It names no definition. List their classes in META-INF/services/"
                        + IndicatorDefinition.class.getName() + " or META-INF/services/"
                        + NodeDefinition.class.getName() + ".");
            }
        }

        private <T> void each(JarClasses classes, Class<T> face, Consumer<T> taker) {
            Iterator<ServiceLoader.Provider<T>> found =
                    ServiceLoader.load(face, classes).stream().iterator();
            while (true) {
                String type = "";
                try {
                    if (!found.hasNext()) {
                        return;
                    }
                    ServiceLoader.Provider<T> provider = found.next();
                    type = provider.type().getSimpleName() + ": ";
                    taker.accept(provider.get());
                } catch (ServiceConfigurationError e) {
                    problems.add(type + (e.getCause() == null ? e.getMessage() : PlugInWords.of(e)) + ".");
                } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
                    problems.add(
                            type + (e instanceof IllegalArgumentException ? e.getMessage() : PlugInWords.of(e)) + ".");
                }
            }
        }
    }
}
