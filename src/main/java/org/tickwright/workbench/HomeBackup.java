package org.tickwright.workbench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.tickwright.kernel.Progress;
import org.tickwright.market.StoreException;

/// A home's store, strategies, drafts and settings as one file, and back.
///
/// The file is a zip whose last entry lists every other with its length and SHA-256. Plug-ins and logs are left out:
/// programs come from where they were had, not from a backup. A backup is there whole and looked over, or not at all. A
/// restore is written out beside the home's files first; once it is complete it takes their place, and if the process
/// dies on the way the next start goes on with it. What was there before lies in a folder `before-restore-N`.
public final class HomeBackup {
    private static final String MANIFEST = "tickwright-backup.json";
    private static final String STORE = "store/tickwright.mv.db";
    private static final List<String> FOLDERS = List.of("strategies", "drafts");
    private static final String READY = "restoring";
    private static final String ASIDE = "aside.txt";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int VERSION = 1;

    private HomeBackup() {}

    /// What was backed up: the file, its length, how many files are in it, and what the look over the store found.
    public record Report(Path file, long bytes, int files, StoreUpkeep.Verdict store) {}

    /// The last entry of a backup.
    record Manifest(String format, int version, Map<String, Part> files) {}

    /// A file of a backup.
    record Part(long bytes, String sha256) {}

    /// Looks over the file of a store.
    @FunctionalInterface
    public interface Inspection {
        /// Throws where it cannot be opened.
        StoreUpkeep.Verdict of(Path store, Progress progress) throws StoreException;
    }

    /// Writes a backup of a home that may be in use, replacing the file in one step.
    public static Report write(Path home, StoreUpkeep upkeep, Path file, Progress progress)
            throws IOException, StoreException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new IOException(file + " is no file that can be written; name a file for the backup");
        }
        Files.createDirectories(folder);
        Path work = Files.createTempDirectory(folder, ".backup");
        try {
            Path store = work.resolve("tickwright.mv.db");
            StoreUpkeep.Verdict verdict = upkeep.copy(store, progress);
            Map<String, Path> sources = new TreeMap<>();
            sources.put(STORE, store);
            sources.putAll(files(home));
            progress.report(0.9, "Writing " + target.getFileName());
            Path draft = work.resolve("backup.zip");
            Manifest manifest = zip(sources, draft);
            verify(draft, manifest);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Report(file, Files.size(target), sources.size(), verdict);
        } finally {
            remove(work);
        }
    }

    private static Map<String, Path> files(Path home) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (String name : FOLDERS) {
            Path folder = home.resolve(name);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.filter(Files::isRegularFile).forEach(file -> files.put(name(home, file), file));
                }
            }
        }
        try (Stream<Path> all = Files.list(home)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".json"))
                    .forEach(file -> files.put(name(home, file), file));
        }
        return files;
    }

    private static String name(Path home, Path file) {
        return home.relativize(file).toString().replace('\\', '/');
    }

    private static Manifest zip(Map<String, Path> sources, Path draft) throws IOException {
        Map<String, Part> parts = new TreeMap<>();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(draft))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, Path> source : sources.entrySet()) {
                zip.putNextEntry(new ZipEntry(source.getKey()));
                MessageDigest digest = sha256();
                long bytes = Files.copy(source.getValue(), new DigestOutputStream(new Unclosed(zip), digest));
                parts.put(source.getKey(), new Part(bytes, HexFormat.of().formatHex(digest.digest())));
                zip.closeEntry();
            }
            Manifest manifest = new Manifest("tickwright-backup", VERSION, parts);
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    /// Passes bytes on, a block at a time, and stays open.
    private static final class Unclosed extends OutputStream {
        private final OutputStream to;

        Unclosed(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            to.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            to.write(bytes, from, count);
        }
    }

    private static void verify(Path file, Manifest wanted) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (!manifest(zip).equals(wanted)) {
                throw new IOException(file + " does not read back as it was written; the disk may be failing");
            }
            for (Map.Entry<String, Part> part : wanted.files().entrySet()) {
                extract(zip, part.getKey(), part.getValue(), OutputStream.nullOutputStream());
            }
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new IOException(zip.getName() + " is no backup of Tickwright, or its end is missing");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = JSON.readValue(in, Manifest.class);
            if (manifest.version() > VERSION) {
                throw new IOException(zip.getName() + " was written by a newer Tickwright; restore it with that one");
            }
            return manifest;
        }
    }

    private static void extract(ZipFile zip, String name, Part part, OutputStream out) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        MessageDigest digest = sha256();
        long bytes = 0;
        if (entry != null) {
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] piece = new byte[1 << 16];
                for (int count = in.read(piece); count >= 0 && bytes <= part.bytes(); count = in.read(piece)) {
                    digest.update(piece, 0, count);
                    out.write(piece, 0, count);
                    bytes += count;
                }
            }
        }
        if (bytes != part.bytes() || !HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw new IOException(
                    "The backup " + zip.getName() + " is damaged: " + name + " is not what was written. Use another");
        }
    }

    /// Makes a backup ready to take the place of what a home holds, which nobody else may have open; [#finish(Path)]
    /// does the rest. A home that holds something is refused unless `force` says otherwise.
    public static void prepare(Path home, Path backup, boolean force, Inspection inspection)
            throws IOException, StoreException {
        Path store = home.resolve(STORE);
        if (!force
                && (holdsData(store, inspection) || !files(home, "strategies").isEmpty())) {
            throw new StoreException(
                    "The home " + home + " is not empty, and nothing was changed. Name another with --home"
                            + " DIR, or say --force: what is there is then put aside in it.",
                    false);
        }
        Path draft = home.resolve(READY + ".tmp");
        remove(draft);
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            Manifest manifest = manifest(zip);
            for (Map.Entry<String, Part> part : manifest.files().entrySet()) {
                Path to = inside(draft, part.getKey(), backup);
                Files.createDirectories(to.getParent());
                try (OutputStream out = Files.newOutputStream(to)) {
                    extract(zip, part.getKey(), part.getValue(), out);
                }
            }
        }
        inspection.of(draft.resolve(STORE), Progress.NONE);
        int number = 1;
        while (Files.exists(home.resolve("before-restore-" + number))) {
            number++;
        }
        Files.writeString(draft.resolve(ASIDE), "before-restore-" + number);
        Files.move(draft, home.resolve(READY), StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean holdsData(Path store, Inspection inspection) throws StoreException {
        if (!Files.exists(store)) {
            return false;
        }
        StoreUpkeep.Verdict there = inspection.of(store, Progress.NONE);
        return there.versions() + there.ticks() + there.runs() > 0;
    }

    private static List<Path> files(Path home, String folder) throws IOException {
        Path path = home.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /// Where a file of a backup goes: below the folder, and one of those that a backup holds.
    private static Path inside(Path folder, String name, Path backup) throws IOException {
        String first = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
        boolean known = name.equals(STORE) || FOLDERS.contains(first) || (first.isEmpty() && name.endsWith(".json"));
        Path to = folder.resolve(name).normalize();
        if (!known || !to.startsWith(folder)) {
            throw new IOException("The backup " + backup + " holds '" + name + "', which has no place in a home. It was"
                    + " not restored");
        }
        return to;
    }

    /// Goes on with a restore that is ready, if there is one: puts aside what is there and takes what was restored.
    /// Nobody else may have the home open. True if there was one.
    public static boolean finish(Path home) throws IOException {
        remove(home.resolve(READY + ".tmp"));
        Path ready = home.resolve(READY);
        if (!Files.isDirectory(ready)) {
            return false;
        }
        Path note = ready.resolve(ASIDE);
        if (Files.exists(note)) {
            Path aside = home.resolve(Files.readString(note).strip());
            List<Path> parts = new ArrayList<>();
            try (Stream<Path> all = Files.list(ready)) {
                all.filter(part -> !part.equals(note)).sorted().forEach(parts::add);
            }
            for (Path part : parts) {
                take(part, home, aside);
            }
        }
        remove(ready);
        return true;
    }

    private static void take(Path part, Path home, Path aside) throws IOException {
        Path place = home.resolve(part.getFileName());
        if (Files.exists(place)) {
            Files.createDirectories(aside);
            Files.move(place, aside.resolve(part.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime carries SHA-256", e);
        }
    }
}
