package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.strategy.CausalityReport.Finding;
import org.tickwright.strategy.CausalityReport.Kind;
import org.tickwright.strategy.Wire.PortRef;

/// Finds nodes whose value at a bar depends on bars that come later.
///
/// The strategy is evaluated over all bars, twice. Then, by a second copy of the program that has never seen the
/// future, bar by bar with poison in the room behind each bar, which tries every bar; and once more for each of
/// many cuts, with nothing behind the cut and with poison there. A value at or before the cut that is not the same
/// bits is a leak of the first node on the way whose inputs still are the same.
///
/// Deterministic for the same seed. Immutable; the work is done by [#run(Progress)].
public final class CausalityCheck {
    /// How many bars of a long series are cut at.
    public static final int CUTS = 64;
    /// The seed where none is given.
    public static final long SEED = 20_131_004;

    private static final List<Poison> REPLAYED = List.of(Poison.MISSING, Poison.HUGE, Poison.SHUFFLED);

    private final Program program;
    private final Program unspoilt;
    private final MarketData data;
    private final Map<String, Double> parameters;
    private final long seed;
    private final CutMarket market;
    private final int size;

    /// A check of a program over a market with these parameters. `unspoilt` is the same program with every
    /// plug-in loaded anew, so that nothing remembers the whole series; the same object where there are none.
    public CausalityCheck(
            Program program, Program unspoilt, MarketData data, Map<String, Double> parameters, long seed) {
        this.program = program;
        this.unspoilt = unspoilt;
        this.data = data;
        this.parameters = Map.copyOf(parameters);
        this.seed = seed;
        market = new CutMarket(data);
        size = data.base().bars().size();
    }

    /// Checks. Throws [CancellationException] when `progress` cancels, and [IllegalArgumentException] when program
    /// and data do not fit.
    public CausalityReport run(Progress progress) {
        return new Run(progress).check();
    }

    /// One check under way.
    private final class Run {
        private final Progress progress;
        private final SplittableRandom random = new SplittableRandom(seed);
        private final CheckedPorts ports = new CheckedPorts(program);
        private final List<Finding> findings = new ArrayList<>();
        private final Set<String> settled = new HashSet<>();
        private final Set<String> muted = new HashSet<>();
        private final Map<String, int[]> inPortions = new TreeMap<>();
        private final Probe truth;

        Run(Progress progress) {
            this.progress = progress;
            truth = mutingFaults(() -> whole(program));
        }

        CausalityReport check() {
            repeat();
            for (Poison poison : REPLAYED) {
                replay(poison);
            }
            int[] cuts = CutPlan.of(bars(), CUTS, random);
            Poison[] kinds = Poison.values();
            for (int i = 0; i < cuts.length; i++) {
                report(0.4 + 0.6 * i / cuts.length);
                judge(truncated(cuts[i]), cuts[i]);
                judge(poisoned(cuts[i], kinds[i % kinds.length]), cuts[i]);
            }
            portions();
            int[] settled = WarmUpMeasure.settled(truth, program, data, parameters, Set.copyOf(muted));
            return new CausalityReport(
                    size, cuts.length, seed, ports.facts(truth, program, settled), List.copyOf(findings));
        }

        private Bars bars() {
            return data.base().bars();
        }

        private void report(double done) {
            if (progress.cancelled()) {
                throw new CancellationException("The causality check was cancelled");
            }
            progress.report(done, "Checking causality");
        }

        private Probe probe(Program of, MarketData over) {
            return new Probe(of.bindMuted(over, parameters, Set.copyOf(muted)), ports.all());
        }

        private Probe whole(Program of) {
            return probe(of, data).prepare(size);
        }

        /// What a supplier gives once every node that fails on the whole series is muted.
        private Probe mutingFaults(Supplier<Probe> supplier) {
            while (true) {
                try {
                    return supplier.get();
                } catch (NodeFault fault) {
                    if (!muted.add(fault.node())) {
                        throw fault;
                    }
                    fails(fault);
                }
            }
        }

        private void fails(NodeFault fault) {
            settled.add(fault.node());
            muted.add(fault.node());
            findings.add(FindingWords.of(fault, ports.firstOf(fault.node()), bars()));
        }

        private void repeat() {
            report(0.05);
            Probe again = mutingFaults(() -> whole(program));
            int[] differs = ports.firstDifferences(truth, again, size);
            for (int port : ports.culprits(differs, size, settled)) {
                found(Kind.NOT_REPEATABLE, port, differs[port], size - 1, again);
            }
        }

        private void found(Kind kind, int port, int bar, int cut, Probe other) {
            PortRef ref = ports.all().get(port);
            settled.add(ref.node());
            if (kind.severe()) {
                muted.add(ref.node());
            }
            double before = truth.value(port, bar);
            double after = other.value(port, bar);
            long time = bars().time(bar);
            String message = FindingWords.of(kind, ref, new FindingWords.Place(bar, time, cut), before, after);
            findings.add(new Finding(kind, ref.node(), ref.port(), bar, time, cut, before, after, message));
        }

        /// Bar by bar, as it would be live; each value is looked at before the next bar is there.
        private void replay(Poison poison) {
            report(0.1 + 0.1 * REPLAYED.indexOf(poison) / REPLAYED.size());
            Set<String> silent = new HashSet<>(muted);
            boolean again = true;
            while (again) {
                silent.addAll(muted);
                int[] differs = new int[ports.all().size()];
                Arrays.fill(differs, size);
                NodeFault fault = replay(poison, silent, differs);
                again = fault != null;
                if (fault == null) {
                    again = suspects(differs);
                } else {
                    silent.add(fault.node());
                    if (!settled.contains(fault.node())) {
                        suspect(fault);
                    }
                }
            }
        }

        private @Nullable NodeFault replay(Poison poison, Set<String> silent, int[] differs) {
            CutMarket.Growing growing = market.growing(poison, random.split());
            Probe live = new Probe(unspoilt.bindMuted(growing.data(), parameters, Set.copyOf(silent)), ports.all());
            try {
                for (int bar = 0; bar < size; bar++) {
                    growing.close(bar);
                    live.prepare(bar + 1);
                    boolean news = false;
                    for (int port = 0; port < differs.length; port++) {
                        if (differs[port] == size && !live.same(truth, port, bar)) {
                            differs[port] = bar;
                            news = true;
                        }
                    }
                    if (news && !suspected(differs).isEmpty()) {
                        return null;
                    }
                }
                return null;
            } catch (NodeFault fault) {
                return fault;
            }
        }

        private List<Integer> suspected(int[] differs) {
            return ports.culprits(differs, size, settled).stream()
                    .filter(port ->
                            !inPortions.containsKey(ports.all().get(port).node()))
                    .toList();
        }

        /// Values that were others bar by bar: leaks, if a cut says so too. True if there were any; they are left
        /// out from then on.
        private boolean suspects(int[] differs) {
            List<Integer> suspected = suspected(differs);
            for (int port : suspected) {
                if (!confirmed(port, differs[port])) {
                    inPortions.put(ports.all().get(port).node(), new int[] {port, differs[port]});
                }
            }
            return !suspected.isEmpty();
        }

        /// Nodes that are others bar by bar although no cut changed them.
        private void portions() {
            inPortions.forEach((node, place) -> {
                if (!settled.contains(node)) {
                    found(Kind.DEPENDS_ON_PORTIONS, place[0], place[1], place[1], truth);
                }
            });
        }

        /// A kernel that fails bar by bar and not all at once: it wanted rows that were not there, or changed what
        /// was known.
        private void suspect(NodeFault fault) {
            int[] at = {fault.bar() - 1, fault.bar()};
            for (int port : ports.of(fault.node())) {
                for (int cut : at) {
                    if (cut >= 0 && !settled.contains(fault.node()) && cut < size) {
                        confirmed(port, cut);
                    }
                }
            }
            if (!settled.contains(fault.node())) {
                fails(fault);
            }
        }

        private boolean confirmed(int port, int cut) {
            for (Poison poison : Arrays.asList(null, Poison.MISSING, Poison.SHUFFLED, Poison.HUGE)) {
                if (cut < size - 1) {
                    Probe other = poison == null ? truncated(cut) : poisoned(cut, poison);
                    int row = other == null ? size : truth.firstDifference(other, port, cut + 1);
                    if (row <= cut) {
                        found(Kind.LOOKS_AHEAD, port, row, cut, Objects.requireNonNull(other));
                        return true;
                    }
                }
            }
            return false;
        }

        private void judge(@Nullable Probe other, int cut) {
            if (other == null) {
                return;
            }
            int[] differs = ports.firstDifferences(truth, other, cut + 1);
            for (int port : ports.culprits(differs, cut + 1, settled)) {
                if (!settled.contains(ports.all().get(port).node())) {
                    found(Kind.LOOKS_AHEAD, port, differs[port], cut, other);
                }
            }
        }

        /// Everything known at a bar; null where a node fails on it, which the replay has looked into.
        private @Nullable Probe truncated(int cut) {
            return orNull(market.truncated(cut), cut + 1);
        }

        private @Nullable Probe poisoned(int cut, Poison poison) {
            MarketData over = market.poisoned(cut, poison, random.split());
            int block = BoundProgram.blockEnd(cut);
            return orNull(over, poison.computed() ? Math.min(size, block) : cut + 1);
        }

        private @Nullable Probe orNull(MarketData over, int to) {
            try {
                return probe(unspoilt, over).prepare(to);
            } catch (NodeFault fault) {
                return null;
            }
        }
    }
}
