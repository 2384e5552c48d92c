/// The strategy graph: document, node catalogue, types, validation, interpreter, compiler, templates.
///
/// Start at [org.tickwright.strategy.StrategyDocument] for what a file holds and
/// [org.tickwright.strategy.Program] for what the engine runs. A new node is an entry in `StandardNodes` and
/// its formula in `Formulas`; the tests then ask for its line in the reference evaluator. How it becomes code:
/// [org.tickwright.strategy.CodePlanner].
@NullMarked
package org.tickwright.strategy;

import org.jspecify.annotations.NullMarked;
