package org.tickwright.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;
import org.tickwright.portfolio.Scales;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.Decision;
import org.tickwright.strategy.Transitions;

/// A run of a strategy that only enters and leaves, from one transition to the next: what a [HistoryRun] does under
/// plain fills and proportional costs, without an object for any order. What becomes of the orders, and the equity at
/// each close, is recorded where somebody wants it.
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
    private final EquityTrack equity;
    private final @Nullable ProtectiveLevels levels;
    private final @Nullable CloseExtremes extremes;
    private final boolean shorts;
    private final List<SizeRule> sizes;
    private final @Nullable Recording recording;
    private final Closes closes;
    private int begun;
    /// Kept so that nobody finds the reading needless.
    @SuppressWarnings("UnusedVariable")
    private double fetched;

    /// The bars that are tested, and what is the same for every run over them.
    record Ground(
            Bars bars,
            int first,
            int end,
            Closes closes,
            @Nullable CloseExtremes extremes) {
        /// For runs that share the closes; null where these are too large.
        static @Nullable Ground shared(SimulatedAccount.Span span) {
            Closes closes = Closes.all(prices(span), span.end(), scales(span));
            return closes == null ? null : new Ground(span.base(), span.first(), span.end(), closes, null);
        }

        /// The same for runs of which only some figures are wanted.
        Ground with(SummaryFigures figures) {
            CloseExtremes made =
                    figures == SummaryFigures.QUICK ? new CloseExtremes(closes.units(), Transitions.BLOCK) : null;
            return new Ground(bars, first, end, closes, made);
        }

        /// For a run that has the closes of a block to itself.
        static Ground alone(SimulatedAccount.Span span) {
            Closes closes = Closes.inBlocks(prices(span), scales(span), Transitions.BLOCK);
            return new Ground(span.base(), span.first(), span.end(), closes, null);
        }

        private static double[] prices(SimulatedAccount.Span span) {
            return span.base().column(Bars.Field.CLOSE);
        }

        private static Scales scales(SimulatedAccount.Span span) {
            return Scales.forFirstPrice(span.base().close(0));
        }
    }

    /// What a run leaves behind.
    record Recording(TransitionLog log, EquityBlocks.Columns columns) {}

    /// A run of which the summary alone is wanted, over closes that it shares with others.
    TransitionRun(Transitions signals, Ground ground, RunSettings settings) {
        this(signals, ground, settings, null);
    }

    /// A run that is recorded, where there is something to record in, over closes in blocks.
    TransitionRun(Transitions signals, Ground ground, RunSettings settings, @Nullable Recording recording) {
        this.signals = signals;
        this.recording = recording;
        this.settings = settings;
        bars = ground.bars;
        first = ground.first;
        last = ground.end - 1;
        opens = bars.column(Bars.Field.OPEN);
        closes = ground.closes;
        extremes = ground.extremes;
        account = new TransitionAccount(closes.scales(), settings, recording == null ? null : recording.log);
        EquityBlocks.Columns columns = recording == null ? null : recording.columns;
        equity = extremes == null
                ? new EquityBlocks(closes, first, settings.capital(), columns)
                : new EquityExtremes(closes, extremes, first, settings.capital());
        levels = ProtectiveLevels.of(settings, bars, closes.scales());
        shorts = settings.shorts();
        sizes = List.of(size(Decision.LONG), size(Decision.SHORT));
    }

    private SizeRule size(int direction) {
        SizeRule own = settings.size();
        SizeRule ofStrategy = own == null ? signals.size(direction) : own;
        return ofStrategy == null ? SizeRule.ALL : ofStrategy;
    }

    /// Whether runs under settings can be made this way and recorded, as far as the settings decide.
    static boolean possible(RunSettings settings) {
        return summable(settings) && settings.stopLoss() == null && settings.takeProfit() == null;
    }

    /// Whether their summaries can be made this way.
    static boolean summable(RunSettings settings) {
        return !settings.realistic()
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

    /// The decimals of prices and quantities.
    Scales scales() {
        return closes.scales();
    }

    /// How entries of each direction are sized.
    List<SizeRule> sizes() {
        return sizes;
    }

    /// Plays the next block of bars, up to `to` (exclusive). Numbers that leave the exact range are an
    /// [ArithmeticException]: then the steps of a [HistoryRun] tell.
    void advance(int to) {
        signals.advance(to);
        if (recording != null) {
            if (!closes.advance(begun, to)) {
                throw new ArithmeticException("A close is beyond what is told exactly here");
            }
            fetch(to);
        } else if (extremes != null) {
            extremes.block(begun, to);
        }
        int words = (Math.min(to, last) - begun + Long.SIZE - 1) / Long.SIZE;
        for (int word = 0; word < words; word++) {
            play(word, begun + word * Long.SIZE);
        }
        if (account.quantity() != 0) {
            reach(Math.min(to, last + 1));
        }
        equity.hold(Math.min(to, last), account.cash(), account.quantity());
        if (to > last && recording != null) {
            decideTooLate(recording.log);
        }
        begun = to;
    }

    /// Reads the openings at which orders of the block may fill: many reads at once wait for memory once, those in the
    /// midst of an order each for themselves.
    private void fetch(int to) {
        double read = 0;
        for (int word = 0; word << 6 < to - begun; word++) {
            long some = signals.enter(Decision.LONG)[word] | signals.exit(Decision.LONG)[word];
            if (shorts) {
                some |= signals.enter(Decision.SHORT)[word] | signals.exit(Decision.SHORT)[word];
            }
            for (long left = some; left != 0; left &= left - 1) {
                read += opens[Math.min(last, begun + (word << 6) + Long.numberOfTrailingZeros(left) + 1)];
            }
        }
        fetched = read;
    }

    /// What is decided at the last bar is refused, and the reference says so.
    private void decideTooLate(TransitionLog log) {
        log.decidedAt(last);
        long held = account.quantity();
        if (held == 0) {
            boolean isLong = wants(Decision.LONG);
            if (isLong || wants(Decision.SHORT)) {
                log.tooLate(isLong, false);
            }
        } else {
            int direction = held > 0 ? Decision.LONG : Decision.SHORT;
            if (is(signals.exit(direction), direction)) {
                log.tooLate(held > 0, true);
                if (wants(1 - direction)) {
                    log.tooLate(held < 0, false);
                }
            }
        }
    }

    /// Whether an entry fires at the last bar.
    private boolean wants(int direction) {
        return is(signals.enter(direction), direction) && !is(signals.exit(direction), direction);
    }

    private boolean is(long[] bits, int direction) {
        int row = last - begun;
        return (direction == Decision.LONG || shorts) && (bits[row >> 6] & 1L << row) != 0;
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
            long bit = Long.lowestOneBit(now);
            if (held != 0 && levels != null) {
                // What is reached within a bar comes before the decision at its close.
                int reached = reach(bar + Long.SIZE - Long.numberOfLeadingZeros(now == 0 ? open : bit));
                if (reached >= 0) {
                    open &= -1L << (reached - bar);
                    continue;
                }
            }
            if (now == 0) {
                return;
            }
            decide(bar + Long.numberOfTrailingZeros(bit), (enterLong & bit) != 0, (enterShort & bit) != 0);
            open &= -bit << 1;
        }
    }

    /// Leaves the position at the first bar below `to` that reaches one of its levels; -1 if none does.
    private int reach(int to) {
        int bar = levels == null ? -1 : levels.reached(to);
        if (bar >= 0 && levels != null) {
            equity.hold(bar, account.cash(), account.quantity());
            levels.leave(bar, account);
        }
        return bar;
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
        if (recording != null) {
            recording.log.decidedAt(bar);
        }
        if (held != 0) {
            account.leave(fill, raw, Trade.ExitReason.SIGNAL);
        }
        if (held <= 0 && enterLong) {
            account.enter(fill, raw, true, sizes.get(Decision.LONG));
        } else if (held >= 0 && enterShort) {
            account.enter(fill, raw, false, sizes.get(Decision.SHORT));
        }
        if (levels != null && account.quantity() != 0) {
            levels.protect(fill, account.entryPrice(), account.quantity() > 0);
        }
    }

    /// The summary after the last block; null where numbers became too large to be told this way.
    @Nullable
    Summary summary() {
        equity.hold(last, account.cash(), account.quantity());
        if (recording != null) {
            recording.log.decidedAt(last);
        }
        if (account.quantity() != 0) {
            account.leave(last, account.units(bars.close(last)), Trade.ExitReason.END_OF_DATA);
        }
        equity.hold(last + 1, account.cash(), 0);
        EquityBlocks.Figures figures = equity.figures();
        return figures == null ? null : Summaries.of(settings, bars, first, account.sums(), figures, account.costs());
    }
}
