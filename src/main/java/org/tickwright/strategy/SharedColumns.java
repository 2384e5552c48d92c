package org.tickwright.strategy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tickwright.indicator.InputColumns;
import org.tickwright.market.BarClock;
import org.tickwright.market.Bars;
import org.tickwright.market.Frame;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;

/// The columns that evaluations over the same data share: the same indicator with the same arguments over the
/// same inputs is computed once, within a strategy and between runs.
///
/// Columns of another series than the base lie apart, on that series' own bars. Holds what depends on data
/// alone, never what depends on a position. One thread.
public final class SharedColumns {
    private final MarketData data;
    private final BarClock clock;
    private final InputColumns inputs;
    private final Map<ColumnKey, Object> columns = new HashMap<>();
    private final Set<ColumnKey> asked = new HashSet<>();
    private final Map<SeriesKey, SharedColumns> others = new HashMap<>();

    /// No columns yet, over a series that may grow.
    public SharedColumns(Bars bars) {
        this(MarketData.of(bars));
    }

    /// No columns yet, over several series that may grow.
    public SharedColumns(MarketData data) {
        this(data, BarClock.of(data.base().bars(), data.base().close()));
    }

    private SharedColumns(MarketData data, BarClock clock) {
        this.data = data;
        this.clock = clock;
        inputs = new InputColumns(Frame.of(clock.bars()));
    }

    /// The base series.
    public Bars bars() {
        return clock.bars();
    }

    /// The number of columns over all series.
    public int size() {
        return columns.size()
                + others.values().stream().mapToInt(SharedColumns::size).sum();
    }

    /// The series that the columns are made of.
    public MarketData data() {
        return data;
    }

    /// Forgets the columns that no evaluation asked for since the last call, so that what is kept between edits of a
    /// strategy is what its last version read.
    public void forgetUnasked() {
        columns.keySet().retainAll(asked);
        asked.clear();
        others.values().forEach(SharedColumns::forgetUnasked);
    }

    BarClock clock() {
        return clock;
    }

    /// No columns yet, over the same bars.
    SharedColumns afresh() {
        return new SharedColumns(data, clock);
    }

    /// The columns over the series that a node asks for. One that is not there, or is finer than the base, is
    /// an [IllegalArgumentException].
    SharedColumns of(SeriesNeed need) {
        SeriesKey key = data.key(need.instrument(), need.timeframe());
        if (key.equals(data.base().key())) {
            return this;
        }
        SharedColumns known = others.get(key);
        if (known == null) {
            known = new SharedColumns(data, clock(need, key));
            others.put(key, known);
        }
        return known;
    }

    private BarClock clock(SeriesNeed need, SeriesKey key) {
        Timeframe base = data.base().key().timeframe();
        if (key.timeframe().compareTo(base) < 0) {
            throw new IllegalArgumentException("Node " + need.node() + " reads " + key.timeframe()
                    + " bars, which are shorter than the " + base
                    + " bars that the strategy runs on. Run it on " + key.timeframe()
                    + " bars, or choose a timeframe from " + base + " on.");
        }
        MarketSeries source = data.source(key)
                .orElseThrow(() -> new IllegalArgumentException("Node " + need.node() + " reads " + key
                        + ", and the run has no such series and none of which it can be made. It has "
                        + String.join(
                                ", ",
                                data.all().stream()
                                        .map(series -> series.key().toString())
                                        .toList())
                        + "."));
        BarClock own = source.key().equals(data.base().key()) ? clock : BarClock.of(source.bars(), source.close());
        return source.key().equals(key) ? own : own.longer(key.timeframe());
    }

    InputColumns inputs() {
        return inputs;
    }

    /// What is kept under a key, made when first asked for.
    <T> T get(Class<T> kind, ColumnKey key, Supplier<T> maker) {
        asked.add(key);
        @Nullable Object known = columns.get(key);
        if (known == null) {
            known = maker.get();
            columns.put(key, known);
        }
        return kind.cast(known);
    }
}
