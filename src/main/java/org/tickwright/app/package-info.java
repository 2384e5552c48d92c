/// Composition root: configuration, wiring, life cycle, threads. Start at [Main].
@NullMarked
package org.tickwright.app;

import org.jspecify.annotations.NullMarked;
