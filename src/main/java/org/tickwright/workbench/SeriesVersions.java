package org.tickwright.workbench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.BarDifference;
import org.tickwright.market.BarStore;
import org.tickwright.market.Bars;
import org.tickwright.market.MendPlan;
import org.tickwright.market.Provenance;
import org.tickwright.market.RawFiles;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SeriesVersion;
import org.tickwright.market.StoreException;

/// The versions of series: each import that differs makes one and says how it differs; an older one can be used again,
/// and the file that a version came from can be had back as it came.
public final class SeriesVersions {
    private final BarStore store;
    private final RawFiles files;

    SeriesVersions(BarStore store, RawFiles files) {
        this.store = store;
        this.files = files;
    }

    /// What was stored, and how it differs from what was in use before; null where nothing was or nothing differs.
    public record Stored(SeriesInfo info, @Nullable BarDifference difference) {}

    /// Stores bars that were read from a file, and the file as it came.
    public Stored store(SeriesKey key, Bars bars, Path file, String source, MendPlan mends)
            throws IOException, StoreException {
        if (!key.timeframe().timed()) {
            throw new IllegalArgumentException("Bars of " + key.timeframe()
                    + " end with a trade, and the store does not keep when each was known. Import the trades of "
                    + file.getFileName() + " without a timeframe: bars of " + key.timeframe()
                    + " are made of them when they are asked for.");
        }
        @Nullable
        SeriesInfo before = store.versions(key).stream()
                .filter(SeriesVersion::used)
                .map(SeriesVersion::info)
                .findFirst()
                .orElse(null);
        String raw = files.keep(file);
        SeriesInfo now = store.save(key, bars, new Provenance(source, false, raw.isEmpty() ? null : raw, mends));
        if (before == null || before.contentHash().equals(now.contentHash())) {
            return new Stored(now, null);
        }
        return new Stored(now, difference(key, before.version(), now.version()));
    }

    /// Adds bars of a further file behind those of the version in use, and keeps the file as it came.
    Stored join(SeriesKey key, Bars bars, Path file) throws IOException, StoreException {
        files.keep(file);
        return new Stored(store.append(key, bars), null);
    }

    /// All versions, the first one first.
    public List<SeriesVersion> of(SeriesKey key) throws StoreException {
        return store.versions(key);
    }

    /// How one version differs from another. One that is not there is an [IllegalArgumentException].
    public BarDifference difference(SeriesKey key, int from, int to) throws StoreException {
        return BarDifference.of(from, load(key, from), to, load(key, to));
    }

    /// How bars differ from the version that is in use, as if they were the next one; null where none is.
    public @Nullable BarDifference against(SeriesKey key, Bars bars) throws StoreException {
        List<SeriesVersion> all = store.versions(key);
        for (SeriesVersion version : all) {
            if (version.used()) {
                int number = version.info().version();
                return BarDifference.of(number, load(key, number), number + 1, bars);
            }
        }
        return null;
    }

    private Bars load(SeriesKey key, int version) throws StoreException {
        return store.load(key, version).orElseThrow(() -> missing(key, version));
    }

    private static IllegalArgumentException missing(SeriesKey key, int version) {
        return new IllegalArgumentException("There is no version " + version + " of " + key);
    }

    /// Makes a version the one that charts and runs read.
    public SeriesInfo use(SeriesKey key, int version) throws StoreException {
        return store.use(key, version);
    }

    /// Removes a version that is not in use; false if there is none of that number.
    public boolean remove(SeriesKey key, int version) throws StoreException {
        return store.remove(key, version);
    }

    /// Writes the file that a version came from, byte for byte, in one step; false where it was not kept.
    public boolean writeRaw(SeriesKey key, int version, Path out) throws IOException, StoreException {
        SeriesVersion wanted = store.versions(key).stream()
                .filter(one -> one.info().version() == version)
                .findFirst()
                .orElseThrow(() -> missing(key, version));
        String raw = wanted.provenance().raw();
        if (raw == null) {
            return false;
        }
        return write(files, raw, out);
    }

    /// Writes a file as it came, in one step; false where there is none of that hash.
    static boolean write(RawFiles files, String raw, Path out) throws IOException, StoreException {
        Path absolute = out.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || Files.isDirectory(absolute)) {
            throw new IOException(out + " is no file that can be written");
        }
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, ".raw", ".tmp");
        try {
            boolean there;
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(draft))) {
                there = files.write(raw, stream);
            }
            if (there) {
                Files.move(draft, absolute, StandardCopyOption.REPLACE_EXISTING);
            }
            return there;
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
