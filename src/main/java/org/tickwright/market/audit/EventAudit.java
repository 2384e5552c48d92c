package org.tickwright.market.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.DoubleColumn;
import org.tickwright.kernel.LongColumn;
import org.tickwright.market.Finding;
import org.tickwright.market.Finding.Severity;
import org.tickwright.market.QuoteTicks;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.calendar.ExchangeCalendar;

/// Audits trades and quotes that are in order already: prices far from those around them (`OUTLIER`), events that
/// repeat the one before (`DUPLICATE`), silence (`GAP`), trades of no size (`ZERO_VOLUME`), and of quotes bids above
/// their ask (`CROSSED`), at it (`LOCKED`), and sides that say nothing (`ONE_SIDED`).
///
/// A price is far from those around it when it is off their median by 2 % and by 15 times their usual distance from it.
/// Silence is noted from a minute on where it lasts 30 times as long as events usually are apart; where a calendar is
/// given only that within its sessions counts.
public final class EventAudit {
    private static final int SHOWN = 20;
    private static final int BLOCK = 64;
    private static final double FAR = 0.02;
    private static final double SCORE = 15;
    private static final double NORMAL = 1.4826;
    private static final double SILENT_TIMES = 30;
    private static final long SILENT = 60_000_000_000L;
    private static final double MOSTLY = 0.3;
    private static final String OPEN = "Nothing to do where the market was closed";
    private static final String CROSSED =
            "Check the order of the quotes and whether bid and ask are mixed up; a fill there would earn the spread";

    private final long[] times;
    private final String what;
    private final AuditLog log;

    private EventAudit(long[] times, String what, AuditLog log) {
        this.times = times;
        this.what = what;
        this.log = log;
    }

    /// What the audit sees in trades.
    public static AuditLog of(TradeTicks trades, @Nullable ExchangeCalendar calendar) {
        AuditLog log = new AuditLog(Set.of());
        run(trades, calendar, log);
        return log;
    }

    /// What the audit sees in quotes.
    public static AuditLog of(QuoteTicks quotes, @Nullable ExchangeCalendar calendar) {
        AuditLog log = new AuditLog(Set.of());
        run(quotes, calendar, log);
        return log;
    }

    /// Reports what is wrong with trades.
    public static void run(TradeTicks trades, @Nullable ExchangeCalendar calendar, AuditLog log) {
        EventAudit audit = new EventAudit(trades.times(), "trade", log);
        audit.far(trades.times(), trades.prices(), "price");
        double[] price = trades.prices();
        double[] size = trades.sizes();
        audit.repeated(
                (i, j) -> price[i] == price[j] && Double.doubleToLongBits(size[i]) == Double.doubleToLongBits(size[j]));
        audit.count(
                "ZERO_VOLUME",
                Severity.NOTE,
                i -> size[i] == 0,
                "have no size",
                "They move the price of bars and add nothing to their volume");
        audit.silence(calendar);
    }

    /// Reports what is wrong with quotes.
    public static void run(QuoteTicks quotes, @Nullable ExchangeCalendar calendar, AuditLog log) {
        long[] times = new long[quotes.size()];
        Arrays.setAll(times, quotes::time);
        EventAudit audit = new EventAudit(times, "quote", log);
        audit.crossed(quotes);
        audit.count(
                "LOCKED",
                Severity.NOTE,
                i -> quotes.bid(i) > 0 && quotes.bid(i) == quotes.ask(i),
                "have a bid at their ask",
                "Nothing to do; between venues and at the open that happens");
        audit.count(
                "ONE_SIDED",
                Severity.NOTE,
                i -> quotes.bid(i) == 0 || quotes.ask(i) == 0,
                "tell no bid or no ask",
                "There is no spread and no middle at such a quote");
        audit.far(quotes);
        audit.repeated((i, j) -> quotes.bid(i) == quotes.bid(j)
                && quotes.ask(i) == quotes.ask(j)
                && quotes.bidSize(i) == quotes.bidSize(j)
                && quotes.askSize(i) == quotes.askSize(j));
        audit.silence(calendar);
    }

    private interface Which {
        boolean is(int i);
    }

    private interface Same {
        boolean same(int i, int j);
    }

    private void count(String code, Severity severity, Which which, String does, String mend) {
        int count = 0;
        int first = 0;
        int last = 0;
        for (int i = 0; i < times.length; i++) {
            if (which.is(i)) {
                first = count == 0 ? i : first;
                last = i;
                count++;
            }
        }
        if (count > 0) {
            String message = String.format(
                    Locale.ROOT,
                    "%,d of %,d %ss %s, the first at %s",
                    count,
                    times.length,
                    what,
                    does,
                    BarTimes.utc(times[first]));
            add(new Finding(code, severity, 0, message, mend, times[first], times[last]), count);
        }
    }

    /// Adds a finding that stands for several.
    private void add(Finding finding, int count) {
        log.report(finding);
        if (count > 1) {
            log.countFurther(finding.code(), count - 1);
        }
    }

    private void crossed(QuoteTicks quotes) {
        int spans = 0;
        int further = 0;
        int from = -1;
        for (int i = 0; i <= times.length; i++) {
            boolean crossed = i < times.length && quotes.crossed(i);
            if (crossed && from < 0) {
                from = i;
            } else if (!crossed && from >= 0) {
                spans++;
                if (spans <= SHOWN) {
                    crossed(quotes, from, i - 1);
                } else {
                    further += i - from;
                }
                from = -1;
            }
        }
        if (further > 0) {
            String message = String.format(
                    Locale.ROOT, "%,d further quotes in %,d spans have a bid above their ask", further, spans - SHOWN);
            add(new Finding("CROSSED", Severity.WARNING, 0, message, CROSSED), further);
        }
    }

    private void crossed(QuoteTicks quotes, int from, int to) {
        int count = to - from + 1;
        String more = count == 1
                ? ""
                : String.format(Locale.ROOT, ", and so are %,d more until %s", count - 1, BarTimes.utc(times[to]));
        String message = "The bid " + quotes.bid(from) + " lies above the ask " + quotes.ask(from) + " at "
                + BarTimes.utc(times[from]) + more;
        add(new Finding("CROSSED", Severity.WARNING, 0, message, CROSSED, times[from], times[to]), count);
    }

    private void repeated(Same same) {
        int count = 0;
        int first = 0;
        for (int i = 1; i < times.length; i++) {
            if (times[i] == times[i - 1] && same.same(i, i - 1)) {
                first = count == 0 ? i : first;
                count++;
            }
        }
        if (count == 0) {
            return;
        }
        boolean mostly = count > MOSTLY * times.length;
        String message = String.format(
                Locale.ROOT,
                "%,d of %,d %ss repeat the one before them with its time, the first at %s",
                count,
                times.length,
                what,
                BarTimes.utc(times[first]));
        String mend = mostly
                ? "Check whether the file was joined twice; volume would count double"
                : "Nothing to do where the venue prints orders that fill in parts one by one";
        add(new Finding("DUPLICATE", mostly ? Severity.WARNING : Severity.NOTE, 0, message, mend), count);
    }

    /// Each side by itself, since a quote may tell one alone.
    private void far(QuoteTicks quotes) {
        far(quotes, quotes::bid, "bid");
        far(quotes, quotes::ask, "ask");
    }

    private void far(QuoteTicks quotes, IntToDoubleFunction side, String name) {
        LongColumn at = new LongColumn(quotes.size());
        DoubleColumn prices = new DoubleColumn(quotes.size());
        for (int i = 0; i < quotes.size(); i++) {
            double price = side.applyAsDouble(i);
            if (price > 0) {
                at.append(quotes.time(i));
                prices.append(price);
            }
        }
        far(at.toArray(), prices.toArray(), name);
    }

    /// Blocks are judged with their neighbours, so that a price that stays is not far from itself.
    private void far(long[] at, double[] prices, String name) {
        double[] work = new double[3 * BLOCK];
        int found = 0;
        for (int start = 0; start < prices.length; start += BLOCK) {
            int from = Math.max(0, start - BLOCK);
            int to = Math.min(prices.length, start + 2 * BLOCK);
            double median = median(prices, from, to, work);
            double limit = limit(prices, from, to, median, work);
            for (int i = start; i < Math.min(prices.length, start + BLOCK); i++) {
                double apart = Math.abs(prices[i] - median) / median;
                if (apart > FAR && apart > limit) {
                    found++;
                    far(at[i], prices[i], median, name, found);
                }
            }
        }
    }

    private static double median(double[] prices, int from, int to, double[] work) {
        System.arraycopy(prices, from, work, 0, to - from);
        Arrays.sort(work, 0, to - from);
        return work[(to - from) / 2];
    }

    private static double limit(double[] prices, int from, int to, double median, double[] work) {
        for (int i = from; i < to; i++) {
            work[i - from] = Math.abs(prices[i] - median) / median;
        }
        Arrays.sort(work, 0, to - from);
        return SCORE * NORMAL * work[(to - from) / 2];
    }

    private void far(long time, double price, double median, String name, int found) {
        if (found > SHOWN) {
            log.countFurther("OUTLIER", 1);
            return;
        }
        String message = String.format(
                Locale.ROOT,
                "%s: the %s %s is %+.1f %% away from %s, the median of the %ss around it",
                BarTimes.utc(time),
                name,
                price,
                100 * (price / median - 1),
                median,
                what);
        log.report(new Finding(
                "OUTLIER",
                Severity.WARNING,
                0,
                message,
                "Compare with another source; such a " + what + " makes highs and lows of bars that never were",
                time,
                time));
    }

    private void silence(@Nullable ExchangeCalendar calendar) {
        int n = times.length;
        if (n < 3) {
            return;
        }
        double usual = (times[n - 1] - times[0]) / (double) (n - 1);
        double least = Math.max(SILENT, SILENT_TIMES * usual);
        List<Integer> silent = new ArrayList<>();
        for (int i = 1; i < n; i++) {
            long apart = times[i] - times[i - 1];
            if (apart > least && within(calendar, times[i - 1], times[i]) > least) {
                silent.add(i);
            }
        }
        silent.sort(Comparator.comparingLong((Integer i) -> times[i - 1] - times[i]));
        silent.stream().limit(SHOWN).forEach(this::silent);
        if (silent.size() > SHOWN) {
            int more = silent.size() - SHOWN;
            String message = more + " further times without a " + what + ", none of them longer than those shown";
            add(new Finding("GAP", Severity.NOTE, 0, message, OPEN), more);
        }
    }

    private void silent(int i) {
        log.report(new Finding(
                "GAP",
                Severity.NOTE,
                0,
                "No " + what + " between " + BarTimes.utc(times[i - 1]) + " and " + BarTimes.utc(times[i]),
                OPEN,
                times[i - 1],
                times[i]));
    }

    /// How much of a span lies in one session of the calendar; all of it where there is none.
    private static long within(@Nullable ExchangeCalendar calendar, long from, long to) {
        if (calendar == null) {
            return to - from;
        }
        long most = 0;
        for (var day = calendar.dayOf(from); !day.isAfter(calendar.dayOf(to).plusDays(1)); day = day.plusDays(1)) {
            long here = calendar.session(day)
                    .map(session -> Math.min(to, session.close()) - Math.max(from, session.open()))
                    .orElse(0L);
            most = Math.max(most, here);
        }
        return most;
    }
}
