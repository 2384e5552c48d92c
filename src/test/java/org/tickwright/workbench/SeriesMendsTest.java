package org.tickwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.Mend;
import org.tickwright.market.MendPlan;
import org.tickwright.market.Provenance;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SeriesVersion;
import org.tickwright.market.Timeframe;
import org.tickwright.market.audit.MendScope;
import org.tickwright.testing.MemoryBarStore;

class SeriesMendsTest {
    private static final SeriesKey KEY = new SeriesKey("BAD", Timeframe.DAY);
    private static final MendPlan DROP = MendPlan.parse("OUTLIER=drop");

    private final MemoryBarStore store = new MemoryBarStore();
    private final SeriesLibrary library = new SeriesLibrary(store);

    @BeforeEach
    void keepASeriesWithABadBar() {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, 60);
        for (int i = 0; i < 60; i++) {
            double at = i == 30 ? 140 : 100 + i % 5;
            long day = LocalDate.of(2024, 1, 1).plusDays(i).toEpochDay() * 86_400_000_000_000L;
            bars.append(day, at, at + 1, at - 1, at, 10);
        }
        store.save(KEY, bars, new Provenance("bad.csv", false, "abc", MendPlan.parse("DUPLICATE=merge")));
    }

    @Test
    void showsWhatWouldChangeAndStoresNothing() throws Exception {
        SeriesMends.Proposal proposal = library.mends().propose(KEY, DROP, MendScope.ALL);
        assertEquals(1, proposal.difference().removed());
        assertEquals(2, proposal.before().get("OUTLIER"));
        assertFalse(proposal.after().containsKey("OUTLIER"));
        assertEquals(1, store.versions(KEY).size());
    }

    @Test
    void storesAVersionOfItsOwnAndGoesBackToTheOneBefore() throws Exception {
        String before = store.find(KEY).orElseThrow().contentHash();
        SeriesMends.Applied applied = library.mends().apply(library.mends().propose(KEY, DROP, MendScope.ALL));
        assertEquals(2, applied.info().version());
        assertEquals(1, applied.before());
        SeriesVersion made = store.versions(KEY).getLast();
        assertTrue(made.used());
        assertEquals("DUPLICATE=merge,OUTLIER=drop", made.provenance().mends().toString());
        assertEquals("abc", made.provenance().raw());
        assertEquals(59, library.load(KEY).orElseThrow().size());
        library.versions().use(KEY, applied.before());
        assertEquals(before, store.find(KEY).orElseThrow().contentHash());
        assertEquals(60, library.load(KEY).orElseThrow().size());
    }

    @Test
    void refusesAProposalThatChangesNothingOrThatTheSeriesOutran() throws Exception {
        SeriesMends mends = library.mends();
        SeriesMends.Proposal nothing = mends.propose(KEY, MendPlan.parse("OUTLIER=keep"), MendScope.ALL);
        assertThrows(IllegalArgumentException.class, () -> mends.apply(nothing));
        SeriesMends.Proposal first = mends.propose(KEY, DROP, MendScope.ALL);
        SeriesMends.Proposal second = mends.propose(KEY, MendPlan.parse("OUTLIER=fill"), MendScope.ALL);
        mends.apply(first);
        IllegalArgumentException outrun = assertThrows(IllegalArgumentException.class, () -> mends.apply(second));
        assertTrue(outrun.getMessage().contains("changed meanwhile"), outrun.getMessage());
        SeriesKey none = new SeriesKey("NONE", Timeframe.DAY);
        assertThrows(IllegalArgumentException.class, () -> mends.propose(none, DROP, MendScope.ALL));
    }

    @Test
    void offersWhatFitsTheFindings() throws Exception {
        assertEquals(
                List.of(Mend.Action.DROP, Mend.Action.KEEP, Mend.Action.FILL),
                SeriesMends.choices(library.quality(KEY).orElseThrow()).get("OUTLIER"));
    }
}
