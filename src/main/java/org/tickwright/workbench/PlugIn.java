package org.tickwright.workbench;

import java.nio.file.Path;
import java.util.List;

/// A jar in a plug-in folder: what it brought and what is wrong with it.
///
/// `spi` is the version of the plug-in face that its manifest names, 1 where it names none; `brings` the node
/// types that came of it. A problem says what happened, why, and how to mend it; a jar with problems may
/// still bring what is sound in it.
public record PlugIn(Path file, int spi, List<String> brings, List<String> problems) {

    /// The file's name.
    public String name() {
        return String.valueOf(file.getFileName());
    }
}
