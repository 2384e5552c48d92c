package org.tickwright.market.feed;

import org.tickwright.kernel.Clock;

/// Time as the thread of a feed meets it: a clock that can be waited for.
public interface Tempo extends Clock {
    /// Waits until the clock shows that time, or until [#wake()]; may return early.
    void await(long until) throws InterruptedException;

    /// Ends the wait of another thread, or the next one where none waits.
    void wake();
}
