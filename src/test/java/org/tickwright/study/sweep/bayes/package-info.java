@NullMarked
package org.tickwright.study.sweep.bayes;

import org.jspecify.annotations.NullMarked;
