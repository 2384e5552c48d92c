/// The order of packages and the purity of the inner ones, as tests.
@NullMarked
package org.tickwright.architecture;

import org.jspecify.annotations.NullMarked;
