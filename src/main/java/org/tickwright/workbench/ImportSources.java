package org.tickwright.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tickwright.market.ImportException;
import org.tickwright.market.StoreException;

/// The files of an import, one after the other: a file by itself, those of a folder with all below it, or
/// those of a zip archive.
///
/// Hidden files and links are passed by. An archive is never unpacked to a place that it names itself.
/// Its limits: [#MOST_FILES] files, [#LARGEST] bytes for one and [#ALL] for all of them, and [#RATIO]
/// times the packed size for one that unpacks to more than [#SMALL] bytes; a file that goes past one is
/// refused, and past the limit of all the rest too.
final class ImportSources {
    static final int MOST_FILES = 20_000;
    static final long LARGEST = 2L << 30;
    static final long ALL = 16L << 30;
    static final long RATIO = 200;
    static final long SMALL = 64L << 20;

    private static final int BUFFER = 1 << 16;

    private final Path source;
    private long unpacked;

    ImportSources(Path source) {
        this.source = source;
    }

    /// Takes the files.
    interface Taker {
        /// So many files come.
        void expect(int files);

        /// A file that can be read at `path`, called `name`.
        void file(Path path, String name) throws StoreException;

        /// A file that is not read.
        void refused(String name, String why);
    }

    /// Whether this is a folder or an archive rather than one file.
    static boolean several(Path source) {
        return Files.isDirectory(source) || archive(source);
    }

    private static boolean archive(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        } catch (IOException e) {
            return false;
        }
    }

    /// Hands over the files of every source; those of a folder or archive among several with its name in front.
    static void each(List<Path> sources, Taker taker) throws ImportException, StoreException {
        for (Path source : sources) {
            boolean plain = sources.size() == 1 || !several(source);
            new ImportSources(source).each(plain ? taker : new Below(source.getFileName() + "/", taker));
        }
    }

    private record Below(String folder, Taker taker) implements Taker {
        @Override
        public void expect(int files) {
            taker.expect(files);
        }

        @Override
        public void file(Path path, String name) throws StoreException {
            taker.file(path, folder + name);
        }

        @Override
        public void refused(String name, String why) {
            taker.refused(folder + name, why);
        }
    }

    /// Hands over every file.
    void each(Taker taker) throws ImportException, StoreException {
        try {
            if (Files.isDirectory(source)) {
                folder(taker);
            } else if (archive(source)) {
                zip(taker);
            } else {
                taker.expect(1);
                taker.file(source, String.valueOf(source.getFileName()));
            }
        } catch (ZipException e) {
            throw new ImportException(
                    source.getFileName() + " is a zip archive that is cut off or damaged: " + e.getMessage()
                            + ". Nothing was stored; fetch it again.",
                    e);
        } catch (IOException e) {
            throw new ImportException("Could not read " + source + ": " + e.getMessage(), e);
        }
    }

    private void folder(Taker taker) throws IOException, ImportException, StoreException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(source)) {
            files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !hidden(name(file)))
                    .sorted(Comparator.comparing(this::name))
                    .limit(MOST_FILES + 1L)
                    .toList();
        }
        checkCount(files.size());
        taker.expect(files.size());
        for (Path file : files) {
            if (archive(file)) {
                taker.refused(name(file), name(file) + " is an archive in a folder. Import it by itself.");
            } else {
                taker.file(file, name(file));
            }
        }
    }

    private String name(Path file) {
        return source.relativize(file).toString().replace('\\', '/');
    }

    private static boolean hidden(String name) {
        for (String part : name.split("/", -1)) {
            if (part.startsWith(".") || part.equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }

    private void checkCount(int count) throws ImportException {
        if (count == 0) {
            throw new ImportException(source + " holds no files.");
        }
        if (count > MOST_FILES) {
            throw new ImportException(source + " holds more than " + MOST_FILES + " files. Import it in parts.");
        }
    }

    private void zip(Taker taker) throws IOException, ImportException, StoreException {
        try (ZipFile archive = new ZipFile(source.toFile())) {
            List<ZipEntry> entries = new ArrayList<>();
            for (ZipEntry entry : archive.stream().limit(MOST_FILES + 1L).toList()) {
                if (entry.getName().equals("[Content_Types].xml")) {
                    throw new ImportException(
                            source.getFileName() + " is a spreadsheet. Save its sheets as CSV and import these.");
                }
                if (!entry.isDirectory() && (escapes(entry.getName()) || !hidden(entry.getName()))) {
                    entries.add(entry);
                }
            }
            checkCount(entries.size());
            taker.expect(entries.size());
            Path folder = Files.createTempDirectory("tickwright-import");
            try {
                for (ZipEntry entry : entries) {
                    entry(archive, entry, folder.resolve("entry"), taker);
                }
            } finally {
                Files.deleteIfExists(folder.resolve("entry"));
                Files.deleteIfExists(folder);
            }
        }
    }

    private void entry(ZipFile archive, ZipEntry entry, Path place, Taker taker) throws IOException, StoreException {
        String name = entry.getName();
        if (escapes(name)) {
            taker.refused(name, name + " names a place outside of the archive. It was not read.");
            return;
        }
        String excess;
        try {
            excess = unpack(archive, entry, place);
        } catch (ZipException | java.io.EOFException e) {
            taker.refused(name, name + " is damaged in the archive: " + e.getMessage() + ".");
            return;
        }
        if (!excess.isEmpty()) {
            taker.refused(name, name + excess);
        } else if (archive(place)) {
            taker.refused(name, name + " is an archive in an archive. Unpack it, and import it by itself.");
        } else {
            taker.file(place, name);
        }
    }

    private static boolean escapes(String name) {
        String plain = name.replace('\\', '/');
        return plain.startsWith("/")
                || plain.matches("[A-Za-z]:.*")
                || List.of(plain.split("/", -1)).contains("..");
    }

    /// Unpacks an entry; the limit that it goes past in words, or nothing.
    private String unpack(ZipFile archive, ZipEntry entry, Path place) throws IOException {
        long packed = Math.max(1, entry.getCompressedSize());
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream in = archive.getInputStream(entry);
                OutputStream out = Files.newOutputStream(place)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                unpacked += read;
                if (size > LARGEST || unpacked > ALL || (size > SMALL && size / packed > RATIO)) {
                    return String.format(
                            Locale.ROOT,
                            " unpacks to more than is read from an archive (%,d MB for one file, %,d MB for all, or %d"
                                    + " times its packed size). It was not read; unpack it yourself if you trust it.",
                            LARGEST >> 20,
                            ALL >> 20,
                            RATIO);
                }
                out.write(buffer, 0, read);
            }
        }
        return "";
    }
}
