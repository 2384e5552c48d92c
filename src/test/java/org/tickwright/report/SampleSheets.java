package org.tickwright.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.tickwright.engine.CostSummary;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.Summary;
import org.tickwright.engine.Trade;
import org.tickwright.kernel.Phrase;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.study.Metrics;

/// Tear sheets for tests: a plain moving-average run over a seeded walk, worked out here without the engine.
public final class SampleSheets {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final long NANOS = 1_000_000_000L;
    private static final double COST = 0.001;

    private final Bars bars;
    private final List<Trade> trades = new ArrayList<>();
    private final double[] equity;
    private final double[] position;
    private double cash = 100_000;

    private SampleSheets(Bars bars) {
        this.bars = bars;
        equity = new double[bars.size()];
        position = new double[bars.size()];
    }

    /// Daily bars of weekdays from 2010 on.
    public static Bars daily(int count) {
        Bars bars = new Bars(Timeframe.DAY, ZONE, count);
        LocalDate day = LocalDate.of(2010, 1, 4);
        Walk walk = new Walk(0.0004, 0.013);
        while (bars.size() < count) {
            if (day.getDayOfWeek().getValue() <= 5) {
                walk.append(bars, day.atStartOfDay(ZONE).toEpochSecond() * NANOS);
            }
            day = day.plusDays(1);
        }
        return bars;
    }

    /// Bars of a minute without a break.
    public static Bars minutes(int count) {
        Bars bars = new Bars(Timeframe.MINUTE, ZoneId.of("UTC"), count);
        Walk walk = new Walk(0, 0.0006);
        long start = LocalDate.of(2022, 1, 3).atStartOfDay(ZoneId.of("UTC")).toEpochSecond();
        for (int i = 0; i < count; i++) {
            walk.append(bars, (start + 60L * i) * NANOS);
        }
        return bars;
    }

    /// A sheet over bars, trading when an average of `fast` bars crosses one of `slow` bars.
    public static TearSheet crossing(Bars bars, int fast, int slow, String name) {
        SampleSheets maker = new SampleSheets(bars);
        maker.run(fast, slow);
        RunResult run = maker.result(name);
        return new TearSheet(
                "r7",
                run,
                Metrics.ofPrices(run.time(), run.equity(), 252, 0, null),
                bars,
                "Enters long when the average of " + fast + " closes crosses above the average of " + slow
                        + " closes.\nExits when it crosses back.",
                "{\"format\": \"tickwright-strategy\", \"version\": 1, \"name\": \"" + name + "\"}");
    }

    /// Ten years of daily bars.
    public static TearSheet typical() {
        return crossing(daily(2520), 10, 30, "sma-cross");
    }

    private static final class Walk {
        private final Random random = new Random(42);
        private final double drift;
        private final double size;
        private double price = 100;

        Walk(double drift, double size) {
            this.drift = drift;
            this.size = size;
        }

        void append(Bars bars, long time) {
            double open = cents(price);
            price *= 1 + drift + size * random.nextGaussian();
            double close = cents(price);
            double high = cents(Math.max(open, close) * (1 + size * 0.4 * random.nextDouble()));
            double low = cents(Math.min(open, close) * (1 - size * 0.4 * random.nextDouble()));
            bars.append(time, open, Math.max(high, Math.max(open, close)), low, close, 1_000 + random.nextInt(9_000));
        }

        private static double cents(double value) {
            return Math.rint(value * 100) / 100;
        }
    }

    private void run(int fast, int slow) {
        int entry = -1;
        double entryPrice = 0;
        double quantity = 0;
        for (int i = 0; i < bars.size(); i++) {
            boolean was = i > slow && average(i - 2, fast) > average(i - 2, slow);
            boolean is = i > slow && average(i - 1, fast) > average(i - 1, slow);
            if (quantity > 0 && was && !is) {
                close(entry, entryPrice, quantity, i, bars.open(i), Trade.ExitReason.SIGNAL, slow);
                quantity = 0;
            } else if (quantity == 0 && is && !was) {
                entry = i;
                entryPrice = bars.open(i);
                quantity = Math.floor(cash / (entryPrice * (1 + COST)));
                cash -= quantity * entryPrice * (1 + COST);
            }
            if (quantity > 0 && i == bars.size() - 1) {
                close(entry, entryPrice, quantity, i, bars.close(i), Trade.ExitReason.END_OF_DATA, slow);
                quantity = 0;
            }
            equity[i] = cash + quantity * bars.close(i);
            position[i] = quantity;
        }
    }

    private double average(int at, int period) {
        double sum = 0;
        for (int i = at - period + 1; i <= at; i++) {
            sum += bars.close(i);
        }
        return sum / period;
    }

    private void close(
            int entry, double entryPrice, double quantity, int i, double exit, Trade.ExitReason reason, int slow) {
        double entryCost = COST * quantity * entryPrice;
        double exitCost = COST * quantity * exit;
        double gross = (exit - entryPrice) * quantity;
        double net = gross - entryCost - exitCost;
        cash += quantity * exit - exitCost;
        boolean signal = reason == Trade.ExitReason.SIGNAL;
        trades.add(new Trade(
                trades.size() + 1,
                Trade.Side.LONG,
                bars.time(entry - 1),
                bars.time(entry),
                entry,
                entryPrice,
                quantity,
                entryCost,
                signal ? bars.time(i - 1) : null,
                bars.time(i),
                i,
                exit,
                exitCost,
                reason,
                gross,
                net,
                100 * net / (entryPrice * quantity),
                i - entry,
                0,
                cash,
                Phrase.of("crossesAbove(fast " + String.format("%.2f", average(entry - 1, slow / 3)) + ", slow "
                        + String.format("%.2f", average(entry - 1, slow)) + ")"),
                Phrase.of(signal ? "crossesBelow(fast, slow)" : ""),
                0,
                null));
    }

    private RunResult result(String name) {
        int n = bars.size();
        long[] time = new long[n];
        for (int i = 0; i < n; i++) {
            time[i] = bars.time(i);
        }
        RunSettings settings = new RunSettings(
                100_000,
                10,
                0,
                null,
                true,
                RunSettings.Direction.LONG,
                null,
                null,
                "plain",
                252,
                null,
                null,
                Map.of("fast", 10.0));
        return new RunResult(
                new SeriesKey("SIM-A", bars.timeframe()),
                true,
                name,
                summary(),
                List.copyOf(trades),
                List.of(),
                0,
                time,
                equity,
                position,
                bars.contentHash(),
                "5".repeat(64),
                "0.1.0",
                settings,
                bars.zone());
    }

    private Summary summary() {
        int n = bars.size();
        double wins = 0;
        double losses = 0;
        int winners = 0;
        double held = 0;
        double best = Double.NEGATIVE_INFINITY;
        double worst = Double.POSITIVE_INFINITY;
        for (Trade trade : trades) {
            winners += trade.netPnl() > 0 ? 1 : 0;
            wins += Math.max(0, trade.netPnl());
            losses += Math.min(0, trade.netPnl());
            held += trade.barsHeld();
            best = Math.max(best, trade.netPnl());
            worst = Math.min(worst, trade.netPnl());
        }
        int count = trades.size();
        boolean none = count == 0;
        double last = n == 0 ? 100_000 : equity[n - 1];
        double exposed = 0;
        double peak = 100_000;
        double drawdown = 0;
        for (int i = 0; i < n; i++) {
            exposed += position[i] != 0 ? 1 : 0;
            peak = Math.max(peak, equity[i]);
            drawdown = Math.min(drawdown, equity[i] / peak - 1);
        }
        return new Summary(
                n,
                count,
                count,
                0,
                last,
                last / 100_000 - 1,
                n < 2 ? null : 0.0512,
                n < 3 ? null : 0.61,
                n < 3 ? null : 0.134,
                drawdown,
                winners,
                none ? null : (double) winners / count,
                wins,
                losses,
                losses < 0 ? wins / -losses : null,
                winners == 0 ? null : wins / winners,
                count == winners ? null : losses / (count - winners),
                none ? null : (wins + losses) / count,
                count < 2 ? null : 0.84,
                none ? null : best,
                none ? null : worst,
                none ? null : held / count,
                n == 0 ? 0 : exposed / n,
                none ? 0 : 1234.5,
                0,
                n == 0 ? 0 : bars.close(n - 1) / bars.close(0) - 1,
                new TreeMap<>(Map.of("SIGNAL", count)),
                CostSummary.ofSums(none ? 0 : 1234.5, 0));
    }
}
