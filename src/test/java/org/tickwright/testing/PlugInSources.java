package org.tickwright.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.NodeDefinition;

/// Builds a plug-in jar the way its author would: Java sources through the compiler, services, manifest.
public final class PlugInSources {
    private final List<JavaFileObject> sources = new ArrayList<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final StringBuilder indicators = new StringBuilder();
    private final StringBuilder nodes = new StringBuilder();
    private String spi = "1";

    /// A source file of a class.
    public PlugInSources source(String className, String code) {
        URI place = URI.create("string:///" + className.replace('.', '/') + ".java");
        sources.add(new SimpleJavaFileObject(place, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        });
        return this;
    }

    /// A source file whose class is an indicator.
    public PlugInSources indicator(String className, String code) {
        return names(className).source(className, code);
    }

    /// A source file whose class is a node.
    public PlugInSources node(String className, String code) {
        nodes.append(className).append('\n');
        return source(className, code);
    }

    /// An indicator of that class without a source for it.
    public PlugInSources names(String className) {
        indicators.append(className).append('\n');
        return this;
    }

    /// What the manifest says of the face.
    public PlugInSources spi(String version) {
        spi = version;
        return this;
    }

    /// An indicator `NAME` of the close whose kernel has this body; the rows from `from` to `to` are to be written
    /// to `out`, `x` is the close.
    public PlugInSources ofClose(String name, String body) {
        return indicator("made." + name, """
            package made;
            import java.util.*;
            import org.tickwright.spi.*;
            public final class %1$s implements IndicatorDefinition {
                public IndicatorSpec spec() {
                    return new IndicatorSpec("%1$s", "Title of %1$s", "Made", "Made for a test.",
                        List.of(new IndicatorSpec.Input("close", "close")), List.of(),
                        List.of(new IndicatorSpec.Output("value", IndicatorSpec.Unit.PRICE)),
                        IndicatorSpec.Place.OVERLAY);
                }
                public int lookback(IndicatorArguments arguments) { return 0; }
                public IndicatorKernel kernel(IndicatorArguments arguments, int begin) {
                    return (inputs, from, to, outputs) -> {
                        double[] x = inputs[0];
                        double[] out = outputs[0];
                        %2$s
                    };
                }
            }
            """.formatted(name, body));
    }

    /// Compiles and writes the jar, replacing one that is there in one step.
    public Path into(Path jar) throws IOException {
        Path classes = Files.createTempDirectory("plugin-classes");
        compile(classes);
        Path half = Files.createTempFile(jar.toAbsolutePath().getParent(), "jar", ".half");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Tickwright-Spi", spi);
        try (OutputStream file = Files.newOutputStream(half);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> made = Files.walk(classes)) {
            for (Path each : made.filter(Files::isRegularFile).sorted().toList()) {
                add(out, classes.relativize(each).toString().replace('\\', '/'), Files.readAllBytes(each));
            }
            add(out, "META-INF/services/" + IndicatorDefinition.class.getName(), bytes(indicators));
            add(out, "META-INF/services/" + NodeDefinition.class.getName(), bytes(nodes));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                add(out, entry.getKey(), entry.getValue());
            }
        }
        return Files.move(half, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }

    private void compile(Path classes) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            if (!compiler.getTask(said, files, null, options, null, sources).call()) {
                throw new IllegalArgumentException(said.toString());
            }
        }
    }
}
