/// Bayesian search over parameters: a Gaussian process of what was seen, and the combination whose expected improvement
/// is largest. ojAlgo factors its matrices and is imported here alone.
///
/// Start at [BayesianSearch].
@NullMarked
package org.tickwright.study.sweep.bayes;

import org.jspecify.annotations.NullMarked;
