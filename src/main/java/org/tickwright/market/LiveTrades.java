package org.tickwright.market;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.tickwright.market.TradeTicks.Aggressor;

/// The trades of an instrument as they come, the newest so many of them.
///
/// What is too old goes in blocks, and [#wholeSince()] says from when on none is missing. Safe for any number
/// of threads: one adds trades, others copy a stretch of time, which holds the first one up for no more than
/// a moment.
public final class LiveTrades {
    private static final int BLOCK = 4096;

    private final int mostBlocks;
    private final Deque<Block> blocks = new ArrayDeque<>();
    private long trades;
    private long wholeSince = Long.MIN_VALUE;

    /// Room for at least the newest so many trades, 24 bytes each, taken as it is needed.
    public LiveTrades(int most) {
        mostBlocks = Math.max(1, (most + BLOCK - 1) / BLOCK) + 1;
    }

    /// Trades that are written once, in order, and read up to a count that was seen under the lock.
    private static final class Block {
        private final long[] time = new long[BLOCK];
        private final double[] price = new double[BLOCK];
        private final double[] size = new double[BLOCK];
        private final Aggressor[] aggressor = new Aggressor[BLOCK];
        private int count;

        private long last() {
            return time[count - 1];
        }
    }

    /// A block and how far it was filled when it was looked at.
    private record Seen(Block block, int count) {}

    /// Adds a trade. One that was told late counts at the time of the one before it, as it does in
    /// [LiveBars].
    public synchronized void trade(long time, double price, double size, Aggressor aggressor) {
        Block last = blocks.peekLast();
        long at = last == null ? time : Math.max(time, last.last());
        if (last == null || last.count == BLOCK) {
            last = new Block();
            blocks.addLast(last);
            if (blocks.size() > mostBlocks) {
                wholeSince = blocks.removeFirst().last() + 1;
            }
        }
        last.time[last.count] = at;
        last.price[last.count] = price;
        last.size[last.count] = size;
        last.aggressor[last.count] = aggressor;
        last.count++;
        trades++;
    }

    /// How many trades came, those that are gone again included.
    public synchronized long trades() {
        return trades;
    }

    /// From this time on no trade that came is missing; [Long#MIN_VALUE] while none had to go.
    public synchronized long wholeSince() {
        return wholeSince;
    }

    /// The trades from `from` (inclusive) to `to` (exclusive) that are kept.
    public TradeTicks copy(long from, long to) {
        TradeTicks.Builder builder = new TradeTicks.Builder(BLOCK);
        for (Seen seen : seen(from, to)) {
            Block block = seen.block();
            for (int i = first(block, seen.count(), from); i < seen.count() && block.time[i] < to; i++) {
                builder.append(block.time[i], block.price[i], block.size[i], block.aggressor[i]);
            }
        }
        return builder.build();
    }

    private synchronized List<Seen> seen(long from, long to) {
        List<Seen> found = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            if (block.last() >= from && block.time[0] < to) {
                found.add(new Seen(block, block.count));
            }
        }
        return found;
    }

    private static int first(Block block, int count, long from) {
        int at = Arrays.binarySearch(block.time, 0, count, from);
        int index = at < 0 ? -1 - at : at;
        while (index > 0 && block.time[index - 1] == from) {
            index--;
        }
        return index;
    }
}
