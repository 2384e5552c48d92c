package org.tickwright.desktop.chart;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.chart.plot.NumberText;
import org.tickwright.market.Bars;
import org.tickwright.market.Footprint;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.VolumeProfile;

/// Who traded how much at which price in the bars in view: a profile of all of them, a footprint of each, and
/// in words what they are made of. Made off the JavaFX thread, then unchangeable.
///
/// @param asked what was asked for
/// @param profile null where none was asked for
/// @param footprint null where none was asked for or there are no trades
/// @param profileNote what the profile is made of, and its figures
/// @param footprintNote what the footprint is made of, or why there is none
/// @param tick the smallest step of prices
record FlowPicture(
        Wanted asked,
        @Nullable VolumeProfile profile,
        @Nullable FootprintPicture footprint,
        String profileNote,
        String footprintNote,
        double tick) {
    /// The share of the volume that a value area holds.
    static final double VALUE_AREA = 0.7;

    /// More rows than these are no picture, whatever is asked for.
    private static final int MOST_ROWS = 4_000;

    /// What a chart wants to show; equal where the same picture would come of it.
    ///
    /// @param from the first bar in view
    /// @param to the bar behind the last one
    /// @param row the height of a profile's row in price; 0 for no profile
    /// @param cell the height of a footprint's row in price; 0 for no footprint
    /// @param data a number that changes with the bars
    record Wanted(SeriesKey key, int from, int to, double row, double cell, long data) {}

    /// Bars to work on: row `offset` of the series is the first of them.
    record Task(Wanted wanted, Bars bars, int offset, boolean live, int decimals, Locale numbers) {}

    /// Makes the picture.
    static FlowPicture of(Task task, TradeSource source) throws StoreException {
        Wanted wanted = task.wanted();
        int from = wanted.from() - task.offset();
        int to = Math.min(wanted.to() - task.offset(), task.bars().size());
        TradeSource.Found found = to > from
                ? source.find(wanted.key(), task.live(), TradeSource.Span.of(task.bars(), from, to))
                : TradeSource.Found.without("there are no bars in view");
        Words words = new Words(task, found);
        VolumeProfile profile = wanted.row() > 0 ? profile(task, found, from, to) : null;
        FootprintPicture footprint = wanted.cell() > 0 ? footprint(task, found, from, to) : null;
        return new FlowPicture(
                wanted,
                profile,
                footprint,
                profile == null ? "" : words.of(profile, from, to),
                wanted.cell() > 0 ? words.of(footprint) : "",
                Math.pow(10, -task.decimals()));
    }

    private static VolumeProfile profile(Task task, TradeSource.Found found, int from, int to) {
        TradeTicks trades = found.trades();
        if (trades != null && trades.size() > 0) {
            double row = task.wanted().row();
            double low = Double.POSITIVE_INFINITY;
            double high = 0;
            for (int i = 0; i < trades.size(); i++) {
                low = Math.min(low, trades.price(i));
                high = Math.max(high, trades.price(i));
            }
            return VolumeProfile.of(trades, 0, trades.size(), fit(row, high - low));
        }
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int i = from; i < to; i++) {
            low = Math.min(low, task.bars().low(i));
            high = Math.max(high, task.bars().high(i));
        }
        return VolumeProfile.of(task.bars(), from, to, fit(task.wanted().row(), high - low));
    }

    private static double fit(double row, double range) {
        double fitting = row;
        while (range / fitting > MOST_ROWS) {
            fitting *= 10;
        }
        return fitting;
    }

    private static @Nullable FootprintPicture footprint(Task task, TradeSource.Found found, int from, int to) {
        TradeTicks trades = found.trades();
        Bars bars = task.bars();
        if (trades == null || !bars.timeframe().timed()) {
            return null;
        }
        long[] starts = new long[to - from];
        long[] ends = new long[starts.length];
        double tallest = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = bars.time(from + i);
            long end = bars.knownAt(from + i);
            ends[i] = from + i + 1 < bars.size() ? Math.min(end, bars.time(from + i + 1)) : end;
            tallest = Math.max(tallest, bars.high(from + i) - bars.low(from + i));
        }
        Footprint footprint =
                Footprint.of(trades, starts, ends, fit(task.wanted().cell(), tallest));
        double tick = Math.pow(10, -task.decimals());
        return FootprintPicture.of(footprint, task.wanted().from(), tick, new NumberText(task.numbers()));
    }

    /// What was made, in words.
    private record Words(Task task, TradeSource.Found found) {
        private String of(VolumeProfile profile, int from, int to) {
            NumberText numbers = new NumberText(task.numbers());
            TradeTicks trades = found.trades();
            String made = profile.exact() && trades != null
                    ? numbers.fixed(trades.size(), 0)
                            + (trades.size() == 1 ? " trade" : " trades")
                            + share(profile, from, to, numbers)
                    : "from bars: " + (trades == null ? found.why() : "no trades in view");
            int control = profile.pointOfControl();
            if (control < 0) {
                return "Volume profile · nothing was traded in view";
            }
            VolumeProfile.ValueArea area = profile.valueArea(VALUE_AREA);
            boolean ticks = profile.height() < 1.5 * Math.pow(10, -task.decimals());
            double upper = profile.price(area.high()) + (ticks ? 0 : profile.height());
            double middle = profile.price(control) + (ticks ? 0 : profile.height() / 2);
            return "Volume profile · " + made + " · POC " + price(numbers, middle) + " · 70 % in "
                    + price(numbers, profile.price(area.low())) + " – " + price(numbers, upper);
        }

        private String price(NumberText numbers, double price) {
            return numbers.fixed(price, task.decimals());
        }

        /// How much of the bars' volume the trades hold, where it is not about all.
        private String share(VolumeProfile profile, int from, int to, NumberText numbers) {
            double all = 0;
            for (int i = from; i < to; i++) {
                all += task.bars().volume(i);
            }
            double share = profile.total() / all;
            return all > 0 && Math.abs(share - 1) > 0.05
                    ? ", " + numbers.fixed(100 * share, 0) + " % of the bars' volume"
                    : "";
        }

        private String of(@Nullable FootprintPicture footprint) {
            if (footprint == null) {
                return "Footprint: candles, for "
                        + (found.trades() == null ? found.why() : "it needs bars of minutes, days and the like");
            }
            NumberText numbers = new NumberText(task.numbers());
            String rows = " per " + numbers.fixed(footprint.height(), task.decimals());
            return footprint.sided()
                    ? "Footprint · sold × bought" + rows
                    : "Footprint · volume" + rows + ", nobody told who sold and who bought";
        }
    }
}
