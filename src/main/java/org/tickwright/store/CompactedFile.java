package org.tickwright.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.tickwright.market.StoreException;

/// The file of a closed database written anew, without its holes: beside the old one, and in its place only when all of
/// it is on disk. A process that dies on the way leaves the old file, and a draft that the next opening removes.
record CompactedFile(Path draft, Path file) {
    /// The name of a draft's database.
    static final String NAME = "compacting";

    private static final String DRAFT = NAME + ".mv.db";

    /// Writes the draft.
    static CompactedFile of(Path file) throws StoreException {
        Path draft = file.resolveSibling(DRAFT);
        try {
            Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
            MVStoreTool.compact(draft.toString(), false);
            return new CompactedFile(draft, file);
        } catch (IOException | MVStoreException e) {
            throw failure(e);
        }
    }

    /// Puts the draft in the place of the file.
    void replace() throws StoreException {
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static StoreException failure(Exception e) {
        return new StoreException(
                "The store could not be compacted: " + e.getMessage() + ". It was left as it was.", true, e);
    }

    /// Removes what a compaction that was killed left.
    static void tidy(Path directory) throws IOException {
        for (String suffix : new String[] {"", ".tempFile", ".newFile"}) {
            Files.deleteIfExists(directory.resolve(DRAFT + suffix));
        }
    }
}
