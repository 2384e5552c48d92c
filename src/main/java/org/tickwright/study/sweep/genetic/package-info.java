/// Genetic search over parameters, with the operators of Jenetics, which is imported here alone.
///
/// Start at [GeneticSearch].
@NullMarked
package org.tickwright.study.sweep.genetic;

import org.jspecify.annotations.NullMarked;
