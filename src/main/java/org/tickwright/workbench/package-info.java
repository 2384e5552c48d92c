/// What a person can ask for, one class each. Screen and command line call these and nothing deeper.
@NullMarked
package org.tickwright.workbench;

import org.jspecify.annotations.NullMarked;
