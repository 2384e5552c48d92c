package org.tickwright.market;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// Files as they came, each kept once, by the SHA-256 of its bytes.
public interface RawFiles {
    /// Keeps nothing.
    RawFiles NONE = new RawFiles() {
        @Override
        public String keep(Path file) {
            return "";
        }

        @Override
        public boolean write(String hash, OutputStream out) {
            return false;
        }
    };

    /// Keeps a file, in one transaction; returns its hash, or nothing where files are not kept here.
    String keep(Path file) throws IOException, StoreException;

    /// Writes the bytes of a file; false if there is none of that hash. Damage is a [StoreException].
    boolean write(String hash, OutputStream out) throws IOException, StoreException;
}
