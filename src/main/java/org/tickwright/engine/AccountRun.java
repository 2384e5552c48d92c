package org.tickwright.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import org.tickwright.kernel.Progress;
import org.tickwright.market.BarClock;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;
import org.tickwright.strategy.Evaluation;

/// A run over several instruments with one account.
///
/// Bars open and close in the order of time: one opens at its time and is closed once it is known. Where several things
/// happen at the same instant, they do so in this order:
///
/// 1. stops and targets inside the bars that end then, by symbol;
/// 2. their closes, which value what is held;
/// 3. the evaluation of the strategy, once per base bar, when that is known, instrument by instrument;
/// 4. the bars that open then: first everything that closes or reduces a position, then what opens or adds to one, by
///    symbol. Target weights are of the equity at these openings, before any of them fills.
///
/// An order waits for the next opening of its own instrument. Equity is marked at the last known price of each.
final class AccountRun {
    /// Why an order was refused at the end.
    static final String NO_OPENING = "The data end here: there is no later opening to fill at.";

    private static final int BARS_BETWEEN_REPORTS = 1 << 12;

    private final Bars base;
    private final BarClock clock;
    private final int first;
    private final int end;
    private final Ledger ledger;
    private final AccountSizing sizing;
    private final AccountLog log = new AccountLog();
    private final List<AccountDesk> desks = new ArrayList<>();
    private final double[] equity;
    private final double[][] units;
    private final Progress progress;

    /// A run over the base bars `first` (inclusive) to `end` (exclusive) of evaluations by symbol.
    AccountRun(
            SortedMap<String, Evaluation> evaluations,
            MarketData data,
            int first,
            int end,
            RunSettings settings,
            Progress progress) {
        base = data.base().bars();
        clock = BarClock.of(base, data.base().close());
        this.first = first;
        this.end = end;
        this.progress = progress;
        AccountTerms terms = AccountTerms.of(settings);
        List<MarketSeries> traded = evaluations.keySet().stream()
                .map(symbol -> series(symbol, data))
                .toList();
        ledger = new Ledger(
                traded.stream()
                        .map(series -> Scales.forFirstPrice(series.bars().close(0)))
                        .toList(),
                Scales.moneyUnits(settings.capital()),
                Ledger.EntryLog.NONE);
        sizing = new AccountSizing(ledger, terms.costs(), settings.wholeUnits());
        AccountDesk.Shared shared = new AccountDesk.Shared(base, EntryRules.of(settings), ledger, terms, log);
        for (MarketSeries series : traded) {
            Evaluation evaluation =
                    Objects.requireNonNull(evaluations.get(series.key().symbol()));
            AccountDesk desk = new AccountDesk(series, desks.size(), evaluation, shared);
            desk.startAt(base.time(first));
            desks.add(desk);
        }
        equity = new double[end - first];
        units = new double[desks.size()][end - first];
    }

    private static MarketSeries series(String symbol, MarketData data) {
        SeriesKey key = data.key(symbol, null);
        MarketSeries series = data.all().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The strategy trades " + symbol
                        + ", and the run has no " + key + ". An instrument is traded on bars of the base timeframe;"
                        + " name that series among those of the run."));
        if (series.bars().size() == 0) {
            throw new IllegalArgumentException("The series " + key + " has no bars.");
        }
        return series;
    }

    /// Runs to the end of the data.
    AccountRun play() {
        for (int bar = first; bar < end; bar++) {
            report(bar);
            playUntil(clock.knownAt(bar));
            for (AccountDesk desk : desks) {
                desk.evaluate(bar, bar == end - 1);
            }
            if (bar == end - 1) {
                for (AccountDesk desk : desks) {
                    desk.finish(bar);
                }
            }
            mark(bar);
        }
        return this;
    }

    private void playUntil(long now) {
        long time = nextEvent();
        while (time <= now) {
            close(time);
            if (time == now) {
                return;
            }
            open(time);
            time = nextEvent();
        }
    }

    private long nextEvent() {
        long next = Long.MAX_VALUE;
        for (AccountDesk desk : desks) {
            next = Math.min(next, desk.nextEvent());
        }
        return next;
    }

    private void close(long time) {
        List<AccountDesk> closing =
                desks.stream().filter(desk -> desk.closesAt(time)).toList();
        closing.forEach(AccountDesk::range);
        closing.forEach(AccountDesk::close);
    }

    private void open(long time) {
        List<AccountDesk> opening =
                desks.stream().filter(desk -> desk.opensAt(time)).toList();
        if (opening.stream().anyMatch(AccountDesk::weighs)) {
            opening.forEach(AccountDesk::markOpening);
            opening.forEach(desk -> desk.aim(sizing));
        }
        opening.forEach(AccountDesk::openExits);
        opening.forEach(desk -> desk.openEntries(sizing));
    }

    private void mark(int bar) {
        equity[bar - first] = Scales.moneyOf(ledger.equity());
        for (AccountDesk desk : desks) {
            units[desk.index()][bar - first] = desk.units();
        }
    }

    private void report(int bar) {
        if ((bar - first) % BARS_BETWEEN_REPORTS == 0) {
            if (progress.cancelled()) {
                throw new CancellationException("The backtest was cancelled");
            }
            progress.report((double) (bar - first) / (end - first), "Bar " + (bar - first) + " of " + (end - first));
        }
    }

    /// What trading cost, once the run is over.
    CostSummary costs(RunSettings settings) {
        double commission = Scales.moneyOf(log.commission());
        double slippage = Scales.moneyOf(log.slippage());
        double turnover = Scales.moneyOf(log.turnover());
        double profit = equity[equity.length - 1] - settings.capital();
        Double breakEven = turnover == 0 ? null : (Double) (10_000 * (profit + commission + slippage) / turnover);
        return new CostSummary(commission, 0, slippage, 0, 0, 0, 0, 0, 0, turnover, breakEven, 0);
    }

    AccountLog log() {
        return log;
    }

    double[] equity() {
        return equity;
    }

    /// The units held at each base close, by symbol.
    List<Holdings> holdings() {
        return desks.stream()
                .map(desk -> new Holdings(desk.symbol(), units[desk.index()]))
                .toList();
    }

    /// The sum of the sizes of all positions in units; where it is 0 nothing is held.
    double[] held() {
        double[] sum = new double[end - first];
        for (double[] column : units) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += Math.abs(column[i]);
            }
        }
        return sum;
    }

    /// The units of an instrument, zeros where it is not traded.
    double[] units(String symbol) {
        for (AccountDesk desk : desks) {
            if (desk.symbol().equals(symbol)) {
                return units[desk.index()];
            }
        }
        return new double[end - first];
    }

    Ledger ledger() {
        return ledger;
    }
}
