package org.tickwright.market.messages;

import java.util.List;

/// Levels of a book that changed.
///
/// @param first the number of the first change in it, -1 where the venue does not count
/// @param last that of the last one
/// @param previous that of the last change of the message before, -1 where it is not told
/// @param depth the venue tells of so many levels, 0 for all
/// @param checksum of the best levels after it, as the venue says; empty where it says none
record Change(List<Level> bids, List<Level> asks, long first, long last, long previous, int depth, String checksum) {
    /// Of a venue that neither counts nor checks.
    Change(List<Level> bids, List<Level> asks) {
        this(bids, asks, -1, -1, -1, 0, "");
    }
}
