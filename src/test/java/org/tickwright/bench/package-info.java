/// Benchmarks beside their peers: `mvn -q -Pbench verify -Dbench=NAME`.
///
/// Start at [org.tickwright.bench.Suites], where every name is listed with its benchmarks, peers and
/// limits. A suite first checks that both sides compute the same; if they do not, it prints no timing.
@NullMarked
package org.tickwright.bench;

import org.jspecify.annotations.NullMarked;
