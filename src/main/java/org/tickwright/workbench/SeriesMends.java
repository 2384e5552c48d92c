package org.tickwright.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tickwright.market.BarDifference;
import org.tickwright.market.BarStore;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.Mend;
import org.tickwright.market.MendPlan;
import org.tickwright.market.Provenance;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SeriesVersion;
import org.tickwright.market.StoreException;
import org.tickwright.market.audit.MendScope;
import org.tickwright.market.audit.SeriesMending;
import org.tickwright.market.audit.SeriesQuality;

/// Mends stored series: what a plan would change is shown first, and what is applied becomes a version of its own. The
/// version before stays, and so does the file that it came from; going back is to use that version again.
public final class SeriesMends {
    private final SeriesLibrary library;
    private final BarStore store;

    SeriesMends(SeriesLibrary library, BarStore store) {
        this.library = library;
        this.store = store;
    }

    /// What a plan would do: how the bars would differ from those of the version in use, and how good they would be.
    /// Nothing is stored yet.
    public static final class Proposal {
        private final SeriesVersion base;
        private final MendPlan plan;
        private final Bars bars;
        private final BarDifference difference;
        private final SeriesQuality before;
        private final SeriesQuality after;

        private Proposal(
                SeriesVersion base,
                MendPlan plan,
                Bars bars,
                BarDifference difference,
                List<SeriesQuality> beforeAndAfter) {
            this.base = base;
            this.plan = plan;
            this.bars = bars;
            this.difference = difference;
            this.before = beforeAndAfter.getFirst();
            this.after = beforeAndAfter.getLast();
        }

        /// The series.
        public SeriesKey key() {
            return base.info().key();
        }

        /// The number of the version that is mended.
        public int version() {
            return base.info().version();
        }

        /// What was decided.
        public MendPlan plan() {
            return plan;
        }

        /// How the bars would differ; its later version is one that is not there yet.
        public BarDifference difference() {
            return difference;
        }

        /// How many findings there are now, by code.
        public Map<String, Integer> before() {
            return new TreeMap<>(before.report().findingCounts());
        }

        /// How many there would be, by code.
        public Map<String, Integer> after() {
            return new TreeMap<>(after.report().findingCounts());
        }
    }

    /// A version that a mend made, and the one that it was made of.
    public record Applied(SeriesInfo info, int before, BarDifference difference) {}

    /// Works out what a plan would do in a part of a series. A series that is not stored, or that is made of another,
    /// and a plan that does not fit are an [IllegalArgumentException].
    public Proposal propose(SeriesKey key, MendPlan plan, MendScope scope) throws StoreException {
        SeriesVersion base = used(key);
        Bars bars = store.load(key, base.info().version())
                .orElseThrow(() -> new StoreException("The series " + key + " has gone from the store.", true));
        SeriesQuality before = library.quality(base.info(), bars);
        Bars mended = SeriesMending.apply(
                bars, plan, scope, library.calendar(base.info(), bars).orElse(null));
        BarDifference difference = BarDifference.of(base.info().version(), bars, latest(key) + 1, mended);
        SeriesQuality after = difference.none() ? before : library.quality(base.info(), mended);
        return new Proposal(base, plan, mended, difference, List.of(before, after));
    }

    private SeriesVersion used(SeriesKey key) throws StoreException {
        return store.versions(key).stream()
                .filter(SeriesVersion::used)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(notStored(key)));
    }

    private String notStored(SeriesKey key) {
        try {
            return library.find(key)
                    .map(info -> key + " is not stored but " + info.source() + "; mend that one")
                    .orElse("There is no series " + key);
        } catch (StoreException e) {
            return "There is no series " + key + " that could be mended: " + e.getMessage();
        }
    }

    private int latest(SeriesKey key) throws StoreException {
        return store.versions(key).stream()
                .mapToInt(version -> version.info().version())
                .max()
                .orElse(0);
    }

    /// Stores what was proposed as the next version, which then is in use. A proposal that changes nothing, or that was
    /// made of a version that is not in use any more, is an [IllegalArgumentException].
    public Applied apply(Proposal proposal) throws StoreException {
        SeriesKey key = proposal.key();
        if (proposal.difference.none()) {
            throw new IllegalArgumentException(key + " needs no mend by " + proposal.plan + ": no bar would change");
        }
        SeriesInfo now = used(key).info();
        if (now.version() != proposal.version()
                || !now.contentHash().equals(proposal.base.info().contentHash())) {
            throw new IllegalArgumentException(key + " changed meanwhile; look at what the mend would do now");
        }
        Provenance old = proposal.base.provenance();
        SeriesInfo stored = store.save(
                key,
                proposal.bars,
                new Provenance(old.source(), old.simulated(), old.raw(), joined(old.mends(), proposal.plan)));
        BarDifference said = proposal.difference;
        return new Applied(
                stored,
                proposal.version(),
                new BarDifference(
                        proposal.version(),
                        stored.version(),
                        said.added(),
                        said.removed(),
                        said.changed(),
                        said.same(),
                        said.first()));
    }

    /// All that was done to the file; of two mends of one finding the later.
    private static MendPlan joined(MendPlan before, MendPlan now) {
        List<Mend> all = new ArrayList<>(now.mends());
        before.mends().stream().filter(mend -> now.of(mend.finding()).isEmpty()).forEach(all::add);
        return new MendPlan(all);
    }

    /// The mends of a series that can be chosen from: for each code that was found, what fits it, the codes that can
    /// only be kept left out.
    public static Map<String, List<Mend.Action>> choices(SeriesQuality quality) {
        Map<String, List<Mend.Action>> choices = new TreeMap<>();
        for (Finding finding : quality.findings()) {
            List<Mend.Action> fitting =
                    Mend.fittingStored(finding.code()).stream().sorted().toList();
            if (fitting.size() > 1) {
                choices.put(finding.code(), fitting);
            }
        }
        return choices;
    }
}
