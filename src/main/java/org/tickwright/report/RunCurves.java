package org.tickwright.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.Band;
import org.tickwright.engine.RunResult;
import org.tickwright.market.Bars;

/// The columns a report draws: equity, its drawdown, and the buy-and-hold benchmark on the same bars.
///
/// `drawdown` is a fraction at or below 0 with the capital as first peak. `benchmark` is the capital moved by the
/// closes of the bars, without costs; null where the bars of the run are not at hand any more. `worst` and `best` are
/// the
/// lowest and highest equity of the run and of both ends of its band, null where there is no band.
public record RunCurves(
        long[] time,
        ZoneId zone,
        boolean intraday,
        double capital,
        double[] equity,
        double[] drawdown,
        double @Nullable [] benchmark,
        double @Nullable [] worst,
        double @Nullable [] best) {
    private static final long NANOS = 1_000_000_000L;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /// The columns of a run over its bars; pass bars without rows where they are gone.
    public static RunCurves of(RunResult run, Bars bars) {
        double capital = run.settings().capital();
        double[] drawdown = new double[run.equity().length];
        double peak = capital;
        for (int i = 0; i < drawdown.length; i++) {
            peak = Math.max(peak, run.equity()[i]);
            drawdown[i] = run.equity()[i] / peak - 1;
        }
        return new RunCurves(
                run.time(),
                run.zone(),
                run.series().timeframe().intraday(),
                capital,
                run.equity(),
                drawdown,
                benchmark(run, bars),
                outer(run, Math::min),
                outer(run, Math::max));
    }

    private static double @Nullable [] outer(RunResult run, DoubleBinaryOperator further) {
        Band band = run.band();
        int n = run.equity().length;
        if (band == null || band.lowest().equity().length != n || band.highest().equity().length != n) {
            return null;
        }
        double[] edge = new double[n];
        for (int i = 0; i < n; i++) {
            double ends = further.applyAsDouble(
                    band.lowest().equity()[i], band.highest().equity()[i]);
            edge[i] = further.applyAsDouble(run.equity()[i], ends);
        }
        return edge;
    }

    private static double @Nullable [] benchmark(RunResult run, Bars bars) {
        int n = run.time().length;
        int first = run.firstIndex();
        boolean sameBars = n > 0
                && bars.size() >= first + n
                && bars.time(first) == run.time()[0]
                && bars.time(first + n - 1) == run.time()[n - 1];
        if (!sameBars || !(bars.close(first) > 0)) {
            return null;
        }
        double last = bars.close(first + n - 1) / bars.close(first) - 1;
        if (Math.abs(last - run.summary().buyHoldReturn()) > 1e-9 * Math.max(1, Math.abs(last))) {
            return null;
        }
        double[] benchmark = new double[n];
        for (int i = 0; i < n; i++) {
            benchmark[i] = run.settings().capital() * (bars.close(first + i) / bars.close(first));
        }
        return benchmark;
    }

    /// A time as people read it: the trading day, or day and time of day in the exchange's zone.
    public String timeText(long nanos) {
        LocalDateTime local = LocalDateTime.ofInstant(
                Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS)), zone);
        if (!intraday) {
            return DAY.format(local);
        }
        return local.getSecond() == 0 ? MINUTE.format(local) : SECOND.format(local);
    }
}
