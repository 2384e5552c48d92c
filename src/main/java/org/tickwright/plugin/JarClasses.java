package org.tickwright.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The classes of one jar, held in memory so that the file can be replaced at any time.
///
/// They see the JDK, the plug-in face and themselves: neither the rest of this program nor another plug-in.
/// Nothing has to be closed; the classes go when the last run that uses them has ended.
final class JarClasses extends ClassLoader {
    private static final List<String> FACE = List.of("org.tickwright.spi.", "org.jspecify.annotations.");

    private final Map<String, byte[]> entries;
    private final ProtectionDomain domain;

    /// Classes and resources by their path in the jar, of a jar of that name.
    JarClasses(String name, Map<String, byte[]> entries) {
        super("plugin " + name, new Face());
        this.entries = entries;
        domain = new ProtectionDomain(new CodeSource(null, (Certificate[]) null), null, this, null);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = entries.get(name.replace('.', '/') + ".class");
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length, domain);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        byte[] bytes = entries.get(name);
        if (bytes == null) {
            return null;
        }
        try {
            URI place = URI.create("plugin:/" + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8));
            return URL.of(place, new InMemory(bytes));
        } catch (IOException e) {
            throw new IllegalStateException("The place of " + name + " is no address", e);
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL found = findResource(name);
        return found == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(found));
    }

    /// What a plug-in may see of the world outside: the JDK and the face.
    private static final class Face extends ClassLoader {
        Face() {
            super("plugin face", ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (FACE.stream().anyMatch(name::startsWith)) {
                return Class.forName(name, false, JarClasses.class.getClassLoader());
            }
            throw new ClassNotFoundException(name);
        }
    }

    /// Opens bytes as if they lay somewhere.
    private static final class InMemory extends URLStreamHandler {
        private final byte[] bytes;

        InMemory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {
                    connected = true;
                }

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(bytes);
                }
            };
        }
    }
}
