package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.tickwright.market.BarClock;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;

/// A market as it can be known at the close of a bar, and the same with poison behind it.
///
/// Every series is cut by when its bars are known, so one of another timeframe or instrument ends where it does
/// at that moment.
final class CutMarket {
    private final MarketData truth;
    private final BarClock clock;
    private final List<BarClock> others = new ArrayList<>();

    CutMarket(MarketData truth) {
        this.truth = truth;
        clock = BarClock.of(truth.base().bars(), truth.base().close());
        for (MarketSeries series : truth.others()) {
            others.add(BarClock.of(series.bars(), series.close()));
        }
    }

    /// All that is known at the close of a bar, and nothing behind it.
    MarketData truncated(int bar) {
        return cut(bar, (bars, rows) -> bars.slice(0, rows));
    }

    /// All that is known at the close of a bar, and poison behind it.
    MarketData poisoned(int bar, Poison poison, SplittableRandom random) {
        boolean leap = random.nextBoolean();
        return cut(
                bar,
                (bars, rows) ->
                        poison.behind(bars, rows, leap && bars == truth.base().bars(), random));
    }

    private MarketData cut(int bar, BiFunction<Bars, Integer, Bars> cutting) {
        long now = clock.knownAt(bar);
        List<MarketSeries> cut = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            MarketSeries series = truth.others().get(i);
            cut.add(with(series, cutting.apply(series.bars(), others.get(i).rowsKnownAt(now))));
        }
        return new MarketData(with(truth.base(), cutting.apply(truth.base().bars(), bar + 1)), cut);
    }

    private static MarketSeries with(MarketSeries series, Bars bars) {
        return new MarketSeries(series.key(), series.simulated(), bars, series.hash(), series.close());
    }

    /// The market bar by bar, as it becomes known, with poison in the room behind.
    Growing growing(Poison poison, SplittableRandom random) {
        List<Bars> bars = new ArrayList<>();
        List<MarketSeries> series = new ArrayList<>();
        for (MarketSeries each : truth.all()) {
            Bars whole = each.bars();
            Bars empty = new Bars(whole.timeframe(), whole.zone(), whole.size());
            poison.inRoomOf(empty, whole, random);
            bars.add(empty);
            series.add(with(each, empty));
        }
        return new Growing(new MarketData(series.getFirst(), series.subList(1, series.size())), bars);
    }

    /// A market that becomes known.
    final class Growing {
        private final MarketData data;
        private final List<Bars> bars;

        private Growing(MarketData data, List<Bars> bars) {
            this.data = data;
            this.bars = bars;
        }

        MarketData data() {
            return data;
        }

        /// Closes the next base bar, `bar`; other series follow as far as they are known by then.
        void close(int bar) {
            append(bars.getFirst(), truth.base().bars(), bar + 1);
            long now = clock.knownAt(bar);
            for (int i = 0; i < others.size(); i++) {
                append(
                        bars.get(i + 1),
                        truth.others().get(i).bars(),
                        others.get(i).rowsKnownAt(now));
            }
        }

        private static void append(Bars to, Bars whole, int rows) {
            for (int row = to.size(); row < rows; row++) {
                to.append(
                        whole.time(row),
                        whole.open(row),
                        whole.high(row),
                        whole.low(row),
                        whole.close(row),
                        whole.volume(row));
            }
        }
    }
}
