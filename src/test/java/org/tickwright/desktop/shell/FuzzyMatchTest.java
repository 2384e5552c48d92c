package org.tickwright.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {
    @Test
    void refusesATextThatMissesALetter() {
        assertEquals(FuzzyMatch.NONE, FuzzyMatch.score("aapq", "AAPL 1d"));
    }

    @Test
    void ranksExactBeforePrefixBeforeWordBeforeScattered() {
        int exact = FuzzyMatch.score("data", "Data");
        int prefix = FuzzyMatch.score("data", "Database");
        int word = FuzzyMatch.score("data", "Go to Data");
        int scattered = FuzzyMatch.score("data", "Do attach a");
        assertTrue(exact > prefix && prefix > word && word > scattered && scattered > 0);
    }

    @Test
    void findsInitialsOfWords() {
        assertTrue(FuzzyMatch.score("gtd", "Go to Data") > FuzzyMatch.score("gtd", "longest drawdown"));
    }

    @Test
    void wantsEveryWordOfTheQueryInAnyOrder() {
        assertTrue(FuzzyMatch.score("1d aapl", "AAPL 1d") > 0);
        assertEquals(FuzzyMatch.NONE, FuzzyMatch.score("1d msft", "AAPL 1d"));
    }

    @Property(tries = 200)
    void everyTextMatchesItselfBest(@ForAll @AlphaChars @StringLength(min = 1, max = 20) String text) {
        assertTrue(FuzzyMatch.score(text, text) >= FuzzyMatch.score(text, text + " more"));
    }
}
