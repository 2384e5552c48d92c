package org.tickwright.desktop.data;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.Faults;
import org.tickwright.market.Finding;
import org.tickwright.market.Mend;
import org.tickwright.market.MendPlan;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SeriesVersion;
import org.tickwright.market.audit.Coverage;
import org.tickwright.market.audit.MendScope;
import org.tickwright.market.audit.SeriesQuality;
import org.tickwright.workbench.SeriesMends;

/// What a person decides about the findings of a stored series, what it would change, and the way back. JavaFX thread.
///
/// What is applied becomes a version of the series; to undo is to use the version before again, and to redo the one
/// that the mend made. Nothing is ever lost by either.
public final class MendModel {
    private final Desk desk;
    private final Consumer<SeriesKey> changed;
    private final Map<String, Mend> decided = new TreeMap<>();
    private final Set<Finding> left = new HashSet<>();
    private final Map<SeriesKey, Steps> steps = new HashMap<>();
    private final ReadOnlyObjectWrapper<SeriesMends.@Nullable Proposal> proposal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<SeriesVersion>> versions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper decisions = new ReadOnlyIntegerWrapper();
    private @Nullable SeriesQuality quality;
    private BackgroundTasks.@Nullable Handle asking;

    /// A change of the version in use.
    private record Step(int from, int to) {}

    private static final class Steps {
        final Deque<Step> done = new ArrayDeque<>();
        final Deque<Step> undone = new ArrayDeque<>();
    }

    /// The findings of one code, and the mends that fit them: `options` are written as plans are.
    public record Choice(
            FindingGroup group,
            List<Mend> options,
            @Nullable Mend chosen) {
        /// What a mend does, in words.
        public String words(Mend mend) {
            ZoneId zone = mend.zone();
            return zone == null ? group.words(mend.action()) : "Read the times in " + zone.getId();
        }
    }

    /// Nothing is decided; `changed` is told of each series whose version in use changed.
    MendModel(Desk desk, Consumer<SeriesKey> changed) {
        this.desk = desk;
        this.changed = changed;
    }

    /// What the decisions would change; null while there are none or it is worked out.
    public ReadOnlyObjectProperty<SeriesMends.@Nullable Proposal> proposal() {
        return proposal.getReadOnlyProperty();
    }

    /// Why there is no proposal, in words; empty where there is nothing to say.
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// The versions of the series, the first one first.
    public ReadOnlyObjectProperty<List<SeriesVersion>> versions() {
        return versions.getReadOnlyProperty();
    }

    /// Whether there is a mend of this series to undo.
    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    /// Whether there is one to redo.
    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /// Counts up with every decision.
    public ReadOnlyIntegerProperty decisions() {
        return decisions.getReadOnlyProperty();
    }

    /// Takes in what was found of a series; what was decided about another is forgotten.
    void show(@Nullable SeriesQuality found) {
        quality = found;
        forget();
        versions.set(List.of());
        tellSteps();
        if (found != null) {
            SeriesKey key = found.series().key();
            desk.tasks()
                    .quietly(
                            progress -> desk.workbench().series().versions().of(key),
                            all -> {
                                if (shows(found.series())) {
                                    versions.set(all);
                                }
                            },
                            fault -> trouble.set(Faults.inWords("Versions not listed", fault)));
        }
    }

    private boolean shows(SeriesInfo info) {
        SeriesQuality found = quality;
        return found != null && found.series().equals(info);
    }

    private void forget() {
        cancel();
        decided.clear();
        left.clear();
        proposal.set(null);
        trouble.set("");
        decisions.set(decisions.get() + 1);
    }

    private void cancel() {
        BackgroundTasks.Handle running = asking;
        if (running != null) {
            running.cancel();
        }
        asking = null;
    }

    /// The kinds of findings that can be mended, in order of their codes; none where the series is made of another.
    public List<Choice> choices() {
        SeriesQuality found = quality;
        if (found == null || versions.get().isEmpty()) {
            return List.of();
        }
        List<Choice> choices = new ArrayList<>();
        SeriesMends.choices(found).forEach((code, actions) -> {
            boolean error = found.findings().stream()
                    .anyMatch(each -> each.code().equals(code) && each.severity() == Finding.Severity.ERROR);
            int count = found.report().findingCounts().getOrDefault(code, 1);
            FindingGroup group = FindingGroup.stored(code, error, count, actions);
            choices.add(new Choice(group, options(found, code, actions), decided.get(code)));
        });
        return choices;
    }

    private static List<Mend> options(SeriesQuality found, String code, List<Mend.Action> actions) {
        List<Mend> options = new ArrayList<>();
        for (Mend.Action action : actions) {
            if (action == Mend.Action.SHIFT) {
                zones(found).forEach(zone -> options.add(new Mend(code, action, zone)));
            } else if (action != Mend.Action.KEEP && (found.coverage() != null || !needsCalendar(code, found))) {
                options.add(new Mend(code, action, null));
            }
        }
        return options;
    }

    private static boolean needsCalendar(String code, SeriesQuality found) {
        return code.equals("CLOSED_DAY")
                || code.equals("OUTSIDE_SESSION")
                || (code.equals("GAP") && !found.series().key().timeframe().intraday());
    }

    /// The zones that the times may have been meant in: the exchange's, and UTC.
    private static List<ZoneId> zones(SeriesQuality found) {
        Coverage coverage = found.coverage();
        List<ZoneId> zones = new ArrayList<>();
        if (coverage != null) {
            zones.add(coverage.calendar().zone());
        }
        zones.add(ZoneId.of("UTC"));
        zones.removeIf(zone -> zone.equals(found.series().zone()));
        return zones.stream().distinct().toList();
    }

    /// Decides what becomes of the findings of a code; null takes the decision back.
    public void decide(String code, @Nullable Mend mend) {
        if (mend == null) {
            decided.remove(code);
        } else {
            decided.put(code, mend);
        }
        ask();
    }

    /// What was decided.
    public MendPlan plan() {
        return new MendPlan(List.copyOf(decided.values()));
    }

    /// Whether a finding can be left as it is while others of its kind are mended.
    boolean choosable(Finding finding) {
        Mend mend = decided.get(finding.code());
        return mend != null && finding.timed() && mend.action() != Mend.Action.SHIFT;
    }

    /// Whether a finding is mended by what was decided.
    boolean mends(Finding finding) {
        return decided.containsKey(finding.code()) && !left.contains(finding);
    }

    /// Leaves a finding as it is, or mends it after all.
    public void toggle(Finding finding) {
        if (choosable(finding)) {
            if (!left.remove(finding)) {
                left.add(finding);
            }
            ask();
        }
    }

    private void ask() {
        cancel();
        decisions.set(decisions.get() + 1);
        proposal.set(null);
        trouble.set("");
        SeriesQuality found = quality;
        if (found == null || decided.isEmpty()) {
            return;
        }
        MendPlan plan = plan();
        MendScope scope = MendScope.without(List.copyOf(left));
        asking = desk.tasks()
                .quietly(
                        progress -> desk.workbench()
                                .series()
                                .mends()
                                .propose(found.series().key(), plan, scope),
                        proposal::set,
                        fault -> trouble.set(ScreenWords.of(Faults.inWords("Not mended", fault))));
    }

    /// Forgets the decisions.
    public void discard() {
        forget();
    }

    /// Stores what was proposed as a version of its own.
    public void apply() {
        SeriesMends.Proposal wanted = proposal.get();
        if (wanted == null || wanted.difference().none()) {
            return;
        }
        desk.tasks()
                .run(
                        "Mend " + wanted.key(),
                        progress -> desk.workbench().series().mends().apply(wanted),
                        applied -> {
                            Steps of = steps.computeIfAbsent(wanted.key(), key -> new Steps());
                            of.done.push(
                                    new Step(applied.before(), applied.info().version()));
                            of.undone.clear();
                            desk.notify(
                                    wanted.key() + " is read as version "
                                            + applied.info().version() + ". Undo goes back to version "
                                            + applied.before() + ".",
                                    false);
                            changed.accept(wanted.key());
                        },
                        fault -> desk.notify(Faults.inWords(wanted.key() + " not mended", fault), true));
    }

    /// Uses the version before the last mend again.
    public void undo() {
        Steps of = steps();
        if (of != null && !of.done.isEmpty()) {
            Step step = of.done.pop();
            of.undone.push(step);
            use(step.from(), "Undone: ", "; version " + step.to() + " is kept");
        }
    }

    /// Uses the version of the mend that was undone last.
    public void redo() {
        Steps of = steps();
        if (of != null && !of.undone.isEmpty()) {
            Step step = of.undone.pop();
            of.done.push(step);
            use(step.to(), "Redone: ", "");
        }
    }

    /// Uses a version, which can be undone as a mend can.
    public void choose(int version) {
        SeriesQuality found = quality;
        if (found != null && found.series().version() != version) {
            Steps of = steps.computeIfAbsent(found.series().key(), key -> new Steps());
            of.done.push(new Step(found.series().version(), version));
            of.undone.clear();
            use(version, "", "");
        }
    }

    private @Nullable Steps steps() {
        SeriesQuality found = quality;
        return found == null ? null : steps.get(found.series().key());
    }

    private void use(int version, String what, String besides) {
        SeriesQuality found = quality;
        if (found == null) {
            return;
        }
        SeriesKey key = found.series().key();
        desk.tasks()
                .quietly(
                        progress -> desk.workbench().series().versions().use(key, version),
                        info -> {
                            desk.notify(what + key + " is read as version " + version + besides + ".", false);
                            changed.accept(key);
                        },
                        fault -> {
                            steps.remove(key);
                            tellSteps();
                            desk.notify(Faults.inWords("Version " + version + " not used", fault), true);
                        });
    }

    private void tellSteps() {
        Steps of = steps();
        canUndo.set(of != null && !of.done.isEmpty());
        canRedo.set(of != null && !of.undone.isEmpty());
    }
}
