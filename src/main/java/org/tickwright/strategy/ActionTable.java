package org.tickwright.strategy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The actions of a strategy, read bar by bar: which are true, with what size and protection.
///
/// Actions that depend on data alone are worked out ahead into four bits per bar and a set of the bars at
/// which one of them may matter; the others are asked at each decided bar. Where every held bar is decided, exits
/// alone make no bar matter, unless orders of entries may wait for them. Several entries of one direction
/// are tried in the order of their ids; what holds while a position is open is read of the first that fires,
/// else of the first that has it.
final class ActionTable {
    private static final int ENTER = 1;
    private static final int EXIT = 4;
    private static final int ENTRIES = 3;
    private static final int EXITS = 12;
    private static final int POSSIBLE = 16;
    private static final long EVERY_BYTE = 0x0101010101010101L;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final EntryRule[][] entries;
    private final ConditionColumn[][] exits;
    private final ConditionColumn[] possible;
    private final boolean stepwise;
    private final boolean everyHeldBar;
    private final int mattering;
    private byte[] actions = {};
    private long[] active = {};
    private int filled;

    /// The rules of long and short entries and exits, in the order of their ids; `possible` says for those
    /// that depend on the position where some position could make them true.
    ActionTable(List<List<EntryRule>> entries, List<List<ConditionColumn>> exits, List<ConditionColumn> possible) {
        this.entries =
                entries.stream().map(list -> list.toArray(EntryRule[]::new)).toArray(EntryRule[][]::new);
        this.exits =
                exits.stream().map(list -> list.toArray(ConditionColumn[]::new)).toArray(ConditionColumn[][]::new);
        this.possible = possible.toArray(ConditionColumn[]::new);
        stepwise = entries.stream().flatMap(List::stream).anyMatch(EntryRule::stepwise)
                || exits.stream().flatMap(List::stream).anyMatch(Column::stepwise);
        everyHeldBar = stepwise
                || entries.stream()
                        .flatMap(List::stream)
                        .anyMatch(entry -> entry.trailing().there());
        mattering = everyHeldBar && nothingWaits(entries) ? ENTRIES | POSSIBLE : ENTRIES | EXITS | POSSIBLE;
    }

    /// When one of the bits of a bar is set: where the condition is true and all levels are usable.
    record Firing(int bit, ConditionColumn when, List<EntryRule.Usable> levels) {
        boolean stepwise() {
            return when.stepwise()
                    || levels.stream().anyMatch(level -> level.column().stepwise());
        }
    }

    /// Everything that sets a bit. Those of bars at which something is possible depend on data alone.
    List<Firing> firings() {
        List<Firing> firings = new ArrayList<>();
        for (int direction = 0; direction < 2; direction++) {
            for (EntryRule entry : entries[direction]) {
                firings.add(new Firing(ENTER << direction, entry.when(), entry.levels()));
            }
            for (ConditionColumn exit : exits[direction]) {
                firings.add(new Firing(EXIT << direction, exit, List.of()));
            }
        }
        for (ConditionColumn condition : possible) {
            firings.add(new Firing(POSSIBLE, condition, List.of()));
        }
        return firings;
    }

    /// The columns that [#decide] reads beside the bits.
    List<Column> read() {
        List<Column> read = new ArrayList<>();
        for (EntryRule[] rules : entries) {
            for (EntryRule entry : rules) {
                read.addAll(entry.numbers());
                if (rules.length > 1) {
                    read.add(entry.when());
                }
            }
        }
        return read;
    }

    /// The bits of bars below `to`, for who sets them from outside.
    byte[] bits(int to) {
        grow(to);
        return actions;
    }

    /// Takes the bits below `to` as set.
    void activate(int to) {
        activate(actions, mattering, to);
        filled = to;
    }

    private void grow(int to) {
        if (to > actions.length) {
            reserve(Column.roomFor(to, actions.length));
        }
    }

    /// True if entries are done or refused at the next opening. Then an exit means nothing while flat.
    private static boolean nothingWaits(List<List<EntryRule>> entries) {
        return entries.stream()
                .flatMap(List::stream)
                .allMatch(entry -> entry.order().style() == null);
    }

    /// Whether an exit can matter at bars at which nothing is held.
    static boolean exitsMatterWhileFlat(List<List<EntryRule>> entries) {
        return !nothingWaits(entries);
    }

    /// Works out the bars below `to`, whose columns must be there.
    void advance(int to) {
        grow(to);
        for (int direction = 0; direction < 2; direction++) {
            for (EntryRule entry : entries[direction]) {
                if (!entry.stepwise()) {
                    mark(entry, ENTER << direction, to);
                }
            }
            for (ConditionColumn exit : exits[direction]) {
                if (!exit.stepwise()) {
                    mark(exit, EXIT << direction, to);
                }
            }
        }
        for (ConditionColumn condition : possible) {
            activate(condition.values, ConditionColumn.TRUE, to);
        }
        activate(to);
    }

    /// Makes room for `bars` bars at once.
    void reserve(int bars) {
        if (bars > actions.length) {
            actions = Arrays.copyOf(actions, bars);
            active = Arrays.copyOf(active, (bars + Long.SIZE - 1) / Long.SIZE);
        }
    }

    private void mark(ConditionColumn condition, int bit, int to) {
        byte[] values = condition.values;
        for (int bar = next(values, ConditionColumn.TRUE, filled, to);
                bar < to;
                bar = next(values, ConditionColumn.TRUE, bar + 1, to)) {
            actions[bar] |= (byte) bit;
        }
    }

    private void mark(EntryRule entry, int bit, int to) {
        byte[] values = entry.when().values;
        for (int bar = next(values, ConditionColumn.TRUE, filled, to);
                bar < to;
                bar = next(values, ConditionColumn.TRUE, bar + 1, to)) {
            if (entry.fires(bar)) {
                actions[bar] |= (byte) bit;
            }
        }
    }

    private void activate(byte[] values, int mask, int to) {
        for (int bar = next(values, mask, filled, to); bar < to; bar = next(values, mask, bar + 1, to)) {
            active[bar >> 6] |= 1L << bar;
        }
    }

    /// The first row from `from` on, below `to`, that has one of the bits; `to` if none. Looks at eight rows at a
    /// time where it can.
    private static int next(byte[] values, int mask, int from, int to) {
        long any = mask * EVERY_BYTE;
        int row = from;
        while (row < to) {
            if (row + Long.BYTES <= to && ((long) EIGHT.get(values, row) & any) == 0) {
                row += Long.BYTES;
            } else if ((values[row] & mask) != 0) {
                return row;
            } else {
                row++;
            }
        }
        return to;
    }

    int nextActiveBar(int from, int to) {
        if (from >= to) {
            return Math.min(from, to);
        }
        int word = from >> 6;
        long bits = active[word] & (-1L << from);
        int last = (to - 1) >> 6;
        while (bits == 0 && word < last) {
            bits = active[++word];
        }
        return bits == 0 ? to : Math.min(to, (word << 6) + Long.numberOfTrailingZeros(bits));
    }

    /// True if an action reads the position or a trailing stop is read at each close.
    boolean needsEveryHeldBar() {
        return everyHeldBar;
    }

    /// Fills in the decision of a bar, where `stepped` are the bits of actions that depend on the position.
    void decide(int bar, int stepped, Decision decision) {
        int bits = actions[bar] | stepped;
        for (int direction = 0; direction < 2; direction++) {
            boolean enter = (bits & ENTER << direction) != 0;
            decision.enter[direction] = enter;
            decision.exit[direction] = (bits & EXIT << direction) != 0;
            EntryRule[] rules = entries[direction];
            if (rules.length == 0) {
                decision.clearTrail(direction);
            } else {
                rule(rules, bar, enter).apply(bar, direction, decision);
            }
        }
    }

    private static EntryRule rule(EntryRule[] rules, int bar, boolean enter) {
        if (rules.length == 1) {
            return rules[0];
        }
        for (EntryRule rule : rules) {
            if (enter ? rule.fires(bar) : rule.trailing().there()) {
                return rule;
            }
        }
        return rules[0];
    }

    /// The bits of actions that depend on the position, whose columns must be there.
    int stepped(int bar) {
        int bits = 0;
        if (!stepwise) {
            return bits;
        }
        for (int direction = 0; direction < 2; direction++) {
            for (EntryRule entry : entries[direction]) {
                if (entry.stepwise() && entry.fires(bar)) {
                    bits |= ENTER << direction;
                }
            }
            for (ConditionColumn exit : exits[direction]) {
                if (exit.stepwise() && exit.isTrue(bar)) {
                    bits |= EXIT << direction;
                }
            }
        }
        return bits;
    }
}
