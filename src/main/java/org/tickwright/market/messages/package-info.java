/// Files of messages as venues send them, and tables of order books, read as the events of a feed.
///
/// Start at [MessageFile]. Dialects tell a [Tape] what messages say; [EventTape] makes events of it, with books that
/// are followed from their snapshots.
@NullMarked
package org.tickwright.market.messages;

import org.jspecify.annotations.NullMarked;
