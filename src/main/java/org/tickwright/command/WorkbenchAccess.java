package org.tickwright.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tickwright.workbench.Workbench;

/// How a command reaches the use cases: opened when first needed, so that commands on files alone start at once.
public interface WorkbenchAccess {

    /// The workbench on a home for reading and writing; `home` null is the default home.
    ///
    /// Throws [CommandFailure] where another program holds the home.
    Workbench writable(@Nullable Path home);

    /// The workbench on a home for reading; works beside a program that holds it.
    Workbench readable(@Nullable Path home);
}
