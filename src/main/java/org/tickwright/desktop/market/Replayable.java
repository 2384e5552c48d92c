package org.tickwright.desktop.market;

import java.io.IOException;
import java.util.Locale;
import org.tickwright.market.StoreException;
import org.tickwright.market.feed.EventSource;
import org.tickwright.market.feed.FeedException;

/// Something that can be told again: a recording, or what the store keeps.
///
/// @param kind what it is
/// @param name what people call it
/// @param amount how much of it there is, in words
/// @param span when it was written, or of which time it tells, in words
/// @param opening opens it from its beginning
public record Replayable(Kind kind, String name, String amount, String span, Opening opening) {
    /// What it is.
    public enum Kind {
        RECORDING("Recording"),
        BARS("Bars"),
        TRADES("Trades");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// As people say it.
        public String word() {
            return word;
        }
    }

    /// Opens a source; may take a while.
    @FunctionalInterface
    public interface Opening {
        /// Opens it from its beginning.
        EventSource open() throws IOException, FeedException, StoreException;
    }

    /// Whether it has a text, in small letters, in its kind or name.
    boolean matches(String wanted) {
        return (kind.word + " " + name).toLowerCase(Locale.ROOT).contains(wanted);
    }
}
