@NullMarked
package org.tickwright.study.sweep.genetic;

import org.jspecify.annotations.NullMarked;
