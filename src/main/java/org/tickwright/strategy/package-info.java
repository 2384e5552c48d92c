/// The strategy graph: document, node catalogue, types, validation, interpreter, templates.
///
/// Start at [StrategyDocument] for what a file holds and [Program] for what the engine runs.
@NullMarked
package org.tickwright.strategy;

import org.jspecify.annotations.NullMarked;
