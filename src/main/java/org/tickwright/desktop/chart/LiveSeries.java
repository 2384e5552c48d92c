package org.tickwright.desktop.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.LiveWords;
import org.tickwright.market.Bars;
import org.tickwright.market.LiveBars;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.workbench.live.LiveMarket;
import org.tickwright.workbench.live.LiveState;

/// The series of a live market as a chart follows them. JavaFX thread.
final class LiveSeries {
    private final LiveMarket market;
    private @Nullable SeriesKey key;
    private @Nullable LiveBars followed;
    private Bars bars = new Bars(org.tickwright.market.Timeframe.MINUTE, java.time.ZoneOffset.UTC, 1);
    private long trades = -1;

    LiveSeries(LiveMarket market) {
        this.market = market;
    }

    /// What changed since the last look.
    enum Change {
        NOTHING,
        LAST_BAR,
        NEW_BARS,
        /// It is another market now: show it anew.
        RESTARTED
    }

    /// The series that grow and have the text in their symbol.
    List<SeriesInfo> search(String text) {
        List<SeriesInfo> found = new ArrayList<>();
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        for (SeriesKey each : market.series()) {
            if (each.symbol().toUpperCase(Locale.ROOT).contains(wanted)) {
                market.bars(each).ifPresent(live -> found.add(info(each, live.copy())));
            }
        }
        return found;
    }

    private SeriesInfo info(SeriesKey each, Bars now) {
        LiveState state = market.state();
        int n = now.size();
        return new SeriesInfo(
                each,
                0,
                n,
                n == 0 ? 0 : now.time(0),
                n == 0 ? 0 : now.time(n - 1),
                now.zone(),
                "",
                state.simulated(),
                state.feed());
    }

    boolean has(SeriesKey wanted) {
        return market.bars(wanted).isPresent();
    }

    boolean following() {
        return followed != null;
    }

    void leave() {
        followed = null;
        key = null;
        trades = -1;
    }

    /// Follows a series from now on.
    Optional<ChartSeries> follow(SeriesKey wanted) {
        LiveBars live = market.bars(wanted).orElse(null);
        if (live == null) {
            return Optional.empty();
        }
        followed = live;
        key = wanted;
        bars = live.copy();
        trades = -1;
        ChartSeries made = ChartSeries.of(wanted, bars, market.state().simulated());
        return Optional.of(new ChartSeries(wanted, bars, decimals(wanted.symbol()), made.simulated(), made.candles()));
    }

    private int decimals(String symbol) {
        return market.state().instruments().stream()
                .filter(quoted -> quoted.symbol().equals(symbol))
                .mapToInt(LiveState.Quoted::decimals)
                .findFirst()
                .orElse(2);
    }

    SeriesInfo info() {
        SeriesKey open = key;
        if (open == null) {
            throw new IllegalStateException("No live series is followed");
        }
        return info(open, bars);
    }

    Bars bars() {
        return bars;
    }

    /// The first row that [#look()] changed.
    private int from;

    int changedFrom() {
        return from;
    }

    /// Takes what is new.
    Change look() {
        LiveBars live = followed;
        SeriesKey open = key;
        if (live == null || open == null) {
            return Change.NOTHING;
        }
        LiveBars now = market.bars(open).orElse(live);
        if (!now.equals(live)) {
            return Change.RESTARTED;
        }
        long done = live.trades();
        if (done == trades) {
            return Change.NOTHING;
        }
        trades = done;
        int before = bars.size();
        from = live.update(bars);
        return bars.size() > before ? Change.NEW_BARS : Change.LAST_BAR;
    }

    LiveBadge badge() {
        LiveState state = market.state();
        return followed == null ? LiveBadge.NONE : new LiveBadge(LiveWords.badge(state), LiveWords.style(state));
    }
}
