package org.tickwright.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.workbench.CatalogueSource;
import org.tickwright.workbench.Catalogues;

/// The plug-ins in some folders, as catalogues.
///
/// Each look lists the folders; a jar whose size and time are those of the last look is taken as it is, one
/// whose content is the same too. A look never fails, whatever lies in the folders; a folder that is not
/// there is empty. Safe for several threads.
public final class PlugInFolders implements CatalogueSource {
    private static final Logger LOG = LoggerFactory.getLogger(PlugInFolders.class);
    private static final String SUFFIX = ".jar";

    private final List<Path> folders;
    private final IndicatorCatalogue builtIn;
    private Map<Path, Known> known = Map.of();
    private @Nullable Catalogues catalogues;

    /// What is known of a file since it was last read.
    private record Known(long size, FileTime time, String hash, PlugInJar jar) {}

    /// Plug-ins beside these indicators; of two definitions with one name, that of the first folder and file
    /// by name counts.
    public PlugInFolders(IndicatorCatalogue builtIn, List<Path> folders) {
        this.builtIn = builtIn;
        this.folders = List.copyOf(folders);
    }

    @Override
    public synchronized Catalogues current() {
        Map<Path, Known> now = look();
        Catalogues before = catalogues;
        if (before != null && sameJars(now)) {
            known = now;
            return before;
        }
        known = now;
        Catalogues made = assemble(now);
        catalogues = made;
        return made;
    }

    @Override
    public synchronized Catalogues known() {
        Catalogues before = catalogues;
        return before == null ? current() : before;
    }

    @Override
    public Catalogues fresh() {
        return new PlugInFolders(builtIn, folders).current();
    }

    private Catalogues assemble(Map<Path, Known> now) {
        return new PlugInCatalogue(
                        builtIn, now.values().stream().map(Known::jar).toList())
                .catalogues();
    }

    private boolean sameJars(Map<Path, Known> now) {
        return List.copyOf(now.values().stream().map(Known::jar).toList())
                .equals(known.values().stream().map(Known::jar).toList());
    }

    private Map<Path, Known> look() {
        Map<Path, Known> found = new LinkedHashMap<>();
        for (Path file : jars()) {
            found.put(file, look(file));
        }
        return found;
    }

    private List<Path> jars() {
        List<Path> jars = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                        .filter(Files::isRegularFile)
                        .map(file -> file.toAbsolutePath().normalize())
                        .sorted(Comparator.comparing(Path::toString))
                        .forEach(jars::add);
            } catch (IOException | java.io.UncheckedIOException e) {
                LOG.warn("Plug-ins in {} not listed", folder, e);
            }
        }
        return jars.stream().distinct().toList();
    }

    private Known look(Path file) {
        Known before = known.get(file);
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (before != null && before.size() == now.size() && before.time().equals(now.lastModifiedTime())) {
                return before;
            }
            byte[] bytes = Files.readAllBytes(file);
            String hash = hash(bytes);
            boolean same = before != null && before.hash().equals(hash);
            PlugInJar jar = same && before != null ? before.jar() : PlugInJar.load(file, bytes);
            if (!same) {
                jar.problems().forEach(problem -> LOG.warn("Plug-in {}: {}", file, problem));
            }
            return new Known(now.size(), now.lastModifiedTime(), hash, jar);
        } catch (IOException e) {
            LOG.warn("Plug-in {} not read", file, e);
            return new Known(-1, FileTime.fromMillis(0), "", PlugInJar.unreadable(file, e));
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
