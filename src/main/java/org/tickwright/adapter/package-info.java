/// One venue or library each: feeds, history, brokers. Holds nothing yet: adapters arrive with their own release.
@NullMarked
package org.tickwright.adapter;

import org.jspecify.annotations.NullMarked;
