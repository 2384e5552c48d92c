package org.tickwright.kernel;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Words that are put together when they are first read.
///
/// A run has tens of thousands of reasons and few of them are ever looked at. What a phrase is made from must not
/// change after it was made; then it always reads the same. Two phrases are equal where their words are. Safe to
/// read from several threads.
public final class Phrase {
    private final @Nullable Supplier<String> maker;
    private volatile @Nullable String text;

    private Phrase(@Nullable Supplier<String> maker, @Nullable String text) {
        this.maker = maker;
        this.text = text;
    }

    /// Words that are there already.
    public static Phrase of(String text) {
        return new Phrase(null, text);
    }

    /// Words that are made when first asked for.
    public static Phrase later(Supplier<String> maker) {
        return new Phrase(maker, null);
    }

    /// The words.
    public String text() {
        String known = text;
        if (known == null) {
            known = Objects.requireNonNull(maker).get();
            text = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Phrase phrase && text().equals(phrase.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
