package org.tickwright.strategy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.ConditionColumn.Logic;
import org.tickwright.strategy.Wire.PortRef;

/// A strategy that does nothing but enter by market orders of one size and leave, each decided by data alone, bound to
/// columns and read as bits: where it would enter and where it would leave.
///
/// The same as what its [Evaluation] decides, made for sweeps: nothing is kept for each bar but the numbers that other
/// bindings over the same columns share. Blocks of bars are worked out one after the other. One thread.
public final class Transitions {
    /// Bars of a block.
    public static final int BLOCK = ConditionMask.BLOCK;

    private final Column[] columns;
    private final ConditionMask[] masks;
    private final long[][] enter = new long[2][ConditionMask.WORDS];
    private final long[][] exit = new long[2][ConditionMask.WORDS];
    private final ConditionMask[][] entering;
    private final ConditionMask[][] leaving;
    private final @Nullable SizeRule[] sizes;
    private final Map<ConditionColumn, ConditionMask> maskOf;
    private final Map<PortRef, Column> ports;
    private final CrossHistory history;
    private final ReasonReaders reasons;
    private int begun;
    private int worked;

    private Transitions(Program program, NodeBinding binding, Bindings bound) {
        ports = binding.columns();
        history = new CrossHistory(binding, bound.shared);
        reasons = new ReasonReaders(new Explanation(program.graph()), program.actions(), this::source);
        maskOf = bound.masks;
        columns = bound.columns;
        entering = bound.entering;
        leaving = bound.leaving;
        sizes = bound.sizes;
        masks = bound.masks.values().toArray(ConditionMask[]::new);
    }

    /// Binds a program like [Program#bind(SharedColumns, Map)]; null where it does more than that: protection, orders
    /// of its own, weights, sizes that differ, or anything that reads the position. Without `shorts` what concerns
    /// short positions is left out.
    public static @Nullable Transitions of(
            Program program, SharedColumns shared, Map<String, Double> parameters, boolean shorts) {
        if (program.tradesSeveral()) {
            return null;
        }
        Settings settings = new Settings(program.document(), parameters);
        NodeBinding binding =
                GraphBindings.alone(program, settings, shared, new PositionColumn.Cursor(), false, Set.of());
        ActionRules rules = new ActionRules(program, program.actions(), settings, binding.columns());
        Bindings bound = new Bindings(binding, shared);
        return rules.weights().isEmpty() && bound.take(rules, shorts ? 2 : 1)
                ? new Transitions(program, binding, bound)
                : null;
    }

    /// What becomes of a program while it is bound.
    private static final class Bindings {
        private final SharedColumns shared;
        private final Map<ConditionColumn, ConditionMask> masks = new LinkedHashMap<>();
        private final boolean fromNumbers;
        private final Column[] columns;
        private final ConditionMask[][] entering = new ConditionMask[2][0];
        private final ConditionMask[][] leaving = new ConditionMask[2][0];
        private final @Nullable SizeRule[] sizes = new @Nullable SizeRule[2];

        Bindings(NodeBinding binding, SharedColumns shared) {
            this.shared = shared;
            // A kernel that a plug-in brought may read conditions; nothing else that gives numbers does.
            fromNumbers = binding.order().stream()
                    .noneMatch(column ->
                            column instanceof KernelColumns.Numbers || column instanceof KernelColumns.Conditions);
            columns = binding.order().stream()
                    .filter(column -> !column.stepwise() && !masked(column))
                    .toArray(Column[]::new);
        }

        private boolean masked(Column column) {
            return fromNumbers && (column instanceof Comparison || column instanceof Logic);
        }

        boolean take(ActionRules rules, int directions) {
            for (int direction = 0; direction < directions; direction++) {
                List<EntryRule> entries = rules.entriesOf(direction);
                List<ConditionColumn> exits = rules.exitsOf(direction);
                if (!entries.stream().allMatch(Bindings::plain)
                        || exits.stream().anyMatch(Column::stepwise)) {
                    return false;
                }
                for (EntryRule entry : entries) {
                    if (!Objects.equals(entry.size(), entries.getFirst().size())) {
                        return false;
                    }
                    sizes[direction] = entry.size();
                }
                entering[direction] =
                        entries.stream().map(entry -> mask(entry.when())).toArray(ConditionMask[]::new);
                leaving[direction] = exits.stream().map(this::mask).toArray(ConditionMask[]::new);
            }
            return true;
        }

        private static boolean plain(EntryRule entry) {
            return !entry.stepwise()
                    && entry.order().style() == null
                    && !entry.stop().there()
                    && !entry.target().there()
                    && !entry.trailing().there();
        }

        /// Inputs before what reads them.
        private ConditionMask mask(ConditionColumn column) {
            ConditionMask known = masks.get(column);
            if (known != null) {
                return known;
            }
            ConditionMask made = make(column);
            masks.put(column, made);
            return made;
        }

        private ConditionMask make(ConditionColumn column) {
            if (masked(column) && column instanceof Comparison comparison) {
                return new ConditionMask.Compared(comparison, shared);
            }
            if (masked(column) && column instanceof Logic logic) {
                return new ConditionMask.Combined(
                        logic.operation(),
                        Arrays.stream(logic.conditions()).map(this::mask).toArray(ConditionMask[]::new));
            }
            return new ConditionMask.Packed(column);
        }
    }

    /// The size of entries of a direction, null where the strategy leaves it to the run's settings.
    public @Nullable SizeRule size(int direction) {
        return sizes[direction];
    }

    /// Makes room for so many bars at once.
    public void reserve(int bars) {
        for (Column column : columns) {
            column.reserve(bars);
        }
    }

    /// Works out the next block, up to `to` (exclusive), which is where the block ends or the bars do.
    public void advance(int to) {
        for (Column column : columns) {
            column.advance(to);
        }
        for (ConditionMask mask : masks) {
            mask.compute(worked, to);
        }
        begun = worked;
        for (int direction = 0; direction < 2; direction++) {
            either(entering[direction], enter[direction]);
            either(leaving[direction], exit[direction]);
        }
        worked = to;
    }

    private static void either(ConditionMask[] masks, long[] into) {
        if (masks.length > 0) {
            System.arraycopy(masks[0].isTrue, 0, into, 0, into.length);
            for (int i = 1; i < masks.length; i++) {
                for (int word = 0; word < into.length; word++) {
                    into[word] |= masks[i].isTrue[word];
                }
            }
        }
    }

    /// Where an entry of a direction is true: the bars of the block last worked out, 64 a word. Bits behind its end say
    /// nothing.
    public long[] enter(int direction) {
        return enter[direction];
    }

    /// Where an exit of a direction is true.
    public long[] exit(int direction) {
        return exit[direction];
    }

    /// Keeps the reason of an action, by its type, at a bar of the block last worked out; returns its row in the log.
    /// It
    /// reads what [Evaluation#keepWhy] does.
    public int keepWhy(String action, int bar, ReasonLog log) {
        return reasons.of(action, bar).keep(bar, log);
    }

    private ReasonReader.Source source(Explanation.Reading reading) {
        PortRef port = reading.port();
        Column column = Objects.requireNonNull(ports.get(port), () -> "No column at " + port);
        String crossing = reading.crossing();
        if (crossing != null) {
            return history.elsewhere(crossing)
                    ? ReasonReader.Source.of(bar -> history.before(crossing, port, bar))
                    : ReasonReader.Source.of(column, 1, bar -> bar == 0 ? Double.NaN : column.point(bar - 1));
        }
        ConditionMask mask = column instanceof ConditionColumn condition ? maskOf.get(condition) : null;
        return mask == null
                ? ReasonReader.Source.of(column, 0, column::point)
                : ReasonReader.Source.of(bar -> bar >= begun ? mask.at(bar - begun) : column.point(bar));
    }
}
