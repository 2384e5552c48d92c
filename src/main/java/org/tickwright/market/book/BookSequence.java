package org.tickwright.market.book;

/// Whether the changes of a book follow each other without a hole, by the numbers that a venue gives them.
///
/// Each change covers the numbers from its first to its last one. A venue that does not count sends no numbers and is
/// believed. One thread.
public final class BookSequence {
    private static final long NONE = Long.MIN_VALUE;
    private long last = NONE;
    private long missing;

    /// What to do with a change.
    public enum Verdict {
        /// It follows on what the book has.
        APPLY,
        /// The book has all of it.
        OLD,
        /// Something is missing before it: the book is wrong until the next snapshot.
        GAP,
        /// There was no snapshot yet.
        EARLY
    }

    /// A snapshot was taken that has all changes up to a number.
    public void snapshot(long upTo) {
        last = upTo;
    }

    /// The number up to which the book has all changes.
    public long last() {
        return last;
    }

    /// What to do with a change that covers these numbers; where it is applied the book has them from then on. After a
    /// gap every change is [Verdict#EARLY] until there is a snapshot.
    public Verdict next(long first, long upTo) {
        if (first > upTo) {
            throw new IllegalArgumentException("A change covers no numbers from " + first + " to " + upTo);
        }
        if (last == NONE) {
            return Verdict.EARLY;
        }
        if (upTo <= last) {
            return Verdict.OLD;
        }
        if (first > last + 1) {
            missing += first - last - 1;
            last = NONE;
            return Verdict.GAP;
        }
        last = upTo;
        return Verdict.APPLY;
    }

    /// Whether the book can be trusted.
    public boolean whole() {
        return last != NONE;
    }

    /// How many numbers were missing in all.
    public long missing() {
        return missing;
    }
}
