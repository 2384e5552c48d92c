package org.tickwright.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.Decision;
import org.tickwright.strategy.Transitions;

/// A run of a strategy that only enters and leaves, from one transition to the next: what a [HistoryRun] does under
/// plain fills and proportional costs, without orders, trades and columns.
///
/// Blocks of bars go through it one after the other. The decision of a bar fills at the next opening, or not at all;
/// so at each bar there is a position or none, and nothing waits.
final class TransitionRun {
    private final Transitions signals;
    private final RunSettings settings;
    private final Bars bars;
    private final int first;
    private final int last;
    private final double[] opens;
    private final TransitionAccount account;
    private final EquityBlocks equity;
    private final boolean shorts;
    private final List<SizeRule> sizes;
    private int begun;

    /// The bars that are tested, and what is the same for every run over them.
    record Ground(Bars bars, int first, int end, EquityBlocks.Closes closes) {}

    TransitionRun(Transitions signals, Ground ground, RunSettings settings) {
        this.signals = signals;
        this.settings = settings;
        bars = ground.bars;
        first = ground.first;
        last = ground.end - 1;
        opens = bars.column(Bars.Field.OPEN);
        account = new TransitionAccount(ground.closes.scales(), settings);
        equity = new EquityBlocks(ground.closes, first, settings.capital());
        shorts = settings.direction() == RunSettings.Direction.BOTH;
        sizes = List.of(size(Decision.LONG), size(Decision.SHORT));
    }

    private SizeRule size(int direction) {
        SizeRule own = settings.size();
        SizeRule ofStrategy = own == null ? signals.size(direction) : own;
        return ofStrategy == null ? SizeRule.ALL : ofStrategy;
    }

    /// Whether runs under settings can be made this way, as far as the settings decide.
    static boolean possible(RunSettings settings) {
        return !settings.realistic()
                && settings.stopLoss() == null
                && settings.takeProfit() == null
                && !settings.costs().chargesTrading()
                && !settings.costs().eventful();
    }

    /// Whether this one can.
    boolean possible() {
        for (SizeRule size : sizes) {
            boolean atFill = switch (size.kind()) {
                case UNITS, CASH, FRACTION -> true;
                default -> false;
            };
            if (!atFill) {
                return false;
            }
        }
        return true;
    }

    /// Plays the next block of bars, up to `to` (exclusive).
    void advance(int to) {
        signals.advance(to);
        int words = (Math.min(to, last) - begun + Long.SIZE - 1) / Long.SIZE;
        for (int word = 0; word < words; word++) {
            play(word, begun + word * Long.SIZE);
        }
        begun = to;
    }

    /// Plays the bars of a word that something can be decided at: from the first one of the run to the last but one.
    private void play(int word, int bar) {
        long enterLong = signals.enter(Decision.LONG)[word] & ~signals.exit(Decision.LONG)[word];
        long exitLong = signals.exit(Decision.LONG)[word];
        long enterShort = shorts ? signals.enter(Decision.SHORT)[word] & ~signals.exit(Decision.SHORT)[word] : 0;
        long exitShort = shorts ? signals.exit(Decision.SHORT)[word] : 0;
        long open = open(bar);
        while (open != 0) {
            long held = account.quantity();
            long now = (held == 0 ? enterLong | enterShort : held > 0 ? exitLong : exitShort) & open;
            if (now == 0) {
                return;
            }
            long bit = Long.lowestOneBit(now);
            decide(bar + Long.numberOfTrailingZeros(bit), (enterLong & bit) != 0, (enterShort & bit) != 0);
            open &= -bit << 1;
        }
    }

    /// The bars of a word at which a decision can fill.
    private long open(int bar) {
        long open = -1L;
        if (bar < first) {
            open = first - bar >= Long.SIZE ? 0 : open << (first - bar);
        }
        return last - bar >= Long.SIZE ? open : last <= bar ? 0 : open & (1L << (last - bar)) - 1;
    }

    private void decide(int bar, boolean enterLong, boolean enterShort) {
        int fill = bar + 1;
        equity.hold(fill, account.cash(), account.quantity());
        long held = account.quantity();
        long raw = account.units(opens[fill]);
        if (held != 0) {
            account.leave(fill, raw, Trade.ExitReason.SIGNAL);
        }
        if (held <= 0 && enterLong) {
            account.enter(fill, raw, true, sizes.get(Decision.LONG));
        } else if (held >= 0 && enterShort) {
            account.enter(fill, raw, false, sizes.get(Decision.SHORT));
        }
    }

    /// The summary after the last block; null where numbers became too large to be told this way.
    @Nullable
    Summary summary() {
        equity.hold(last, account.cash(), account.quantity());
        if (account.quantity() != 0) {
            account.leave(last, account.units(bars.close(last)), Trade.ExitReason.END_OF_DATA);
        }
        equity.hold(last + 1, account.cash(), 0);
        EquityBlocks.Figures figures = equity.figures();
        return figures == null ? null : Summaries.of(settings, bars, first, account.sums(), figures, account.costs());
    }
}
