package org.tickwright.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.feed.Tempo;
import org.tickwright.workbench.CatalogueSource;
import org.tickwright.workbench.Catalogues;
import org.tickwright.workbench.SeriesFiles;
import org.tickwright.workbench.Workbench;

/// How a command reaches the use cases: opened when first needed, so that commands on files alone start at
/// once.
public interface WorkbenchAccess {

    /// The workbench on a home for reading and writing; `home` null is the default home.
    ///
    /// Throws [CommandFailure] where another program holds the home.
    Workbench writable(@Nullable Path home);

    /// The workbench on a home for reading; works beside a program that holds it.
    Workbench readable(@Nullable Path home);

    /// Puts a backup in the place of what a home holds, and opens it; nothing may have been opened before. `force` puts
    /// aside what is there.
    default Workbench restore(@Nullable Path home, Path backup, boolean force) {
        throw new CommandFailure("Backups are not restored here, so " + backup + " was not read.");
    }

    /// How files are read; opens no store.
    default SeriesFiles files() {
        return SeriesFiles.TEXT;
    }

    /// True once the person asked the program to end while it works; the program then waits for the work to
    /// stop. The first call says that the work can be stopped.
    default boolean interrupted() {
        return false;
    }

    /// The clock that feeds are told by.
    default Tempo tempo() {
        throw new CommandFailure("There is no clock here to tell a feed by.");
    }

    /// A further folder of plug-ins, besides that of the home; said before anything is opened.
    default void plugIns(Path directory) {
        throw new CommandFailure("Plug-ins are not loaded here, so " + directory + " was not read.");
    }

    /// What strategies can be made of: the built-in nodes and the plug-ins. Opens no store.
    default CatalogueSource catalogues(@Nullable Path home) {
        return CatalogueSource.of(Catalogues.builtIn());
    }
}
