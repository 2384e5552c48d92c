/// Finds, loads, reloads and fences what users add.
///
/// Start at [PlugInFolders], which turns jars in folders into catalogues. [PlugInJar] loads one jar with
/// [JarClasses]; [FencedKernel] is what stands between a plug-in's kernel and everybody else's columns.
@NullMarked
package org.tickwright.plugin;

import org.jspecify.annotations.NullMarked;
